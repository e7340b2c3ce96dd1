using System.Numerics;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class ScheduleTests
{
    [Fact]
    public void Workers_are_out_by_day_and_home_by_night()
    {
        Assert.False(Schedule.IsHome(Timetable.DayWorker, 11, freeDay: false));
        Assert.True(Schedule.IsHome(Timetable.DayWorker, 21, freeDay: false));
        Assert.True(Schedule.IsHome(Timetable.DayWorker, 9, freeDay: true));
        Assert.True(Schedule.IsHome(Timetable.NightWorker, 11, freeDay: false));
        Assert.False(Schedule.IsHome(Timetable.NightWorker, 23, freeDay: false));
        Assert.False(Schedule.IsAwake(Timetable.NightWorker, 9));
    }

    [Fact]
    public void Everybody_sleeps_and_is_home_and_awake_for_some_hours_of_every_day()
    {
        foreach (Timetable t in Enum.GetValues<Timetable>())
        {
            Assert.InRange(Enumerable.Range(0, 24).Count(h => Schedule.IsAwake(t, h)), 10, 18);
            foreach (bool free in new[] { false, true })
            {
                uint both = Schedule.HomeAndAwake(t, free);
                Assert.InRange(BitOperations.PopCount(both), 2, 16);
                for (int h = 0; h < 24; h++)
                {
                    bool expected = Schedule.IsHome(t, h, free) && Schedule.IsAwake(t, h);
                    Assert.Equal(expected, (both >> h & 1) != 0);
                }
            }
        }
    }

    [Fact]
    public void Timetables_fit_ages()
    {
        Assert.Equal(Timetable.Homebound, Schedule.Of(82, homebound: true, collective: false, .1));
        Assert.Equal(Timetable.Toddler, Schedule.Of(5, false, false, .9));
        Assert.Equal(Timetable.Pupil, Schedule.Of(17, false, false, .1));
        Assert.Equal(Timetable.Dormitory, Schedule.Of(25, false, collective: true, .79));
        double[] u = [.. Enumerable.Range(0, 1000).Select(i => (i + .5) / 1000)];
        Assert.Equal(420, u.Count(x => Schedule.Of(40, false, false, x) == Timetable.DayWorker));
        Assert.Equal(700, u.Count(x => Schedule.Of(65, false, false, x) == Timetable.RetiredActive));
        Assert.DoesNotContain(u, x => Schedule.Of(80, false, false, x) == Timetable.DayWorker);
    }
}
