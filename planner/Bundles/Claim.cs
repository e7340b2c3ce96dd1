using System.Text.Json;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Bundles;

/// <summary>One thing that a bundle says came out, and how to compute it again.</summary>
/// <param name="Name">Seed, policy, point.</param>
/// <param name="Expected">A digest, or outcomes as the table has them.</param>
/// <param name="Compute">The same, computed now.</param>
public sealed record Claim(string Name, string Expected, Func<CancellationToken, string> Compute)
{
    /// <summary>All that an unpacked bundle claims.</summary>
    /// <param name="folder">Where it was unpacked.</param>
    /// <param name="command">The command that made it.</param>
    /// <exception cref="InputException">The command or the inputs cannot be read.</exception>
    public static IReadOnlyList<Claim> Of(string folder, string command)
    {
        string results = Path.Combine(folder, Bundle.Results), inputs = Path.Combine(folder, Bundle.Inputs);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(results, RunFolder.Manifest)));
        var arguments = new RecordedCommand(command, inputs);
        return Made.Of(json.RootElement) switch
        {
            Made.Run => OfRun(json.RootElement, arguments),
            Made.Comparison => OfComparison(json.RootElement, arguments),
            Made.Sweep => OfSweep(results, arguments),
            _ => throw new InputException(new InputError(folder, 0, Words.Nothing, Words.AResultFolder)),
        };
    }

    private static IReadOnlyList<Claim> OfRun(JsonElement manifest, RecordedCommand command)
    {
        Scenario scenario = command.Scenario(alternatives: false);
        return [.. manifest.GetProperty("runs").EnumerateArray().Select(run =>
        {
            ulong seed = run.GetProperty("seed").GetUInt64();
            return new Claim($"seed {seed}", run.GetProperty("digest").GetString()!, cancellation => Replication.Run(
                new RunInputs { Scenario = scenario, Seed = seed, Command = "" },
                new RunOptions { RecordNeeds = false }, cancellation).DigestText);
        })];
    }

    private static IReadOnlyList<Claim> OfComparison(JsonElement manifest, RecordedCommand command)
    {
        Scenario scenario = command.Scenario(alternatives: true);
        var claims = new List<Claim>();
        foreach (JsonElement pair in manifest.GetProperty("pairs").EnumerateArray())
        {
            ulong seed = pair.GetProperty("seed").GetUInt64();
            bool drawn = pair.GetProperty("drawn_assumptions").GetBoolean();
            var fork = new Lazy<SeedFork>(() => SeedFork.Run(
                drawn ? AssumptionDraws.Of(scenario, seed) : scenario, seed, Environment.ProcessorCount));
            int world = 0;
            foreach (JsonElement digest in pair.GetProperty("digests").EnumerateArray())
            {
                PolicyPlan policy = scenario.Policies[world++];
                claims.Add(new Claim($"seed {seed}, {policy.Name}", digest.GetString()!, cancellation =>
                    fork.Value.World([policy], Environment.ProcessorCount, cancellation: cancellation).DigestText));
            }
        }
        return claims;
    }

    private static IReadOnlyList<Claim> OfSweep(string results, RecordedCommand command)
    {
        SweepPlan plan = command.Sweep();
        string[] rows = File.ReadAllLines(Path.Combine(results, SweepFolder.Table))[1..];
        return [.. rows.Select((row, i) =>
        {
            int world = i % plan.Worlds.Count, seed = i / plan.Worlds.Count % plan.Seeds;
            long point = i / plan.Worlds.Count / plan.Seeds;
            return new Claim(
                $"point {point}, seed {plan.SeedOf(seed)}, {plan.Worlds[world].Name}", row,
                cancellation => SweepFolder.Row(plan, point, seed, world, Computed(plan, point, seed, world, cancellation)));
        })];
    }

    /// <summary>Null where the model fails, as in a sweep.</summary>
    private static double[]? Computed(SweepPlan plan, long point, int seed, int world, CancellationToken cancellation)
    {
        Scenario scenario = plan.ScenarioOf(plan.Values(point), plan.Worlds[world]);
        try
        {
            ReplicationResult result = SeedFork.Run(scenario, plan.SeedOf(seed), 1, cancellation)
                .World(scenario.Policies, 1, cancellation: cancellation);
            return [.. plan.Outcomes.Select(o => o.In(result, scenario.Town.Provenance))];
        }
        catch (ModelException)
        {
            return null;
        }
    }
}
