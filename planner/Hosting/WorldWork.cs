using System.Security.Cryptography;
using System.Text.Json;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Hosting;

/// <summary>
/// Worlds of one seed of a comparison, on whatever silo: one, or the baseline whole and others beside it, of which only
/// what differs is simulated. Burn-in is shared by the worlds that come to one silo, as long
/// as its memory allows; a town of which few fit has several threads in each world instead.
/// </summary>
public sealed class WorldWork : IReplicationWork
{
    public const string WorkName = "world";

    private readonly SharedForks _forks = new();
    private readonly MemoryBudget _memory = new();

    public string Name => WorkName;

    public byte[] Do(byte[] job, int threads, CancellationToken cancellation)
    {
        Job asked = JsonSerializer.Deserialize<Job>(job)!;
        if (asked.Engine != RunInputs.EngineVersion) return Answered(new Answer([], default, RunInputs.EngineVersion, null));
        Scenario scenario = ScenarioBytes.Read(asked.Scenario);
        long residents = scenario.Town.Estates.Sum(e => (long)e.Population);
        IReadOnlyList<PolicyPlan>[] worlds =
            [.. asked.Worlds.Select(w => (IReadOnlyList<PolicyPlan>)[scenario.Policies[w]])];
        try
        {
            using MemoryBudget.Share share = _memory.Take(residents * worlds.Length, threads, cancellation);
            SeedFork fork = _forks.Of(
                Convert.ToHexString(SHA256.HashData(asked.Scenario)), asked.Seed, threads,
                () => SeedFork.Run(scenario, asked.Seed, share.Threads, cancellation));
            (IReadOnlyList<ReplicationResult> results, IReadOnlyList<Resimulated> efforts) = worlds.Length == 1
                ? ([fork.World(worlds[0], share.Threads, cancellation: cancellation)], [])
                : fork.Together(worlds, share.Threads, cancellation);
            if (asked.Last) _forks.Forget(fork);
            Resimulated effort = efforts.Aggregate(default(Resimulated), (sum, e) => sum + e);
            return Answered(new Answer(
                [.. results.Select(ReplicationCodec.Write)], effort, RunInputs.EngineVersion, null));
        }
        catch (ModelException broken)
        {
            return Answered(new Answer(
                [], default, RunInputs.EngineVersion, new Failure(broken.Message, broken.At.Value, broken.Actor.Value)));
        }
    }

    /// <summary>Asks for worlds.</summary>
    /// <param name="scenario">Bytes of <see cref="ScenarioBytes"/>, the pair's policies among them.</param>
    public static byte[] Ask(byte[] scenario, WorldJob job) => JsonSerializer.SerializeToUtf8Bytes(
        new Job(scenario, job.Pair.Seed, [.. job.Worlds], job.Last, RunInputs.EngineVersion));

    /// <summary>The results, in the order of the worlds that were asked for, and what of them was simulated again.</summary>
    /// <exception cref="ReplicationFailure">The model broke a law or an invariant.</exception>
    /// <exception cref="InputException">The silo is of another version: its results are not ours.</exception>
    public static (IReadOnlyList<ReplicationResult> Results, Resimulated Effort) Read(byte[] answer, ulong seed)
    {
        Answer read = JsonSerializer.Deserialize<Answer>(answer)!;
        if (read.Engine != RunInputs.EngineVersion)
        {
            throw new InputException(new InputError(
                "--cluster", 0, SafeText.Quoted(read.Engine), Words.EngineOfCluster(RunInputs.EngineVersion)));
        }
        if (read.Failure is { } failure)
        {
            throw new ReplicationFailure(
                seed, ModelException.Told(failure.What, new Minute(failure.Minute), new ActorId(failure.Actor)));
        }
        return ([.. read.Results.Select(ReplicationCodec.Read)], read.Effort);
    }

    private static byte[] Answered(Answer answer) => JsonSerializer.SerializeToUtf8Bytes(answer);

    private sealed record Job(byte[] Scenario, ulong Seed, int[] Worlds, bool Last, string Engine);

    private sealed record Answer(byte[][] Results, Resimulated Effort, string Engine, Failure? Failure);

    private sealed record Failure(string What, int Minute, uint Actor);
}
