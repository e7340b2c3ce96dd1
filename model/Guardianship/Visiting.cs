using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>A visit at both ends of the door.</summary>
public static class Visiting
{
    /// <summary>The elder opens, if at home: a contact, and seen by somebody.</summary>
    public static void OnVisit(Resident me, in Message m, Turn turn)
    {
        bool home = turn.Setting.IsHome(me.Traits, turn.Now);
        if (home)
        {
            Contact.With(me, m.Sender, turn.P.ContactConversation, turn);
            me.State.VisitedDay = (ushort)(turn.Today.Value + 1);
            turn.Tally.Add((DutySort)m.C == DutySort.Check ? Metric.Checks : Metric.Visits);
            turn.Note(Event.Visited, default, m.Sender, m.C);
        }
        else turn.Tally.Add(Metric.VisitsUnfilled);
        turn.Send(m.Sender, Kind.VisitReceived, 1, m.A, home ? 1u : 0);
    }

    /// <summary>Thanked at the door, the visitor looks around: whatever nobody had voiced is found.</summary>
    public static void OnVisitReceived(Resident me, in Message m, Turn turn)
    {
        if (m.B == 0) return;
        Contact.With(me, m.Sender, turn.P.ContactConversation, turn);
        Effort.BeThanked(me, turn);
        turn.Send(m.Sender, Kind.NeedFound, 1);
    }
}
