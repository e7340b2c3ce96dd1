using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Tests.World;
using Jinlin.Model.World;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Model.Tests.MutualHelp;

public class BeingHelpedTests
{
    [Theory]
    [InlineData(NeedKind.Emergency, 4)]
    [InlineData(NeedKind.Fall, 1)]
    [InlineData(NeedKind.Favor, 1)]
    public void The_first_are_confirmed_and_the_rest_released(NeedKind kind, int wanted)
    {
        (Courtyard yard, NeedKey key) = Needing(kind);
        for (int i = 1; i <= 7; i++)
            BeingHelped.OnOffer(yard.Resident(0), yard.From(i, Kind.Offer, key.Value), yard.Turn);
        Message[] sent = yard.Sent;
        Assert.Equal(Enumerable.Range(1, wanted), Receivers(sent, Kind.Confirm));
        Assert.Equal(Enumerable.Range(wanted + 1, 7 - wanted), Receivers(sent, Kind.Release));
    }

    [Fact]
    public void Who_comes_is_thanked_and_the_first_resolves()
    {
        (Courtyard yard, NeedKey key) = Needing(NeedKind.Emergency);
        for (int i = 1; i <= 4; i++)
            BeingHelped.OnOffer(yard.Resident(0), yard.From(i, Kind.Offer, key.Value), yard.Turn);
        _ = yard.Sent;
        yard.Now += 9;
        for (int i = 1; i <= 4; i++)
        {
            BeingHelped.OnHelpArrives(
                yard.Resident(0), yard.From(i, Kind.HelpArrives, key.Value, 40, (uint)HelpSource.Neighbor), yard.Turn);
        }
        Message[] thanks = yard.Sent;
        Assert.Equal([1, 2, 3, 4], Receivers(thanks, Kind.Thanks));
        Assert.Equal([1u, 0, 0, 0], thanks.Select(m => m.B));
        Assert.Equal(1, yard.Tally[NeedKind.Emergency, 0, NeedCount.Resolved]);
        Assert.Equal(160, yard.Tally[Metric.MinutesReceived]);
        Resident me = yard.Resident(0);
        Assert.Equal(0, me.Needs.Count);
        Assert.Equal(.15, me.Ties.Strength(3, yard.Now.Day), 3);
        Assert.Equal(.24 * Math.Pow(.95, 4), me.State.Gap, 4);
        Assert.True(me.State.Trust > .5);
    }

    [Fact]
    public void A_need_nobody_helps_lapses_and_is_remembered()
    {
        (Courtyard yard, NeedKey key) = Needing(NeedKind.Favor);
        BeingHelped.OnNeedLapses(yard.Resident(0), yard.From(0, Kind.NeedLapses, key.Value), yard.Turn);
        Assert.Equal(1, yard.Tally[NeedKind.Favor, 0, NeedCount.Lapsed]);
        Assert.Equal(1, yard.Resident(0).State.UnmetDay);
        Assert.True(yard.Resident(0).State.Trust < .5);
        BeingHelped.OnHelpArrives(
            yard.Resident(0), yard.From(1, Kind.HelpArrives, key.Value, 20, (uint)HelpSource.Tie), yard.Turn);
        Assert.Equal(0, yard.Tally[NeedKind.Favor, 0, NeedCount.Resolved]);
    }

    /// <summary>Somebody of 60 or over is taken ill at eight in the evening: from the call to the thanks.</summary>
    [Fact]
    public void A_call_at_eight_in_the_evening_is_answered()
    {
        using Town town = Villages.Open(Villages.Scene("all", Villages.Of(1)));
        foreach (Neighborhood n in town.Neighborhoods) n.Recording = true;
        Roster roster = ((EstatePopulation)town.Neighborhoods[0].Population).Roster;
        int[] elders = [.. Enumerable.Range(0, Villages.People).Where(i => roster.Residents[i].Age >= 60).Take(20)];
        for (int d = 0; d < elders.Length; d++)
        {
            town.Advance(new Day(d).At(20));
            town.Submit(roster.Resident(elders[d]), (byte)Kind.NeedArises, EmergencyOf(d).Value);
        }
        town.Advance(new Day(elders.Length + 2).Start);
        var records = new List<Record>();
        town.Neighborhoods[0].DrainRecords(records);
        int helped = 0, neighbors = 0, inTime = 0;
        for (int d = 0; d < elders.Length; d++)
        {
            uint key = EmergencyOf(d).Value;
            Record[] story = [.. records.Where(r => r.A == key)];
            Record[] own = [.. story.Where(r => r.Actor == roster.Resident(elders[d]))];
            Assert.Equal(new Day(d).At(20), Assert.Single(own, r => r.Kind == (ushort)Event.NeedArose).At);
            Assert.InRange(own.Count(r => r.Kind == (ushort)Event.Confirmed), 0, 4);
            Assert.InRange(own.Count(r => r.Kind is (ushort)Event.NeedResolved or (ushort)Event.NeedLapsed), 1, 1);
            if (own.FirstOrDefault(r => r.Kind == (ushort)Event.NeedResolved) is not { Kind: > 0 } resolved) continue;
            helped++;
            inTime += resolved.At - new Day(d).At(20) <= 15 ? 1 : 0;
            Record[] thanked = [.. story.Where(r => r.Kind == (ushort)Event.Thanked)];
            neighbors += thanked.Length > 0 ? 1 : 0;
            Assert.All(thanked, t => Assert.Contains(
                own, r => r.Kind is (ushort)Event.HelpArrived or (ushort)Event.Advised
                    && r.B == t.Actor.Value && r.At < t.At));
        }
        Assert.True(helped >= 15 && inTime >= 10 && neighbors >= 5, $"{helped} helped, {inTime} in time, {neighbors}");
    }

    private static NeedKey EmergencyOf(int day) => new(NeedKind.Emergency, new Day(day), 7);

    private static IEnumerable<int> Receivers(Message[] sent, Kind kind) =>
        sent.Where(m => m.Kind == (byte)kind).Select(m => m.Receiver);

    private static (Courtyard Yard, NeedKey Key) Needing(NeedKind kind)
    {
        var yard = new Courtyard();
        var key = new NeedKey(kind, new Day(0), 0);
        yard.Resident(0).Needs.Add(new NeedState { Key = key, Arose = yard.Now, Status = NeedStatus.Asked });
        return (yard, key);
    }
}
