using Jinlin.Planner.Designs;
using Jinlin.Planner.Sensitivity;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Tests.Sweeps;

namespace Jinlin.Planner.Tests.Sensitivity;

public sealed class SensitivityStudyTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-sensitivity-");

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>Nobody's price list changes when a coefficient of the canteen does and there is no canteen.</summary>
    [Fact]
    public void A_coefficient_that_nothing_reads_has_no_effect()
    {
        SweepPlan plan = MadeSweep.Plan(seeds: 2, parameters: ["rate-errand", "power-back-share"]) with
        {
            Design = new SweepDesign.Drawn("morris", MorrisTrajectories.Points(3, 2, 1)),
        };
        plan = plan with { Worlds = [plan.Worlds[0]] };
        Sweep sweep = MadeSweep.Run(plan, _root.FullName);

        OutcomeSensitivity needs = new SensitivityStudy(plan, sweep).Morris().Single(o => o.Outcome == "needs-arisen");

        Assert.True(needs.Effects[0].Mean > 0);
        Assert.Equal(0, needs.Effects[1].MeanAbsolute);
        Assert.True(needs.Split!.Value.Points > 0);
    }

    [Fact]
    public void Several_policies_are_read_as_differences_from_the_first()
    {
        SweepPlan plan = MadeSweep.Plan(seeds: 1) with
        {
            Design = new SweepDesign.Drawn("sobol", SaltelliPoints.Points(2, 2, false)),
        };
        Sweep sweep = MadeSweep.Run(plan, _root.FullName);

        IReadOnlyList<OutcomeSensitivity> found = new SensitivityStudy(plan, sweep).Sobol(secondOrder: false);

        // Base needs are the same under every policy: a difference of zero, and shares of zero.
        OutcomeSensitivity needs = found.Single(o => o.Outcome == "needs-arisen");
        Assert.Equal(("mutual-help", "none"), (needs.World, needs.Baseline));
        Assert.All(needs.Indices!.Total, s => Assert.Equal(0, s.Value));
        Assert.Null(needs.Split);
    }
}
