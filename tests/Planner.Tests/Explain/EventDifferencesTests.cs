using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;
using Jinlin.Planner.Explain;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Planner.Tests.Explain;

public sealed class EventDifferencesTests
{
    private static readonly NeedKey Fall = new(NeedKind.Fall, new Day(3), 0);

    private static Record At(int minute, Event what, uint actor, uint other = 0, uint c = 0, ushort ordinal = 0) =>
        new(new Minute(minute), new ActorId(actor), (ushort)what, ordinal, Fall.Value, other, c, 0);

    [Fact]
    public void State_and_ordinals_are_no_events()
    {
        EventDifferences none = EventDifferences.Between(
            [At(5, Event.NeedArose, 1, c: 4000), At(9, Event.Thanked, 2, 1, c: 10)],
            [At(5, Event.NeedArose, 1, c: 6000), At(9, Event.Thanked, 2, 1, c: 20, ordinal: 3)]);
        Assert.Empty(none.All);
    }

    [Fact]
    public void Each_life_has_its_first_difference()
    {
        EventDifferences found = EventDifferences.Between(
            [At(5, Event.NeedArose, 1), At(5, Event.NeedSilent, 1)],
            [At(5, Event.NeedArose, 1), At(5, Event.NeedAsked, 1), At(7, Event.Offered, 2, 1)]);
        Assert.Equal([false, true, false], found.All.Select(d => d.InBaseline));
        Assert.Equal((ushort)Event.NeedAsked, found.FirstOf(new ActorId(1))!.Value.Event.Kind);
        Assert.Equal((ushort)Event.Offered, found.FirstOf(new ActorId(2))!.Value.Event.Kind);
        Assert.Null(found.FirstOf(new ActorId(3)));
        Assert.Equal(5, found.FirstOf(new NeedName(new ActorId(1), Fall))!.Value.Event.At.Value);
    }

    /// <summary>Twice the same in one minute is one more than once.</summary>
    [Fact]
    public void Equal_events_are_counted() =>
        Assert.Single(EventDifferences.Between(
            [At(5, Event.Seen, 2, 1), At(5, Event.Seen, 2, 1)], [At(5, Event.Seen, 2, 1)]).All);
}
