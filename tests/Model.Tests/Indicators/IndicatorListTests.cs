using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.Tests.Indicators;

public class IndicatorListTests
{
    private readonly long[] _day = new long[IndicatorCatalog.Count];

    [Fact]
    public void Names_are_kebab_and_unique()
    {
        Assert.Equal(IndicatorList.All.Count, IndicatorList.All.Select(i => i.Id).Distinct().Count());
        Assert.All(IndicatorList.All, i => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", i.Id));
        Assert.All(IndicatorList.All, i => Assert.False(string.IsNullOrWhiteSpace(i.Chinese)));
        Assert.All(Enum.GetValues<Metric>(), m => Assert.NotNull(
            IndicatorList.Find("count-" + IndicatorCatalog.Names[IndicatorCatalog.Of(m)]["metric.".Length..])));
    }

    [Fact]
    public void All_are_defined_or_say_that_they_are_not_on_an_empty_town()
    {
        foreach (Indicator indicator in IndicatorList.All) Assert.False(Value(indicator.Id) is > 0 or < 0,
            indicator.Id);
    }

    /// <summary>Two classes at 1/1 and 1/4, MEAL at 0/100: the mean over classes is .625, MEAL apart.</summary>
    [Fact]
    public void On_time_rate_is_the_mean_over_classes()
    {
        Set(NeedKind.Emergency, 0, NeedCount.Due, 1);
        Set(NeedKind.Emergency, 0, NeedCount.MetOnTime, 1);
        Set(NeedKind.Errand, 0, NeedCount.Due, 4);
        Set(NeedKind.Errand, 0, NeedCount.MetOnTime, 1);
        Set(NeedKind.Meal, 0, NeedCount.Due, 100);
        Assert.Equal(.625, Value("on-time-rate"), 12);
        Assert.Equal(0, Value("on-time-meal"));
    }

    [Fact]
    public void Resolution_counts_what_was_closed()
    {
        Set(NeedKind.Care, 0, NeedCount.Arisen, 20);
        Set(NeedKind.Care, 0, NeedCount.Resolved, 6);
        Set(NeedKind.Care, 0, NeedCount.Lapsed, 2);
        Assert.Equal(.75, Value("resolution-rate"), 12);
        Assert.Equal(.3, Value("gain"), 12);
    }

    /// <summary>
    /// Of ten closed, four helped within a bucket: the median is beyond the horizon, the 20 % quantile is not.
    /// </summary>
    [Fact]
    public void Unhelped_needs_wait_for_ever()
    {
        Set(NeedKind.Fall, 0, NeedCount.Resolved, 4);
        Set(NeedKind.Fall, 0, NeedCount.Lapsed, 6);
        int b = Tally.WaitBucket(30);
        _day[IndicatorCatalog.Wait(NeedKind.Fall, b)] = 4;
        Assert.Equal(double.PositiveInfinity, Value("time-to-help-p50-fall"));
        Set(NeedKind.Fall, 0, NeedCount.Lapsed, 0);
        Assert.Equal((Tally.BucketLimit(b - 1) + Tally.BucketLimit(b)) / 2.0, Value("time-to-help-p50-fall"), 9);
    }

    /// <summary>A class that a group did not need says nothing about the gap.</summary>
    [Fact]
    public void Gap_compares_classes_that_all_groups_needed()
    {
        foreach ((int group, long met) in new[] { (0, 5L), (1, 2L), (3, 8L) })
        {
            _day[IndicatorCatalog.Of(GroupSum.Residents, group)] = 100;
            Set(NeedKind.Errand, group, NeedCount.Due, 10);
            Set(NeedKind.Errand, group, NeedCount.MetOnTime, met);
        }
        Set(NeedKind.Digital, 0, NeedCount.Due, 10);
        Assert.Equal(60, Value("equity-gap"), 9);
    }

    [Fact]
    public void Belonging_weighs_its_parts()
    {
        Level(GroupSum.Residents, 10);
        Level(GroupSum.WithCoResidents, 10);
        Level(GroupSum.AcquaintancePpm, 2_000_000);
        Level(GroupSum.Participated, 5);
        Level(GroupSum.Elders, 4);
        Level(GroupSum.Visited, 1);
        Assert.Equal((.5 * .2) + (.3 * .5) + (.2 * .25), Value("belonging"), 12);
        Level(GroupSum.Elders, 0);
        Assert.Equal(((.5 * .2) + (.3 * .5)) / .8, Value("belonging"), 12);
    }

    /// <summary>Nine who gave 100 minutes and one who gave 900: Gini = .4, and the median is 100 minutes.</summary>
    [Fact]
    public void Hours_are_read_from_buckets()
    {
        foreach ((int people, int minutes) in new[] { (9, 100), (1, 900) })
        {
            int b = Tally.EffortBucket(minutes);
            _day[IndicatorCatalog.EffortPeople(b)] = people;
            _day[IndicatorCatalog.EffortMinutes(b)] = people * minutes;
        }
        _day[IndicatorCatalog.EffortPeople(0)] = 10;
        Assert.Equal(.4, Value("giver-hours-gini"), 12);
        Assert.Equal(.5, Value("givers"), 12);
        Assert.Equal(100 / 60.0, Value("giver-hours-p50"), 9);
        Assert.Equal(15, Value("giver-hours-p99"), 9);
    }

    [Fact]
    public void Theil_reads_residents_by_unmet_needs()
    {
        _day[IndicatorCatalog.Unmet(1, 1)] = 1;
        _day[IndicatorCatalog.Unmet(1, 2)] = 1;
        _day[IndicatorCatalog.Unmet(0, 3)] = 1;
        _day[IndicatorCatalog.Unmet(0, 4)] = 1;
        Assert.Equal(.106440, Value("theil-unmet"), 6);
        Assert.Equal(.082283, Value("theil-unmet-between"), 6);
        Assert.Equal(.024157, Value("theil-unmet-within"), 6);
    }

    [Fact]
    public void A_series_reads_counts_as_differences_and_levels_at_the_end()
    {
        var series = new IndicatorSeries(burnInDays: 2);
        for (int d = 0; d < 5; d++)
        {
            Set(NeedKind.Errand, 0, NeedCount.Due, 10 * (d + 1));
            Set(NeedKind.Errand, 0, NeedCount.MetOnTime, d < 2 ? 0 : 6 * (d - 1));
            _day[IndicatorCatalog.WeekDue(0)] = 4;
            _day[IndicatorCatalog.WeekMet(0)] = d;
            series.Add(_day);
        }
        Assert.Equal(.6, series.Course(IndicatorList.Find("on-time-rate")!), 12);
        Assert.Equal([50, 75, 100], series.Quality(new Day(2)));
        Assert.Equal(18 / 50.0, IndicatorSeries.OfDay(IndicatorList.Find("on-time-rate")!, new Day(4), _day), 12);
    }

    private double Value(string id) => IndicatorList.Find(id)!.Formula(new IndicatorWindow(default, _day, 365), 0);

    private void Set(NeedKind kind, int group, NeedCount count, long value) =>
        _day[IndicatorCatalog.Need(kind, group, count)] = value;

    private void Level(GroupSum sum, long value) => _day[IndicatorCatalog.Of(sum, 0)] = value;
}
