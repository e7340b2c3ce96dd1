using Jinlin.Planner.Chaos;

namespace Jinlin.Planner.Tests.Chaos;

public class ChaosScheduleTests
{
    [Fact]
    public void A_seed_has_one_schedule_and_another_seed_another()
    {
        ChaosEvent[] one = [.. ChaosSchedule.Of(7).Take(200)];

        Assert.Equal(one, ChaosSchedule.Of(7).Take(200));
        Assert.NotEqual(one, ChaosSchedule.Of(8).Take(200));
    }

    /// <summary>Each deed comes as often as it should, and never sooner than a fifth of a second after the last.</summary>
    [Fact]
    public void Every_deed_comes_in_its_share()
    {
        ChaosEvent[] many = [.. ChaosSchedule.Of(3).Take(20_000)];

        Assert.InRange(Share(ChaosAction.Start), .43, .47);
        Assert.InRange(Share(ChaosAction.Kill), .13, .17);
        Assert.InRange(Share(ChaosAction.KillCoordinator), .08, .12);
        Assert.InRange(Share(ChaosAction.KillAll), .03, .05);
        Assert.InRange(Share(ChaosAction.Stop), .14, .18);
        Assert.InRange(Share(ChaosAction.Stall), .08, .12);
        Assert.All(many, e => Assert.InRange(e.After, TimeSpan.FromSeconds(.2), TimeSpan.FromSeconds(2.2)));

        double Share(ChaosAction action) => many.Count(e => e.Action == action) / 20_000.0;
    }
}
