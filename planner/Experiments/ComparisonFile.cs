using System.Text.Json;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// All that a comparison's report follows from, in one file: the plan, why it stopped, and every replication, those
/// under each shock alone and without a shock too. The same comparison has the same bytes.
/// </summary>
public static class ComparisonFile
{
    /// <summary>More than any file has, so that a damaged count allocates nothing absurd.</summary>
    private const int MostPairs = 1 << 20, MostWorlds = 1 << 10, MostBytes = 1 << 30;

    public static void Write(Stream stream, Comparison comparison)
    {
        ExperimentPlan plan = comparison.Plan;
        using var to = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        to.Write(JsonSerializer.Serialize(new Head(
            RunInputs.EngineVersion, ScenarioBytes.Write(plan.Scenario), [.. plan.Files], plan.Seed, plan.Seeds,
            plan.Precision, plan.Maximum, plan.Command, comparison.Reason)));
        Write(to, comparison.Pairs);
        to.Write(comparison.ShocksAlone.Count);
        foreach (ShockPairs shock in comparison.ShocksAlone) Write(to, shock.Pairs);
        Write(to, comparison.Calm);
    }

    /// <summary>Reads what <see cref="Write(Stream, Comparison)"/> made.</summary>
    /// <exception cref="InvalidDataException">Another engine made it, or it is something else.</exception>
    public static Comparison Read(Stream stream)
    {
        try
        {
            using var from = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            Head head = JsonSerializer.Deserialize<Head>(from.ReadString())!;
            RunInputs.CheckEngine(head.Engine);
            var plan = new ExperimentPlan
            {
                Scenario = ScenarioBytes.Read(head.Scenario),
                Files = head.Files,
                Seed = head.Seed,
                Seeds = head.Seeds,
                Precision = head.Precision,
                Maximum = head.Maximum,
                Command = head.Command,
            };
            FinishedPair[] pairs = ReadPairs(from);
            int alone = Bounded(from.ReadInt32(), plan.Scenario.Shocks.Count);
            ShockPairs[] shocks = [.. Enumerable.Range(0, alone)
                .Select(i => new ShockPairs(plan.Scenario.Shocks[i], ReadPairs(from)))];
            return Comparison.Of(
                plan, new ExperimentState(pairs, pairs.Length, pairs.Length, 0), head.Reason, shocks, ReadPairs(from));
        }
        catch (Exception e) when (e is EndOfStreamException or JsonException or FormatException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static void Write(BinaryWriter to, IReadOnlyList<FinishedPair> pairs)
    {
        to.Write(pairs.Count);
        foreach ((FinishedPair pair, byte[][] worlds) in pairs.Zip(
            pairs.AsParallel().AsOrdered().Select(p => p.Worlds.Select(ReplicationCodec.Write).ToArray())))
        {
            to.Write(pair.Pair);
            to.Write(worlds.Length);
            foreach (byte[] world in worlds)
            {
                to.Write(world.Length);
                to.Write(world);
            }
        }
    }

    private static FinishedPair[] ReadPairs(BinaryReader from)
    {
        var pairs = new FinishedPair[Bounded(from.ReadInt32(), MostPairs)];
        for (int i = 0; i < pairs.Length; i++)
        {
            int number = from.ReadInt32();
            var worlds = new ReplicationResult[Bounded(from.ReadInt32(), MostWorlds)];
            for (int w = 0; w < worlds.Length; w++)
                worlds[w] = ReplicationCodec.Read(from.ReadBytes(Bounded(from.ReadInt32(), MostBytes)));
            pairs[i] = new FinishedPair(number, worlds);
        }
        return pairs;
    }

    private static int Bounded(int count, int most) =>
        count >= 0 && count <= most ? count : throw new InvalidDataException($"{count} of at most {most}");

    private sealed record Head(
        string Engine, byte[] Scenario, HashedFile[] Files, ulong Seed, int Seeds, double? Precision, int Maximum,
        string Command, StopReason Reason);
}
