using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

public class RespondingTests
{
    private static readonly NeedKey Urgent = new(NeedKind.Emergency, new Day(0), 0);
    private static readonly NeedKey Favor = new(NeedKind.Favor, new Day(0), 0);

    /// <summary>Rule 3: p_c · A(1 + H) · (1 + .5·s) · e^(−F).</summary>
    [Fact]
    public void Willingness_is_the_rule_s()
    {
        var yard = new Courtyard(each: (int _, ref ResidentTraits t) => t.Altruism = 1.5f);
        Resident me = yard.Resident(0);
        (me.State.Habit, me.State.Fatigue) = (.4f, .3f);
        Assert.Equal(
            .25 * 1.5 * 1.4 * 1.3 * Math.Exp(-.3), Responding.Willingness(me, NeedKind.Favor, 1, .6, yard.Turn), 5);
        Assert.Equal(
            .85 * .5 * 1.5 * 1.4 * Math.Exp(-.3), Responding.Willingness(me, NeedKind.Emergency, .5, 0, yard.Turn), 5);
    }

    /// <summary>Claim 4: N^(−γ) when nobody is addressed, the same for any N when one is.</summary>
    [Fact]
    public void Bystanders_diffuse_and_names_do_not()
    {
        Assert.InRange(Mean(5), .28, .42);
        Assert.Equal(1, Responding.Diffusion(1, new Parameters()), 6);
        Assert.Equal(1 / Math.Sqrt(200), Responding.Diffusion(200, new Parameters()), 6);
        double unnamed = Mean(2) / Mean(50), named = Offers(2, named: true) / Offers(50, named: true);
        Assert.True(unnamed > 4, $"by bystanders {unnamed}");
        Assert.Equal(1, named, 6);
        Assert.True(Offers(2, named: false) > 2 * Offers(50, named: false));
    }

    /// <summary>Claim 5: each helps less, but somebody helps more often the more there are.</summary>
    [Fact]
    public void Somebody_helps_more_often_the_more_see()
    {
        double last = 0;
        foreach (int n in new[] { 2, 5, 20, 80, 200 })
        {
            double somebody = 1 - Math.Pow(1 - Mean(n), n);
            Assert.True(somebody > last, $"{n} viewers: {somebody}, fewer: {last}");
            last = somebody;
        }
        Assert.True(last > .99);
    }

    [Fact]
    public void Who_can_repair_things_is_readier_for_errands_and_favors()
    {
        var p = new Parameters();
        var repairer = new ResidentTraits { Flags = Trait.Repairer };
        Assert.Equal(1.2, Responding.Skill(repairer, NeedKind.Errand, p));
        Assert.Equal(1.2, Responding.Skill(repairer, NeedKind.Favor, p));
        Assert.Equal(1, Responding.Skill(repairer, NeedKind.Emergency, p));
        Assert.Equal(1, Responding.Skill(default, NeedKind.Favor, p));
    }

    [Fact]
    public void Clinicians_and_drivers_are_readier_for_emergencies_only()
    {
        var p = new Parameters();
        var clinician = new ResidentTraits { Flags = Trait.Clinician };
        var driver = new ResidentTraits { Flags = Trait.Driver };
        Assert.Equal(2, Responding.Skill(clinician, NeedKind.Fall, p));
        Assert.Equal(1.2, Responding.Skill(driver, NeedKind.Emergency, p));
        Assert.Equal(1, Responding.Skill(clinician, NeedKind.Favor, p));
    }

    [Fact]
    public void Who_is_asked_by_name_offers_at_the_willingness()
    {
        const int people = 4000;
        var yard = new Courtyard(people);
        for (int i = 1; i < people; i++)
            Responding.OnAsk(yard.Resident(i), yard.From(0, Kind.Ask, Favor.Value), yard.Turn);
        double share = Courtyard.Of(yard.Sent, Kind.Offer) / (people - 1.0), sd = Math.Sqrt(.25 * .75 / people);
        Assert.InRange(share, .25 - (4 * sd), .25 + (4 * sd));
    }

