using System.Text.Json;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Hosting;

/// <summary>One replication of a small town, whole, on one thread of whatever silo.</summary>
public sealed class ReplicationWork : IReplicationWork
{
    public const string WorkName = "replication";

    public string Name => WorkName;

    public byte[] Do(byte[] job, int threads, CancellationToken cancellation)
    {
        Job asked = JsonSerializer.Deserialize<Job>(job)!;
        var inputs = new RunInputs { Scenario = ScenarioBytes.Read(asked.Scenario), Seed = asked.Seed, Command = "" };
        try
        {
            RunResult result = Replication.Run(
                inputs, new RunOptions { Threads = 1, RecordNeeds = false, VerifyInvariants = asked.Verify }, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return JsonSerializer.SerializeToUtf8Bytes(new Answer(new RunSummary(result).ToBytes(), null, 0, 0));
        }
        catch (ModelException broken)
        {
            return JsonSerializer.SerializeToUtf8Bytes(
                new Answer([], broken.Message, broken.At.Value, broken.Actor.Value));
        }
    }

    /// <summary>Asks for one replication.</summary>
    /// <param name="scenario">Bytes of <see cref="ScenarioBytes"/>.</param>
    /// <param name="verify">Whether every invariant is checked at each midnight.</param>
    public static byte[] Ask(byte[] scenario, ulong seed, bool verify) =>
        JsonSerializer.SerializeToUtf8Bytes(new Job(scenario, seed, verify));

    /// <exception cref="ReplicationFailure">The model broke a law or an invariant.</exception>
    public static RunSummary Read(byte[] answer, RunInputs inputs)
    {
        Answer read = JsonSerializer.Deserialize<Answer>(answer)!;
        if (read.Failure is not { } failure) return RunSummary.Read(read.Summary, inputs);
        throw new ReplicationFailure(
            inputs.Seed, ModelException.Told(failure, new Minute(read.Minute), new ActorId(read.Actor)));
    }

    private sealed record Job(byte[] Scenario, ulong Seed, bool Verify);

    private sealed record Answer(byte[] Summary, string? Failure, int Minute, uint Actor);
}
