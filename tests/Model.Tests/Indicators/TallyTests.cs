using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Indicators;

public class TallyTests
{
    [Fact]
    public void Counts_a_need_for_everybody_and_for_each_group_it_belongs_to()
    {
        var tally = new Tally(1);
        tally.NeedArose(NeedKind.Care, Groups.FrailOrDisabled | Groups.OffChat, new Minute(10));
        Assert.Equal(1, tally[NeedKind.Care, 0, NeedCount.Arisen]);
        Assert.Equal(0, tally[NeedKind.Care, 1, NeedCount.Arisen]);
        Assert.Equal(1, tally[NeedKind.Care, 2, NeedCount.Arisen]);
        Assert.Equal(0, tally[NeedKind.Care, 3, NeedCount.Arisen]);
        Assert.Equal(1, tally[NeedKind.Care, 4, NeedCount.Arisen]);
    }

    /// <summary>Help on day 1 for a need due on day 3 shows in Q from day 3 to day 9, no longer.</summary>
    [Fact]
    public void A_need_is_judged_in_the_week_that_follows_its_deadline()
    {
        var tally = new Tally(1);
        Minute deadline = new Day(3).At(12);
        tally.NeedArose(NeedKind.Errand, Groups.None, deadline);
        tally.NeedArose(NeedKind.Errand, Groups.None, deadline);
        tally.NeedResolved(NeedKind.Errand, Groups.None, deadline, 600, onTime: true);
        for (int day = 0; day < 60; day++)
        {
            tally.EndDay(new Day(day));
            (long due, long met) = day is >= 3 and < 3 + Tally.QualityDays ? (2L, 1L) : (0L, 0L);
            Assert.Equal((due, met), tally.Week(new Day(day), 0));
        }
        Assert.Equal(2, tally[NeedKind.Errand, 0, NeedCount.Due]);
        Assert.Equal(1, tally[NeedKind.Errand, 0, NeedCount.MetOnTime]);
    }

    [Fact]
    public void Buckets_hold_what_they_say() => Gen.Int[0, 1_000_000].Sample(minutes =>
    {
        int b = Tally.WaitBucket(minutes);
        Assert.True(minutes <= Tally.BucketLimit(b));
        Assert.True(b == 0 || minutes > Tally.BucketLimit(b - 1));
    });

    [Fact]
    public void Effort_buckets_grow_with_the_minutes()
    {
        Assert.Equal(0, Tally.EffortBucket(0));
        Assert.Equal(1, Tally.EffortBucket(1));
        int last = 0;
        for (int minutes = 1; minutes < 300_000; minutes++)
        {
            int b = Tally.EffortBucket(minutes);
            Assert.InRange(b, last, Math.Min(last + 1, Tally.EffortBuckets - 1));
            last = b;
        }
        Assert.Equal(Tally.EffortBuckets - 1, last);
    }

    [Fact]
    public void A_saved_tally_goes_on_where_it_was()
    {
        var tally = new Tally(3);
        tally.Gave(1, 90);
        tally.NeedArose(NeedKind.Fall, Groups.Migrant, new Day(1).At(3));
        tally.NeedLapsed(NeedKind.Fall, Groups.Migrant, 2);
        tally.Survey[5] = 17;
        StateWriter writer = StateWriter.ToBytes();
        tally.Save(writer);
        var copy = new Tally(3);
        copy.Load(new StateReader(writer.Bytes.ToArray()));
        var (a, b) = (new long[IndicatorCatalog.Count], new long[IndicatorCatalog.Count]);
        foreach ((Tally one, long[] into) in new[] { (tally, a), (copy, b) })
        {
            one.EndDay(new Day(1));
            one.Write(new Day(1), into);
        }
        Assert.Equal(a, b);
        Assert.Equal([0, 90, 0], copy.MinutesByResident.ToArray());
        Assert.Equal([0, 0, 1], copy.UnmetByResident.ToArray().Select(x => (int)x));
        Assert.Equal(1, a[IndicatorCatalog.Need(NeedKind.Fall, 3, NeedCount.Due)]);
    }

    [Fact]
    public void The_course_begins_with_nothing_given()
    {
        var tally = new Tally(1);
        tally.Gave(0, 60);
        tally.NeedLapsed(NeedKind.Care, Groups.None, 0);
        tally.BeginCourse();
        Assert.Equal(0, tally.MinutesByResident[0]);
        Assert.Equal(0, tally.UnmetByResident[0]);
        Assert.Equal(60, tally[Metric.VolunteerMinutes]);
    }
}
