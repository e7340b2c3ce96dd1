using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

public class AskingTests
{
    /// <summary>Rule 2: σ(.4 + 1.5·strongest tie + .5·digital + 1.5·urgency − 2·gap).</summary>
    [Theory]
    [InlineData(0, 0, false, .24)]
    [InlineData(.6, 0, false, .24)]
    [InlineData(0, 1, true, .24)]
    [InlineData(.9, .5, true, 1)]
    [InlineData(.3, .2, false, 0)]
    public void Propensity_is_the_rule_s(double tie, double digital, bool urgent, double gap)
    {
        var yard = new Courtyard(each: (int _, ref ResidentTraits t) => t.Digital = (float)digital);
        yard.Tie(0, 5, tie);
        yard.Tie(0, 6, tie / 2);
        Resident me = yard.Resident(0);
        me.State.Gap = (float)gap;
        double expected = 1 / (1 + Math.Exp(-(.4 + (1.5 * tie) + (.5 * digital) + (urgent ? 1.5 : 0) - (2 * gap))));
        Assert.Equal(expected, Asking.Propensity(me, urgent, yard.Turn), 3);
    }

    [Fact]
    public void Needs_are_voiced_at_the_propensity()
    {
        const int people = 4000;
        var yard = new Courtyard(people);
        for (int i = 0; i < people; i++)
            Asking.OnNeedArises(yard.Resident(i), yard.From(i, Kind.NeedArises, Key(NeedKind.Favor)), yard.Turn);
        double p = 1 / (1 + Math.Exp(-(.4 - (2 * .24))));
        double sd = Math.Sqrt(p * (1 - p) / people);
        Assert.InRange(yard.Tally[Metric.NeedsVoiced] / (double)people, p - (4 * sd), p + (4 * sd));
        Assert.Equal(people, Courtyard.Of(yard.Sent, Kind.NeedLapses));
    }

    /// <summary>Urgent: the service, the three strongest ties by name, and the chat at once.</summary>
    [Fact]
    public void An_emergency_asks_everybody_at_once()
    {
        Courtyard yard = WithTies();
        Message[] sent = Voiced(yard, NeedKind.Emergency);
        Assert.Equal(1, Courtyard.Of(sent, Kind.ServiceCall));
        Assert.Equal(1, Courtyard.Of(sent, Kind.Post));
        Assert.Equal([9, 8, 7], sent.Where(m => m.Kind == (byte)Kind.Ask).Select(m => m.Receiver));
        Assert.Equal([0u, 1, 2], sent.Where(m => m.Kind == (byte)Kind.Ask).Select(m => m.B));
    }

    /// <summary>Routine: one tie by name, an hour, the next; a tie too weak to be known is not asked.</summary>
    [Fact]
    public void A_favor_asks_one_tie_at_a_time()
    {
        Courtyard yard = WithTies();
        Message[] sent = Voiced(yard, NeedKind.Favor);
        foreach (int next in new[] { 9, 8, 7 })
        {
            Message ask = Assert.Single(sent, m => m.Kind == (byte)Kind.Ask);
            Assert.Equal(next, ask.Receiver);
            Message again = Assert.Single(sent, m => m.Kind == (byte)Kind.AskAgain);
            Assert.Equal(60, again.Due - again.Sent);
            yard.Deliver(again);
            sent = yard.Sent;
        }
        Assert.DoesNotContain(sent, m => m.Kind == (byte)Kind.Ask);
    }

    [Fact]
    public void A_silent_need_is_voiced_when_found()
    {
        var yard = new Courtyard();
        Resident me = yard.Resident(0);
        me.Needs.Add(new NeedState { Key = new NeedKey(Key(NeedKind.Emergency)), Arose = yard.Now });
        Asking.OnNeedFound(me, yard.From(3, Kind.NeedFound), yard.Turn);
        Assert.Equal(NeedStatus.Asked, me.Needs[0].Status);
        Assert.Equal(Channels.Found, me.Needs[0].Channels & Channels.Found);
        Assert.Equal(1, Courtyard.Of(yard.Sent, Kind.ServiceCall));
        Asking.OnNeedFound(me, yard.From(3, Kind.NeedFound), yard.Turn);
        Assert.Empty(yard.Sent);
    }

    private static uint Key(NeedKind kind) => new NeedKey(kind, new Day(0), 0).Value;

    private static Courtyard WithTies()
    {
        var yard = new Courtyard();
        yard.Tie(0, 6, .09);
        yard.Tie(0, 7, .3);
        yard.Tie(0, 8, .5);
        yard.Tie(0, 9, .7);
        return yard;
    }

    private static Message[] Voiced(Courtyard yard, NeedKind kind)
    {
        Resident me = yard.Resident(0);
        me.Needs.Add(new NeedState { Key = new NeedKey(Key(kind)), Arose = yard.Now });
        Asking.OnNeedFound(me, yard.From(3, Kind.NeedFound), yard.Turn);
        return yard.Sent;
    }
}
