using System.Text.Encodings.Web;
using System.Text.Json;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Experiments;

/// <summary>The one object of <c>--json</c>, and the manifest of a comparison's folder. Neither holds a clock's time.</summary>
public static class ComparisonJson
{
    /// <summary>The manifest's first word; folders of another version are not replaced.</summary>
    public const string Format = "jinlin-comparison/1";

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>What <c>jinlin compare --json</c> prints.</summary>
    public static byte[] Summary(Comparison comparison) => Written(false, json =>
    {
        ExperimentPlan plan = comparison.Plan;
        json.WriteString("scenario", plan.Scenario.Name);
        json.WriteString("baseline", comparison.Baseline);
        json.WriteString("primary", plan.Primary);
        json.WriteNumber("seed", plan.Seed);
        json.WriteNumber("replications", comparison.Pairs.Count);
        json.WriteNumber("replications_with_drawn_assumptions",
            comparison.Pairs.Count(p => ExperimentPlan.IsDrawn(p.Pair)));
        json.WriteString("stopped", Kebab($"{comparison.Reason}"));
        json.WriteString("engine", RunInputs.EngineVersion);
        if (comparison.Selection is { } selection) WriteSelection(json, comparison, selection);
        WriteVerdicts(json, comparison);
        json.WriteStartArray("shocks");
        foreach (PolicyComparison policy in comparison.Policies)
        {
            foreach (NamedDifference shock in policy.Shocks)
            {
                json.WriteStartObject();
                json.WriteString("policy", policy.Name);
                WriteHalf(json, "primary", shock.Difference);
                json.WriteString("shock", shock.Name);
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        json.WriteStartArray("comparisons");
        foreach (PolicyComparison policy in comparison.Policies)
        {
            foreach (MeasureDifference d in policy.Differences) WriteDifference(json, policy, d);
        }
        json.WriteEndArray();
    });

    /// <summary>The manifest: inputs, their hashes, versions, seeds, digest of every replication, command.</summary>
    public static byte[] Manifest(Comparison comparison) => Written(true, json =>
    {
        ExperimentPlan plan = comparison.Plan;
        json.WriteString("format", Format);
        json.WriteString("disclaimer", Words.Disclaimer);
        json.WriteString("command", plan.Command);
        json.WriteString("engine", RunInputs.EngineVersion);
        json.WriteString("runtime", Environment.Version.ToString());
        json.WriteString("scenario", plan.Scenario.Name);
        json.WriteString("town", plan.Scenario.Town.Name);
        json.WriteString("provenance", plan.Scenario.Town.Provenance.ToString().ToLowerInvariant());
        json.WriteStartArray("worlds");
        foreach (Model.Policy.PolicyPlan policy in plan.Worlds) json.WriteStringValue(policy.Name);
        json.WriteEndArray();
        json.WriteString("start", plan.Scenario.Calendar.Start.ToString("yyyy-MM-dd"));
        json.WriteNumber("burn_in_days", plan.Scenario.BurnInDays);
        json.WriteNumber("horizon_days", plan.Scenario.HorizonDays);
        json.WriteString("stopped", Kebab($"{comparison.Reason}"));
        WriteFiles(json, "inputs", plan.Files);
        json.WriteStartArray("pairs");
        foreach (FinishedPair pair in comparison.Pairs)
        {
            json.WriteStartObject();
            json.WriteNumber("seed", plan.SeedOf(pair.Pair));
            json.WriteBoolean("drawn_assumptions", ExperimentPlan.IsDrawn(pair.Pair));
            json.WriteStartArray("digests");
            foreach (ReplicationResult world in pair.Worlds) json.WriteStringValue(world.DigestText);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static byte[] Written(bool indented, Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented, Encoder = Encoder }))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        if (indented) buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteVerdicts(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteStartArray("verdicts");
        foreach (PolicyComparison policy in comparison.Policies)
        {
            json.WriteStartObject();
            json.WriteString("policy", policy.Name);
            WriteVerdict(json, policy);
            if (policy.Verdict is { } verdict)
            {
                json.WriteString("reason", Kebab($"{verdict.Reason}"));
                json.WriteString("sentence", VerdictText.Sentence(verdict));
                json.WriteString("limiting", verdict.Limiting.Endpoint.Name);
                json.WriteString("worst_group", verdict.WorstGroup?.Name);
                json.WriteString("worst_shock", verdict.WorstShock?.Name);
                json.WriteIndicator("regret", verdict.Regret);
            }
            json.WriteIndicator("extra_cost_per_year", -policy.Cost.Mean);
            json.WriteIndicator("cost_per_extra_need_met", policy.CostPerNeed?.Ratio ?? double.NaN);
            json.WriteIndicator("cost_per_extra_need_met_low", policy.CostPerNeed?.Fieller.Interval.Low ?? double.NaN);
            json.WriteIndicator("cost_per_extra_need_met_high", policy.CostPerNeed?.Fieller.Interval.High ?? double.NaN);
            WriteHalf(json, "chance", policy.Chance);
            WriteHalf(json, "assumptions", policy.Assumptions);
            WriteSpread(json, policy[comparison.Plan.Primary].Difference, policy);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteSelection(Utf8JsonWriter json, Comparison comparison, PolicySelection selection)
    {
        string NameOf(int world) => comparison.Plan.Worlds[world].Name;
        json.WriteStartObject("selection");
        json.WriteString("best", selection.Best is { } best ? NameOf(best) : null);
        json.WriteNumber("confidence", PolicySelection.Confidence);
        json.WriteStartArray("worlds");
        for (int world = 0; world < selection.Runs.Count; world++)
        {
            json.WriteStartObject();
            json.WriteString("policy", NameOf(world));
            json.WriteBoolean("surviving", selection.Surviving.Contains(world));
            json.WriteNumber("pairs", selection.Runs[world]);
            if (selection.Next is { } next) json.WriteNumber("of_a_hundred_further", next[world]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>How the primary's difference spreads over pairs, and how much of that is due to assumptions.</summary>
    private static void WriteSpread(Utf8JsonWriter json, PairedDifference primary, PolicyComparison policy)
    {
        if (Tails.Of(primary) is { } tails)
        {
            json.WriteStartObject("spread");
            json.WriteIndicator("better", tails.Better);
            json.WriteIndicator("worse", tails.Worse);
            json.WriteIndicator("median", tails.Median);
            json.WriteIndicator("median_low", tails.MedianInterval.Low);
            json.WriteIndicator("median_high", tails.MedianInterval.High);
            json.WriteIndicator("p10", tails.Low?.Value ?? double.NaN);
            json.WriteIndicator("p90", tails.High?.Value ?? double.NaN);
            json.WriteEndObject();
        }
        double share = UncertaintySplit.Of(policy.Chance, policy.Assumptions) is { Total: > 0 } split
            ? split.AssumptionShare : double.NaN;
        json.WriteIndicator("assumptions_share_of_variance", share);
    }

    /// <summary>The primary under one of the two uncertainties, at 95 %.</summary>
    private static void WriteHalf(Utf8JsonWriter json, string name, PairedDifference half)
    {
        json.WriteStartObject(name);
        json.WriteIndicator("difference", half.Mean);
        json.WriteIndicator("low", half.Interval.Low);
        json.WriteIndicator("high", half.Interval.High);
        json.WriteNumber("replications", half.Count);
        json.WriteEndObject();
    }

    private static void WriteDifference(Utf8JsonWriter json, PolicyComparison policy, MeasureDifference d)
    {
        json.WriteStartObject();
        json.WriteString("policy", policy.Name);
        json.WriteString("indicator", d.Measure.Name);
        json.WriteString("role", Kebab($"{d.Role}"));
        json.WriteString("state", Kebab($"{d.Difference.State}"));
        json.WriteIndicator("difference", d.Difference.Mean);
        json.WriteIndicator("low", d.Interval.Low);
        json.WriteIndicator("high", d.Interval.High);
        json.WriteNumber("level", d.Level);
        json.WriteIndicator("median", d.Difference.Median);
        json.WriteIndicator("correlation", d.Difference.Correlation ?? double.NaN);
        json.WriteIndicator("variance_reduction", d.Reduction?.Factor ?? double.NaN);
        json.WriteIndicator("variance_reduction_low", d.ReductionInterval?.Low ?? double.NaN);
        json.WriteIndicator("variance_reduction_high", d.ReductionInterval?.High ?? double.NaN);
        json.WriteNumber("replications", d.Difference.Count);
        json.WriteIndicator("adjusted_p", d.AdjustedP);
        WriteVerdict(json, policy);
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, PolicyComparison policy) =>
        json.WriteString("verdict", policy.Verdict is { } verdict ? Kebab($"{verdict.Outcome}") : null);

    private static void WriteIndicator(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteIndicator(value);
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, IReadOnlyList<HashedFile> files)
    {
        json.WriteStartArray(name);
        foreach (HashedFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary><c>NotSupported</c> → <c>not-supported</c>.</summary>
    internal static string Kebab(string pascal) => Scenarios.KebabName.Of(pascal);
}
