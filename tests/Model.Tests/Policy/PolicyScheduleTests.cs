using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using static Jinlin.Model.Tests.Policy.Towns;

namespace Jinlin.Model.Tests.Policy;

public class PolicyScheduleTests
{
    private const int BurnIn = 180;

    [Fact]
    public void Policies_begin_at_the_start_date_and_end_before_their_end()
    {
        var schedule = new PolicySchedule(
            Scenario(2, Plan("p", Step(Lever.Visits, 3) with { From = 10, Until = 20 })), 1);
        Assert.Equal(0, Visits(schedule, 0, BurnIn + 9));
        Assert.Equal(3, Visits(schedule, 0, BurnIn + 10));
        Assert.Equal(3, Visits(schedule, 0, BurnIn + 19));
        Assert.Equal(0, Visits(schedule, 0, BurnIn + 20));
    }

    [Fact]
    public void The_status_quo_holds_in_burn_in_and_is_overlaid()
    {
        var scenario = Scenario(1, Plan("p", Step(Lever.Visits, 3) with { Until = 5 })) with
        {
            StatusQuo = Plan("today", Step(Lever.Visits, 1), Step(Lever.Events, 2) with { From = 30 }),
        };
        var schedule = new PolicySchedule(scenario, 1);
        Assert.Equal(1, Visits(schedule, 0, 0));
        Assert.Equal(3, Visits(schedule, 0, BurnIn));
        Assert.Equal(1, Visits(schedule, 0, BurnIn + 5));
        Assert.Equal(0, schedule.LeversIn(Estate(0), new Day(BurnIn + 29), 0)[Lever.Events]);
        Assert.Equal(2, schedule.LeversIn(Estate(0), new Day(BurnIn + 30), 0)[Lever.Events]);
    }

    [Fact]
    public void Places_are_told_apart()
    {
        var schedule = new PolicySchedule(
            Scenario(
                4,
                Plan("west", Step(Lever.Visits, 2, new Place.District(1))),
                Plan("named", Step(Lever.Visits, 5, new Place.Estates([Estate(2)])))), 1);
        Assert.Equal([0, 2, 5, 2], Enumerable.Range(0, 4).Select(e => Visits(schedule, e, BurnIn)));
        Assert.Equal(0, schedule.LeversInCity(new Day(BurnIn), 0)[Lever.Visits]);
    }

    [Fact]
    public void The_whole_city_acts_on_the_background_too()
    {
        var schedule = new PolicySchedule(Scenario(3, Plan("p", Step(Lever.Whistle, 2))), 1);
        Assert.Equal(2, schedule.LeversInCity(new Day(BurnIn), 0)[Lever.Whistle]);
        Assert.Equal(2, schedule.LeversIn(Estate(99), new Day(BurnIn), 0)[Lever.Whistle]);
    }

    [Fact]
    public void The_same_instance_as_long_as_nothing_changes()
    {
        var schedule = new PolicySchedule(
            Scenario(
                2, Plan("p", Step(Lever.Visits, 3) with { From = 10 }),
                Plan("q", Step(Lever.Events, 1, new Place.Estates([Estate(1)])) with { From = 20 })), 1);
        Levers before = schedule.LeversIn(Estate(0), new Day(0), 0);
        Assert.Same(before, schedule.LeversIn(Estate(0), new Day(BurnIn + 9), 0));
        Levers after = schedule.LeversIn(Estate(0), new Day(BurnIn + 10), 0);
        Assert.NotSame(before, after);
        Assert.Same(after, schedule.LeversIn(Estate(0), new Day(BurnIn + 200), 0));
    }

    /// <summary>A trigger on day d is seen at its end; its signal reaches the estates two midnights later.</summary>
    [Fact]
    public void A_trigger_fires_once_and_stays()
    {
        var when = new IndicatorTrigger("quality", Above: false, 50);
        var schedule = new PolicySchedule(
            Scenario(1, Plan("p", Step(Lever.Visits, 7), Step(Lever.Events, 8) with { From = 3, When = when })), 1);
        var low = new long[IndicatorCatalog.Count];
        low[IndicatorCatalog.WeekDue(0)] = 10;
        var high = (long[])low.Clone();
        high[IndicatorCatalog.WeekMet(0)] = 10;
        Assert.Equal(0UL, schedule.Signals(new Day(BurnIn + 2), low, 0));
        Assert.Equal(0UL, schedule.Signals(new Day(BurnIn + 3), high, 0));
        ulong fired = schedule.Signals(new Day(BurnIn + 4), low, 0);
        Assert.Equal(1UL, fired);
        Assert.Equal(fired, schedule.Signals(new Day(BurnIn + 5), high, fired));
        Assert.Equal(0, schedule.LeversIn(Estate(0), new Day(BurnIn + 6), 0)[Lever.Events]);
        Assert.Equal(8, schedule.LeversIn(Estate(0), new Day(BurnIn + 6), fired)[Lever.Events]);
    }

    [Fact]
    public void Nothing_to_judge_by_fires_nothing()
    {
        var schedule = new PolicySchedule(
            Scenario(
                1, Plan("p", Step(Lever.Visits, 7) with { When = new IndicatorTrigger("quality", false, 50) })), 1);
        Assert.Equal(0UL, schedule.Signals(new Day(BurnIn), new long[IndicatorCatalog.Count], 0));
    }

    [Fact]
    public void A_group_may_be_named()
    {
        Assert.True(TriggerIndicator.TryFind("quality.over80-alone", out Indicator? quality, out int group));
        Assert.Equal(("quality", 1), (quality.Id, group));
        Assert.False(TriggerIndicator.TryFind("quality.nobody", out _, out _));
        Assert.False(TriggerIndicator.TryFind("cost.migrant", out _, out _));
        Assert.False(TriggerIndicator.TryFind($"need.{NeedKind.Fall}", out _, out _));
    }

    [Fact]
    public void At_most_64_triggers()
    {
        PolicyStep[] steps = [.. Enumerable.Range(0, 65).Select(_ =>
            Step(Lever.Visits, 1) with { When = new IndicatorTrigger("quality", false, 1) })];
        Assert.Single(new[] { new PolicySchedule(Scenario(1, Plan("p", steps[..64])), 1) });
        var error = Assert.Throws<ArgumentException>(() => new PolicySchedule(Scenario(1, Plan("many", steps)), 1));
        Assert.Contains("policy many: more than 64", error.Message);
    }

    private static double Visits(PolicySchedule schedule, int estate, int day) =>
        schedule.LeversIn(Estate(estate), new Day(day), 0)[Lever.Visits];
}