    [Fact]
    public void Nobody_offers_who_is_busy_asleep_or_out()
    {
        var yard = new Courtyard(each: Devoted);
        Resident busy = yard.Resident(1);
        busy.State.BusyUntil = yard.Now + 1;
        Responding.OnAsk(busy, yard.From(0, Kind.Ask, Favor.Value), yard.Turn);
        yard.Now = new Day(0).At(3);
        Responding.OnAsk(yard.Resident(2), yard.From(0, Kind.Ask, Favor.Value), yard.Turn);
        yard.Now = new Day(0).At(11);
        yard.Roster.Residents[3].Timetable = Timetable.DayWorker;
        Responding.OnAsk(yard.Resident(3), yard.From(0, Kind.Ask, Favor.Value), yard.Turn);
        Assert.Empty(yard.Sent);
        Responding.OnAsk(yard.Resident(4), yard.From(0, Kind.Ask, Favor.Value), yard.Turn);
        Assert.Equal(1, Courtyard.Of(yard.Sent, Kind.Offer));
    }

    [Fact]
    public void An_offer_reserves_until_released_or_confirmed()
    {
        var yard = new Courtyard(each: Devoted);
        Resident me = yard.Resident(25);
        Responding.OnAsk(me, yard.From(0, Kind.Ask, Favor.Value), yard.Turn);
        Assert.False(me.IsFree(yard.Now + 9));
        Assert.True(me.IsFree(yard.Now + 10));
        Responding.OnRelease(me, yard.From(1, Kind.Release, Favor.Value), yard.Turn);
        Assert.False(me.IsFree(yard.Now));
        Responding.OnRelease(me, yard.From(0, Kind.Release, Favor.Value), yard.Turn);
        Assert.True(me.IsFree(yard.Now));

        Responding.OnAsk(me, yard.From(0, Kind.Ask, Favor.Value), yard.Turn);
        _ = yard.Sent;
        Responding.OnConfirm(me, yard.From(0, Kind.Confirm, Favor.Value), yard.Turn);
        Message help = Assert.Single(yard.Sent);
        // The next building is 50 m off and 20 more to the doors; two minutes to get going, 70 m a minute.
        Assert.Equal(3, help.Due - help.Sent);
        Assert.Equal(20u, help.B);
        Assert.Equal(yard.Now + 23, me.State.BusyUntil);
        Assert.Equal(23, me.State.MinutesGiven);
        Assert.Equal(23 / 60.0 * .03, me.State.Fatigue, 5);
    }

    [Fact]
    public void Thanks_make_a_habit_up_to_its_bound_and_a_tie()
    {
        var yard = new Courtyard();
        Resident me = yard.Resident(1);
        Responding.OnThanks(me, yard.From(0, Kind.Thanks, Favor.Value, 1), yard.Turn);
        Assert.Equal(.2, me.State.Habit, 5);
        Assert.Equal(.15, me.Ties.Strength(0, yard.Now.Day), 3);
        for (int i = 0; i < 40; i++)
            Responding.OnThanks(me, yard.From(0, Kind.Thanks, Favor.Value, 1), yard.Turn);
        Assert.Equal(5, me.State.Habit, 5);
    }

    private static void Devoted(int slot, ref ResidentTraits traits) => traits.Altruism = 100;

    /// <summary>Mean of min(1, p) over lognormal altruism of mean 1 with N viewers of an emergency.</summary>
    private static double Mean(int viewers)
    {
        double sum = 0, p = .85 * Responding.Diffusion(viewers, new Parameters());
        for (int i = 0; i < 4000; i++)
            sum += Math.Min(1, p * PortableMath.Lognormal((i + .5) / 4000, Math.Exp(-.32), .8));
        return sum / 4000;
    }

    /// <summary>How many of 2,000 who saw the same post offer.</summary>
    private static double Offers(int viewers, bool named)
    {
        var yard = new Courtyard(2000, each: (int i, ref ResidentTraits t) => t.Altruism = .5f);
        for (int i = 1; i < 2000; i++)
        {
            uint bits = new Chance(3).Bits((uint)i, 0, 1, 0);
            Responding.OnPostSeen(
                yard.Resident(i), yard.From(0, Kind.PostSeen, Urgent.Value, 0, bits,
                    (uint)viewers | (named ? Responding.Named : 0)), yard.Turn);
        }
        return yard.Tally[Metric.Offers];
    }
}
