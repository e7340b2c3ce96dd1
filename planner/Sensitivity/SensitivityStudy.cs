using Jinlin.Planner.Sweeps;

namespace Jinlin.Planner.Sensitivity;

/// <summary>What was found about one outcome.</summary>
/// <param name="Outcome">Name of the measure.</param>
/// <param name="World">The policy.</param>
/// <param name="Baseline">The policy whose value was subtracted, pair by pair; null: none.</param>
public sealed record OutcomeSensitivity(string Outcome, string World, string? Baseline)
{
    /// <summary>By factor; empty for another method, or where a run has no value.</summary>
    public IReadOnlyList<MorrisEffect> Effects { get; init; } = [];

    /// <summary>Null for another method, or where a run has no value.</summary>
    public SobolIndices? Indices { get; init; }

    /// <summary>Null with one seed.</summary>
    public VarianceSplit? Split { get; init; }
}

/// <summary>How an outcome that a sweep has at a point is read: the mean over its seeds.</summary>
/// <remarks>
/// With several policies it is each policy's difference from the first, so that the answer is what a conclusion hangs on
/// and not what the town looks like under any policy.
/// </remarks>
public sealed class SensitivityStudy(SweepPlan plan, Sweep sweep)
{
    /// <summary>Elementary effects of every outcome.</summary>
    public IReadOnlyList<OutcomeSensitivity> Morris() => Study((study, values) => study with
    {
        Effects = MorrisEffect.Of(
            [.. Enumerable.Range(0, values.Count).Select(p => plan.Design.At(p))], [.. values.Select(v => v.Average())]),
    });

    /// <summary>Shares of variance of every outcome.</summary>
    public IReadOnlyList<OutcomeSensitivity> Sobol(bool secondOrder) => Study((study, values) => study with
    {
        Indices = new SobolIndices(plan.Factors.Count, secondOrder, [.. values.Select(v => v.Average())]),
    });

    private IReadOnlyList<OutcomeSensitivity> Study(
        Func<OutcomeSensitivity, IReadOnlyList<IReadOnlyList<double>>, OutcomeSensitivity> analyse)
    {
        var found = new List<OutcomeSensitivity>();
        bool compared = plan.Worlds.Count > 1;
        for (int world = compared ? 1 : 0; world < plan.Worlds.Count; world++)
        {
            for (int outcome = 0; outcome < plan.Outcomes.Count; outcome++)
            {
                var study = new OutcomeSensitivity(
                    plan.Outcomes[outcome].Name, plan.Worlds[world].Name, compared ? plan.Worlds[0].Name : null);
                double[][] values = Values(world, outcome);
                found.Add(values.All(v => v.All(double.IsFinite))
                    ? analyse(study with { Split = VarianceSplit.Of(values) }, values)
                    : study);
            }
        }
        return found;
    }

    /// <summary>By point, then by seed; NaN where a run failed or has no value.</summary>
    private double[][] Values(int world, int outcome)
    {
        return [.. Enumerable.Range(0, (int)plan.Design.Points).Select(point =>
            Enumerable.Range(0, plan.Seeds).Select(seed => plan.Worlds.Count == 1
                ? Of(point, seed, 0)
                : Of(point, seed, world) - Of(point, seed, 0)).ToArray())];

        double Of(int point, int seed, int of) => sweep.Outcomes(point, seed, of)?[outcome] ?? double.NaN;
    }
}
