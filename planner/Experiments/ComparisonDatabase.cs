using DuckDB.NET.Data;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Experiments;

/// <summary>Writes <c>comparison.duckdb</c>: tidy tables of replications, differences and curves.</summary>
public static class ComparisonDatabase
{
    private const string Schema = """
        CREATE TABLE comparison (name VARCHAR, value VARCHAR);
        CREATE TABLE runs (
            pair INTEGER, seed UBIGINT, drawn_assumptions BOOLEAN, policy VARCHAR, digest VARCHAR, messages BIGINT);
        CREATE TABLE replications (
            pair INTEGER, seed UBIGINT, drawn_assumptions BOOLEAN, policy VARCHAR, indicator VARCHAR, "group" VARCHAR,
            value DOUBLE);
        CREATE TABLE differences (
            policy VARCHAR, indicator VARCHAR, "group" VARCHAR, pillar VARCHAR, unit VARCHAR, role VARCHAR,
            state VARCHAR, difference DOUBLE, low DOUBLE, high DOUBLE, level DOUBLE, median DOUBLE,
            correlation DOUBLE, variance_reduction DOUBLE, variance_reduction_low DOUBLE,
            variance_reduction_high DOUBLE, replications INTEGER, adjusted_p DOUBLE);
        CREATE TABLE shocks (
            policy VARCHAR, shock VARCHAR, difference DOUBLE, low DOUBLE, high DOUBLE, replications INTEGER);
        CREATE TABLE curves (
            policy VARCHAR, indicator VARCHAR, "group" VARCHAR, day INTEGER, date DATE, value DOUBLE);
        """;

    /// <summary>Writes a new file.</summary>
    public static void Write(string path, Comparison comparison)
    {
        using var database = new DuckDBConnection($"Data Source={path};{ResultsDatabase.Settings};threads=1");
        database.Open();
        using (DuckDBCommand command = database.CreateCommand())
        {
            command.CommandText = Schema;
            command.ExecuteNonQuery();
        }
        WriteComparison(database, comparison);
        WriteReplications(database, comparison);
        WriteDifferences(database, comparison);
        WriteShocks(database, comparison);
        WriteCurves(database, comparison);
    }

    private static void WriteComparison(DuckDBConnection database, Comparison comparison)
    {
        ExperimentPlan plan = comparison.Plan;
        using DuckDBAppender rows = database.CreateAppender("comparison");
        foreach ((string name, string value) in new (string, string)[]
                 {
                     ("disclaimer", Words.Disclaimer),
                     ("scenario", plan.Scenario.Name),
                     ("town", plan.Scenario.Town.Name),
                     ("baseline", comparison.Baseline),
                     ("primary", plan.Primary),
                     ("command", plan.Command),
                     ("engine", RunInputs.EngineVersion),
                     ("start", plan.Scenario.Calendar.Start.ToString("yyyy-MM-dd")),
                     ("burn_in_days", $"{plan.Scenario.BurnInDays}"),
                     ("horizon_days", $"{plan.Scenario.HorizonDays}"),
                     ("differences", "policy less baseline, signed so that positive is better; budget: yuan a year"),
                     ("curves", "mean over pairs; of a day: over the four weeks up to it, thirteen for long look-backs"),
                 })
        {
            rows.CreateRow().AppendValue(name).AppendValue(value).EndRow();
        }
    }

    private static void WriteReplications(DuckDBConnection database, Comparison comparison)
    {
        ExperimentPlan plan = comparison.Plan;
        using DuckDBAppender runs = database.CreateAppender("runs");
        using DuckDBAppender rows = database.CreateAppender("replications");
        foreach ((int place, FinishedPair pair) in comparison.Pairs.Index())
        {
            ulong seed = plan.SeedOf(pair.Pair);
            bool drawn = ExperimentPlan.IsDrawn(pair.Pair);
            foreach ((int world, ReplicationResult result) in pair.Worlds.Index())
            {
                string policy = plan.Worlds[world].Name;
                runs.CreateRow().AppendValue(pair.Pair).AppendValue(seed).AppendValue(drawn).AppendValue(policy)
                    .AppendValue(result.DigestText).AppendValue(result.Messages).EndRow();
                foreach (Measure measure in Measure.All.Append(Measure.Cost))
                {
                    rows.CreateRow().AppendValue(pair.Pair).AppendValue(seed).AppendValue(drawn).AppendValue(policy)
                        .AppendValue(measure.Indicator?.Id ?? measure.Name)
                        .AppendValue(IndicatorCatalog.Groups[measure.Group])
                        .AppendValue(Defined(comparison.Values(measure, world)[place])).EndRow();
                }
            }
        }
    }

    private static void WriteDifferences(DuckDBConnection database, Comparison comparison)
    {
        using DuckDBAppender rows = database.CreateAppender("differences");
        foreach (PolicyComparison policy in comparison.Policies)
        {
            foreach (MeasureDifference d in policy.Differences)
            {
                rows.CreateRow().AppendValue(policy.Name).AppendValue(d.Measure.Indicator?.Id ?? d.Measure.Name)
                    .AppendValue(IndicatorCatalog.Groups[d.Measure.Group])
                    .AppendValue($"{d.Measure.Indicator?.Pillar ?? Pillar.Cost}")
                    .AppendValue($"{d.Measure.Indicator?.Unit ?? IndicatorUnit.Count}")
                    .AppendValue(ComparisonJson.Kebab($"{d.Role}"))
                    .AppendValue(ComparisonJson.Kebab($"{d.Difference.State}"))
                    .AppendValue(Defined(d.Difference.Mean)).AppendValue(d.Interval.Low).AppendValue(d.Interval.High)
                    .AppendValue(d.Level).AppendValue(Defined(d.Difference.Median))
                    .AppendValue(d.Difference.Correlation).AppendValue(d.Reduction?.Factor)
                    .AppendValue(d.ReductionInterval?.Low).AppendValue(d.ReductionInterval?.High)
                    .AppendValue(d.Difference.Count).AppendValue(d.AdjustedP).EndRow();
            }
        }
    }

    private static void WriteShocks(DuckDBConnection database, Comparison comparison)
    {
        using DuckDBAppender rows = database.CreateAppender("shocks");
        foreach (PolicyComparison policy in comparison.Policies)
        {
            foreach ((string name, PairedDifference difference) in policy.Shocks)
            {
                rows.CreateRow().AppendValue(policy.Name).AppendValue(name).AppendValue(Defined(difference.Mean))
                    .AppendValue(difference.Interval.Low).AppendValue(difference.Interval.High)
                    .AppendValue(difference.Count).EndRow();
            }
        }
    }

    private static void WriteCurves(DuckDBConnection database, Comparison comparison)
    {
        Scenario scenario = comparison.Plan.Scenario;
        using DuckDBAppender rows = database.CreateAppender("curves");
        foreach (CurveSet curves in comparison.Curves())
        {
            foreach ((int world, double[] values) in curves.Worlds.Index())
            {
                foreach ((int i, double value) in values.Index())
                {
                    if (double.IsNaN(value)) continue;
                    rows.CreateRow().AppendValue(comparison.Plan.Worlds[world].Name)
                        .AppendValue(curves.Measure.Indicator!.Id)
                        .AppendValue(IndicatorCatalog.Groups[curves.Measure.Group]).AppendValue(curves.Days[i])
                        .AppendValue(scenario.Calendar.DateOf(new(curves.Days[i]))).AppendValue(value).EndRow();
                }
            }
        }
    }

    private static double? Defined(double value) => double.IsNaN(value) ? null : value;
}
