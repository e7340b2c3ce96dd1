using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Tests.Runs;

public class NeedLogTests
{
    private readonly NeedLog _log = new(_ => Groups.None);
    private readonly NeedKey _fall = new(NeedKind.Fall, new Day(1), 0);

    [Fact]
    public void Help_after_the_deadline_is_late()
    {
        Note(0, Event.NeedArose);
        Note(61, Event.NeedResolved, (uint)HelpSource.Ambulance);
        NeedRow row = Assert.Single(_log.Rows);
        Assert.Equal(Outcome.Late, row.Outcome);
        Assert.Equal(-1, row.Asked);
        Assert.Equal(0, _log.SolvedBeforeOutsideAid);
    }

    [Fact]
    public void A_need_that_lapses_was_not_helped()
    {
        Note(0, Event.NeedArose);
        Note(5, Event.Posted);
        Note(4000, Event.NeedLapsed);
        NeedRow row = Assert.Single(_log.Rows);
        Assert.Equal((Outcome.Lapsed, 5, -1, 4000), (row.Outcome, row.Asked, row.FirstHelp, row.Closed));
        Assert.Null(row.Source);
    }

    [Fact]
    public void What_arose_before_recording_is_left_out()
    {
        Note(61, Event.NeedResolved, (uint)HelpSource.Tie);
        Assert.Empty(_log.Rows);
        Assert.True(double.IsNaN(_log.SolvedBeforeOutsideAid));
    }

    [Fact]
    public void The_same_need_of_another_resident_is_another_need()
    {
        Note(0, Event.NeedArose);
        Note(0, Event.NeedArose, actor: 2);
        Note(9, Event.NeedResolved, (uint)HelpSource.Tie, actor: 2);
        Assert.Equal([Outcome.Open, Outcome.OnTime], _log.Rows.Select(r => r.Outcome));
    }

    private void Note(int minute, Event what, uint c = 0, uint actor = 1) => _log.Add(
        [new Model.Engine.Record(new Minute(minute), new ActorId(actor), (ushort)what, 0, _fall.Value, 0, c, 0)]);
}
