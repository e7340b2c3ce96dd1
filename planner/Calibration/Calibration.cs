using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Sweeps;

namespace Jinlin.Planner.Calibration;

/// <summary>Brings a sweep's coefficients to its targets. Simulations are reused from the store.</summary>
/// <param name="plan">With parameters as factors, one world, and targets.</param>
public sealed class Calibration(SweepPlan plan, ReplicationStore? store)
{
    /// <summary>Marks draws of seeds, apart from every purpose of a model.</summary>
    private const uint SeedPurpose = 0xABC0_0004, TruthPurpose = 0xABC0_0005;

    private long _simulated;

    public int Particles { get; init; } = 100;

    public int Threads { get; init; } = 1;

    /// <summary>Called after each generation.</summary>
    public Action<Generation>? Finished { get; init; }

    /// <summary>Called after each simulation, from any thread, with how many there were.</summary>
    public Action<long>? Progress { get; init; }

    /// <summary>The generations; the last is within tolerance if that could be reached.</summary>
    public IReadOnlyList<Generation> Run(CancellationToken cancellation) =>
        Of([.. plan.Targets.Select(t => t.Value)], plan.Seed, Finished, cancellation);

    /// <summary>
    /// Calibrates to what the model itself makes at points drawn from the ranges, to see whether it finds them again.
    /// Truths whose outcomes are not defined, or out of reach, are left out.
    /// </summary>
    public IReadOnlyList<RankCheck> Check(int truths, CancellationToken cancellation)
    {
        var chance = new Chance(plan.Seed);
        var found = new List<(double[], Generation)>();
        for (uint t = 0; t < truths; t++)
        {
            uint truth = t;
            double[] at = [.. plan.Factors.Select((_, d) => chance.Uniform(truth, (uint)d, TruthPurpose))];
            double[] made = Simulate(at, ulong.MaxValue - t, cancellation);
            if (!made.All(double.IsFinite)) continue;
            Generation last = Of(made, plan.Seed + t + 1, null, cancellation)[^1];
            if (last.Within <= 1) found.Add((at, last));
        }
        return found.Count == 0 ? [] : RankCheck.Of(found);
    }

    /// <summary>In tolerances, of the target that is farthest off.</summary>
    public double Distance(double[] outcomes, double[] values)
    {
        double most = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            if (!double.IsFinite(outcomes[i])) return double.PositiveInfinity;
            most = Math.Max(most, Math.Abs(outcomes[i] - values[i]) / plan.Targets[i].Tolerance);
        }
        return most;
    }

    private IReadOnlyList<Generation> Of(
        double[] values, ulong seed, Action<Generation>? finished, CancellationToken cancellation) =>
        new AbcSmc(
            plan.Factors.Count, (at, number) => Simulate(at, number ^ (seed << 1), cancellation),
            outcomes => Distance(outcomes, values))
        {
            Particles = Particles,
            Seed = seed,
            Threads = Threads,
            Finished = finished,
        }.Run(cancellation);

    /// <summary>
    /// The mean over the plan's seeds, which are others for each simulation: chance is part of what is matched.
    /// </summary>
    private double[] Simulate(double[] at, ulong number, CancellationToken cancellation)
    {
        Scenario scenario = plan.ScenarioOf([.. at.Zip(plan.Factors, (u, f) => f.At(u))], plan.Worlds[0]);
        double[] sums = new double[plan.Targets.Count];
        for (uint r = 0; r < plan.Seeds; r++)
        {
            ReplicationResult result;
            try
            {
                result = Run(scenario, SeedOf(number, r), cancellation);
            }
            catch (ModelException)
            {
                // A place where the model breaks agrees with no target.
                return [.. sums.Select(_ => double.NaN)];
            }
            for (int i = 0; i < sums.Length; i++)
                sums[i] += plan.Targets[i].Outcome.In(result, scenario.Town.Provenance) / plan.Seeds;
        }
        Progress?.Invoke(Interlocked.Increment(ref _simulated));
        return sums;
    }

    private ReplicationResult Run(Scenario scenario, ulong seed, CancellationToken cancellation)
    {
        var key = ReplicationKey.Of(scenario, seed);
        if (store?.Find(key) is { } kept) return kept;
        ReplicationResult result = SeedFork.Run(scenario, seed, threads: 1, cancellation)
            .World(scenario.Policies, threads: 1, cancellation: cancellation);
        store?.Keep(key, result);
        return result;
    }

    private ulong SeedOf(ulong number, uint replication)
    {
        var chance = new Chance(plan.Seed);
        uint low = (uint)number, high = (uint)(number >> 32);
        return ((ulong)chance.Bits(low, high, SeedPurpose, 2 * replication) << 32)
            | chance.Bits(low, high, SeedPurpose, (2 * replication) + 1);
    }
}
