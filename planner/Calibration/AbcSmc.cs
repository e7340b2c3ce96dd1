using Jinlin.Model.Engine;

namespace Jinlin.Planner.Calibration;

/// <summary>A point that was simulated.</summary>
/// <param name="At">Coordinates between 0 and 1, uniform beforehand.</param>
/// <param name="Outcomes">What came out; NaN where something is not defined.</param>
/// <param name="Distance">From the targets.</param>
/// <param name="Weight">Among those of its generation; they add up to 1.</param>
public sealed record Particle(double[] At, double[] Outcomes, double Distance, double Weight);

/// <summary>Particles that came as near as was asked.</summary>
/// <param name="Within">Largest distance accepted.</param>
/// <param name="Simulated">Points simulated for it.</param>
public sealed record Generation(IReadOnlyList<Particle> Particles, double Within, int Simulated);

/// <summary>
/// Approximate Bayesian computation by sequential Monte Carlo: draws from what may be beforehand, then in generations
/// from around those that came near the targets, until all lie within tolerance (Beaumont, Cornuet, Marin and Robert 2009,
/// Biometrika 96, 983). The prior is uniform over the cube. A particle's proposals are keyed by generation, particle and
/// attempt, so that the result does not depend on how many run at a time.
/// </summary>
/// <param name="dimensions">At least 1.</param>
/// <param name="simulate">
/// Outcomes at a point; the number tells simulations apart and is never used twice. Called from many threads.
/// </param>
/// <param name="distance">From the targets, in tolerances: 1 is as near as is asked. Infinite where not defined.</param>
public sealed class AbcSmc(
    int dimensions, Func<double[], ulong, double[]> simulate, Func<double[], double> distance)
{
    private const double Nearer = .95;

    private const uint Prior = 0xABC0_0001, Pick = 0xABC0_0002, Move = 0xABC0_0003;

    /// <summary>Particles in a generation.</summary>
    public int Particles { get; init; } = 100;

    /// <summary>Proposals for a particle, on average over a generation, after which the targets count as out of reach.</summary>
    public int MostAttempts { get; init; } = 100;

    public int MostGenerations { get; init; } = 12;

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = 1;

    /// <summary>Called after each generation.</summary>
    public Action<Generation>? Finished { get; init; }

    /// <summary>
    /// All generations; the last one lies within tolerance (1) if that could be reached. The first are draws from the
    /// prior.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<Generation> Run(CancellationToken cancellation)
    {
        var all = new List<Generation> { Draws(cancellation) };
        Finished?.Invoke(all[0]);
        while (all[^1].Within > 1 && all.Count < MostGenerations)
        {
            double[] distances = [.. all[^1].Particles.Select(p => p.Distance).Order()];
            // Half of the last generation was this near; never nearer than asked.
            double within = Math.Max(1, distances[distances.Length / 2]);
            // What comes no nearer is out of reach.
            if (!double.IsFinite(within) || within > Nearer * all[^1].Within) break;
            if (Next(all[^1], all.Count, within, cancellation) is not { } next) break;
            all.Add(next);
            Finished?.Invoke(next);
        }
        return all;
    }

    private Generation Draws(CancellationToken cancellation)
    {
        var chance = new Chance(Seed);
        var particles = new Particle[Particles];
        For(Particles, cancellation, i =>
        {
            double[] at = [.. Enumerable.Range(0, dimensions).Select(d => chance.Uniform((uint)i, (uint)d, Prior))];
            double[] outcomes = simulate(at, Number(0, i, 0));
            particles[i] = new Particle(at, outcomes, distance(outcomes), 1.0 / Particles);
        });
        return new Generation(particles, double.PositiveInfinity, Particles);
    }

    /// <summary>Null where it is too hard to come so near.</summary>
    private Generation? Next(Generation last, int generation, double within, CancellationToken cancellation)
    {
        double[] spread = Spreads(last);
        double[] cumulated = new double[last.Particles.Count];
        double sum = 0;
        for (int i = 0; i < cumulated.Length; i++) cumulated[i] = sum += last.Particles[i].Weight;
        var found = new Particle?[Particles];
        int simulated = 0, proposed = 0;
        For(Particles, cancellation, i =>
        {
            // What all need together is the same in whatever order they run, and so is whether it is too much.
            for (int attempt = 0; found[i] is null && attempt <= ushort.MaxValue; attempt++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Interlocked.Increment(ref proposed) > MostAttempts * Particles) return;
                if (Propose(last, cumulated, spread, generation, i, attempt) is not { } at) continue;
                Interlocked.Increment(ref simulated);
                double[] outcomes = simulate(at, Number(generation, i, attempt));
                double far = distance(outcomes);
                if (far <= within) found[i] = new Particle(at, outcomes, far, Weight(last, spread, at));
            }
        });
        if (found.Any(p => p is null)) return null;
        double all = found.Sum(p => p!.Weight);
        return new Generation([.. found.Select(p => p! with { Weight = p!.Weight / all })], within, simulated);
    }

    /// <summary>Near a particle of the last generation; null where that lies outside of what may be.</summary>
    private double[]? Propose(
        Generation last, double[] cumulated, double[] spread, int generation, int particle, int attempt)
    {
        var chance = new Chance(Seed);
        uint entity = (uint)particle, occasion = ((uint)generation << 16) | (uint)attempt;
        double u = chance.Uniform(entity, occasion, Pick) * cumulated[^1];
        int near = Array.FindIndex(cumulated, c => c >= u);
        var at = new double[dimensions];
        for (int d = 0; d < dimensions; d++)
        {
            double z = PortableMath.NormalInverse(chance.Uniform(entity, occasion, Move, (uint)d));
            at[d] = last.Particles[near].At[d] + (spread[d] * z);
            if (at[d] is < 0 or > 1) return null;
        }
        return at;
    }

    /// <summary>One over how likely the point was to be proposed, since the prior is uniform.</summary>
    private double Weight(Generation last, double[] spread, double[] at)
    {
        double sum = 0;
        foreach (Particle p in last.Particles)
        {
            double squares = 0;
            for (int d = 0; d < dimensions; d++)
            {
                double z = (at[d] - p.At[d]) / spread[d];
                squares += z * z;
            }
            sum += p.Weight * Math.Exp(-squares / 2);
        }
        return 1 / sum;
    }

    /// <summary>Twice the weighted variance, as a deviation.</summary>
    private double[] Spreads(Generation last) => [.. Enumerable.Range(0, dimensions).Select(d =>
    {
        double mean = last.Particles.Sum(p => p.Weight * p.At[d]);
        double variance = last.Particles.Sum(p => p.Weight * (p.At[d] - mean) * (p.At[d] - mean));
        return Math.Max(1e-6, Math.Sqrt(2 * variance));
    })];

    private static ulong Number(int generation, int particle, int attempt) =>
        ((ulong)generation << 48) | ((ulong)particle << 20) | (uint)attempt;

    private void For(int count, CancellationToken cancellation, Action<int> body) => Parallel.For(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation }, body);
}
