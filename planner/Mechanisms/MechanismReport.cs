using System.Globalization;
using System.Text;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Acceptance;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Mechanisms;

/// <summary>Measures every mechanism, on against off, and writes docs/mechanisms.md.</summary>
internal static class MechanismReport
{
    private const int TraceLines = 10;

    /// <param name="seeds">Pairs per mechanism, at least 2.</param>
    /// <param name="done">Told how many seeds are finished.</param>
    public static string Write(int seeds, Action<int>? done, CancellationToken cancellation)
    {
        IReadOnlyList<Mechanism> rows = Mechanism.All;
        IReadOnlyDictionary<Lever, double> all = SeedWorlds.Preset("all");
        TownPlan plan = TownPlans.Estate();
        var on = new double[rows.Count, seeds];
        var off = new double[rows.Count, seeds];
        EstateYear? first = null;
        int finished = 0;
        Parallel.For(0, seeds, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            EstateYear with = EstateYear.Run((ulong)(i + 1), plan, all, records: i == 0);
            if (i == 0) first = with;
            for (int r = 0; r < rows.Count; r++)
            {
                EstateYear without = EstateYear.Run((ulong)(i + 1), plan, Without(all, rows[r].Levers));
                on[r, i] = with[rows[r].Indicator];
                off[r, i] = without[rows[r].Indicator];
            }
            done?.Invoke(Interlocked.Increment(ref finished));
        });
        return Text(rows, first!, all, on, off, seeds);
    }

    /// <summary>The preset without some levers; the baseline holds for them.</summary>
    private static Dictionary<Lever, double> Without(IReadOnlyDictionary<Lever, double> all, Lever[] levers) =>
        all.Where(l => !levers.Contains(l.Key)).ToDictionary(l => l.Key, l => l.Value);

    private static string Text(
        IReadOnlyList<Mechanism> rows, EstateYear first, IReadOnlyDictionary<Lever, double> all, double[,] on,
        double[,] off, int seeds)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Mechanisms

            Written by `jinlin mechanisms --seeds {seeds}`. One estate of 1,400, 180 days of burn-in and a year under the preset
            `all`, against the same without a row's levers; the same {seeds} seeds in both worlds. "On − off" is the mean paired
            difference in the row's indicator with its 95 % interval (Student's t). Messages are per resident and year under
            `all`, seed 1; costs are what the row's levers add to `all`, in yuan a year. An interval that holds 0 says that
            nothing was detected at this number of seeds, not that there is nothing. Committees pool between estates, so on
            a single estate their row is zero.

            Digest of `all`, seed 1: `{first.Digest:x32}`.


            """);
        text.AppendLine("| Pillar | Mechanism | Levers | ¥ per year | Messages | Indicator | Off | On − off | 95 % interval |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|");
        EstateSize size = EstateSize.Of(TownPlans.Estate(), first.Estate.Roster);
        for (int r = 0; r < rows.Count; r++)
        {
            Mechanism row = rows[r];
            var differences = new double[seeds];
            double offMean = 0;
            for (int i = 0; i < seeds; i++)
            {
                differences[i] = on[r, i] - off[r, i];
                offMean += off[r, i] / seeds;
            }
            MeanInterval d = MeanInterval.Of(differences);
            double cost = Yuan(all, size) - Yuan(Without(all, row.Levers), size);
            double messages = row.Kinds.Sum(k => first.SentByKind[(int)k]) / 1400.0 * 365 / (EstateYear.BurnIn + EstateYear.Year);
            string levers = string.Join(", ", row.Levers.Select(l => LeverCatalog.Of(l).Name));
            text.Append(CultureInfo.InvariantCulture, $"| {row.Pillar} | {row.Name} | {levers} | {cost:n0} | {messages:0.##} ");
            text.Append(CultureInfo.InvariantCulture, $"| `{row.Indicator}` | {Number(offMean)} | {Number(d.Mean)} ");
            text.AppendLine(CultureInfo.InvariantCulture, $"| {Number(d.Mean - d.Half)} to {Number(d.Mean + d.Half)} |");
        }
        foreach (Mechanism row in rows) Describe(text, row, first);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Describe(StringBuilder text, Mechanism row, EstateYear first)
    {
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"## {row.Name}");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Between {row.Actors}. Messages: {string.Join(", ", row.Kinds)}.");
        text.AppendLine();
        string[] trace = [.. Trace(row, first)];
        if (trace.Length == 0)
        {
            text.AppendLine("No instance in the year of seed 1.");
            return;
        }
        text.AppendLine("```");
        foreach (string line in trace) text.AppendLine(line);
        text.AppendLine("```");
    }

    /// <summary>The first instance: all that was recorded about its need, or the first events of its kind.</summary>
    private static IEnumerable<string> Trace(Mechanism row, EstateYear year)
    {
        Record found = year.Records.FirstOrDefault(r => r.Kind == (ushort)row.Trace && IsOf(row, r));
        if (found.Kind == 0) return [];
        if (found.A == 0) return year.Records.Where(r => r.Kind == found.Kind).Take(3).Select(r => Line(r, year));
        uint owner = year.Records.First(r => r.Kind == found.Kind && r.A == found.A).Actor.Value;
        return year.Records
            .Where(r => r.A == found.A && (r.Actor == found.Actor || r.B == found.Actor.Value || r.Actor.Value == found.B
                || r.Actor.Value == owner))
            .Take(TraceLines).Select(r => Line(r, year));
    }

    /// <summary>The reasoning room's instance is a dispute that it settled.</summary>
    private static bool IsOf(Mechanism row, Record r) => row.Trace != Event.NeedResolved
        || (new NeedKey(r.A).Kind == NeedKind.Dispute && (HelpSource)r.C == HelpSource.ReasoningRoom);

    private static string Line(Record r, EstateYear year)
    {
        string need = r.A == 0 || r.Kind is (ushort)Event.Attended ? "" : $"  {new NeedKey(r.A)}";
        string other = r.B == 0 ? "" : $"  with {Who(r.B, year)}";
        return $"{r.At,-14} {Who(r.Actor.Value, year),-22} {(Event)r.Kind}{need}{other}";
    }

    private static string Who(uint actor, EstateYear year)
    {
        Roster roster = year.Estate.Roster;
        uint slot = actor - roster.First.Value;
        int residents = roster.Residents.Length, buildings = roster.Buildings.Length;
        return slot < residents ? $"resident {slot}"
            : slot < residents + buildings ? $"building {slot - residents}"
            : slot < roster.Actors ? $"{(OrganizationSlot)(slot - residents - buildings)}" : "the city";
    }

    private static double Yuan(IReadOnlyDictionary<Lever, double> set, EstateSize size)
    {
        var values = new double[Levers.Count];
        for (int l = 0; l < values.Length; l++)
            values[l] = set.TryGetValue((Lever)l, out double v) ? v : LeverCatalog.Baseline[(Lever)l];
        return Costs.YuanPerYear(new Levers(values), size, Prices.Default);
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
