using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>What a volunteer is asked to do.</summary>
public enum DutySort : byte
{
    /// <summary>Serve a resident's need.</summary>
    Need,

    /// <summary>Look in on an elder who lives alone.</summary>
    Visit,

    /// <summary>Look after somebody who was missed.</summary>
    Check,

    /// <summary>Work a team's shift.</summary>
    Shift,

    /// <summary>Host a gathering of the women's organization.</summary>
    Gathering,

    /// <summary>The branch's own work.</summary>
    BranchWork,

    /// <summary>Prepare an event.</summary>
    EventWork,

    /// <summary>Open the venue and host an event.</summary>
    EventHost,

    /// <summary>Prepare a deliberation and write it up.</summary>
    MeetingWork,

    /// <summary>Chair a deliberation.</summary>
    Chair,

    /// <summary>Hear a dispute over tea.</summary>
    Hearing,
}

/// <summary>One offer of duty: how its draws are keyed, and how urgent it is.</summary>
public static class DutySorts
{
    /// <summary>The occasion of round n about an order: see <see cref="NeedKey.Attempt"/>.</summary>
    public static uint Round(uint occasion, int round) => occasion | ((uint)round << 20);

    /// <summary>Smaller is served first: life and limb, supplies, care, errands, then visits.</summary>
    public static byte Priority(DutySort sort, uint need) => sort switch
    {
        DutySort.Check => 0,
        DutySort.Need => new NeedKey(need).Kind switch
        {
            NeedKind.Emergency or NeedKind.Fall => 0,
            NeedKind.Supply => 1,
            NeedKind.Care => 2,
            NeedKind.Errand => 3,
            _ => 4,
        },
        _ => 5,
    };

    public static Purpose Choice(DutySort sort) => sort switch
    {
        DutySort.Need => Purpose.DutyChoice,
        DutySort.Visit or DutySort.Check => Purpose.VisitChoice,
        _ => Purpose.ShiftChoice,
    };

    public static Purpose Response(DutySort sort) => sort switch
    {
        DutySort.Need => Purpose.DutyRespond,
        DutySort.Visit or DutySort.Check => Purpose.VisitRespond,
        DutySort.Shift or DutySort.Gathering => Purpose.ShiftRespond,
        _ => Purpose.CalloutRespond,
    };

    /// <summary>The number of the week to which a day belongs, from 0.</summary>
    public static int WeekOf(Day day) => day.Value / 7;
}
