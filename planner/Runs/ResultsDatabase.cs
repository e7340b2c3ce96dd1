using DuckDB.NET.Data;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Runs;

/// <summary>
/// Writes <c>results.duckdb</c>: tidy tables that any DuckDB opens. Nothing is read from, or loaded over, a network.
/// </summary>
public static class ResultsDatabase
{
    /// <summary>Of every connection: DuckDB must not fetch or load anything by itself.</summary>
    public const string Settings = "autoinstall_known_extensions=false;autoload_known_extensions=false";

    private const string Schema = """
        CREATE TABLE run (name VARCHAR, value VARCHAR);
        CREATE TABLE indicators (
            day INTEGER, date DATE, indicator VARCHAR, "group" VARCHAR, value DOUBLE);
        CREATE TABLE counts (day INTEGER, name VARCHAR, value BIGINT);
        CREATE TABLE course (
            seed UBIGINT, indicator VARCHAR, pillar VARCHAR, "group" VARCHAR, value DOUBLE, better VARCHAR);
        CREATE TABLE needs (
            asker UINTEGER, kind VARCHAR, from_shock BOOLEAN, arose INTEGER, asked INTEGER, first_help INTEGER,
            closed INTEGER, outcome VARCHAR, source VARCHAR, channels VARCHAR, over80_alone BOOLEAN,
            frail_or_disabled BOOLEAN, migrant BOOLEAN, off_chat BOOLEAN);
        CREATE TABLE organizations (
            neighborhood INTEGER, organization VARCHAR, id UINTEGER, founded_day INTEGER, members INTEGER,
            minutes BIGINT, orders_waiting INTEGER, orders_unfilled INTEGER);
        CREATE TABLE ties (resident UINTEGER, other UINTEGER, strength DOUBLE);
        CREATE TABLE messages (kind VARCHAR, sent BIGINT, per_resident_year DOUBLE);
        """;

    /// <summary>Writes a new file.</summary>
    /// <param name="first">The run whose days, needs and organizations are listed; null if it did not finish.</param>
    /// <param name="runs">All replications.</param>
    public static void Write(string path, RunResult? first, IReadOnlyList<RunSummary> runs)
    {
        using var database = new DuckDBConnection(
            $"Data Source={path};{Settings};threads=1");
        database.Open();
        using (DuckDBCommand command = database.CreateCommand())
        {
            command.CommandText = Schema;
            command.ExecuteNonQuery();
        }
        WriteRun(database, runs[0]);
        WriteCourse(database, runs);
        WriteMessages(database, runs[0]);
        if (first is null) return;
        WriteDays(database, first);
        WriteOrganizations(database, first);
        // Law 8: no person's line leaves a town of consented data.
        if (first.Inputs.Scenario.Town.Provenance == Provenance.Consented) return;
        WriteNeeds(database, first);
        WriteTies(database, first);
    }

    private static void WriteRun(DuckDBConnection database, RunSummary run)
    {
        using DuckDBAppender rows = database.CreateAppender("run");
        foreach ((string name, string value) in new (string, string)[]
                 {
                     ("disclaimer", Words.Disclaimer),
                     ("scenario", run.Inputs.Scenario.Name),
                     ("town", run.Inputs.Scenario.Town.Name),
                     ("seed", $"{run.Inputs.Seed}"),
                     ("digest", run.Digest),
                     ("engine", RunInputs.EngineVersion),
                     ("command", run.Inputs.Command),
                     ("start", run.Inputs.Scenario.Calendar.Start.ToString("yyyy-MM-dd")),
                     ("burn_in_days", $"{run.Inputs.Scenario.BurnInDays}"),
                     ("days", $"{run.Days}"),
                     ("residents", $"{run.Residents}"),
                     ("needs", "minutes count from the first minute of burn-in"),
                     ("needs_recorded_residents", $"{run.RecordedResidents}"),
                     ("indicators", "of a day: over the 30 days up to it, or the indicator's own look-back"),
                 })
        {
            rows.CreateRow().AppendValue(name).AppendValue(value).EndRow();
        }
    }

    private static void WriteCourse(DuckDBConnection database, IReadOnlyList<RunSummary> runs)
    {
        using DuckDBAppender rows = database.CreateAppender("course");
        foreach (RunSummary run in runs)
        {
            foreach (Indicator indicator in IndicatorList.All)
            {
                for (int g = 0; g < (indicator.ByGroup ? Tally.GroupCount : 1); g++)
                {
                    rows.CreateRow().AppendValue(run.Inputs.Seed).AppendValue(indicator.Id)
                        .AppendValue($"{indicator.Pillar}").AppendValue(IndicatorCatalog.Groups[g])
                        .AppendValue(Defined(run.Shown(indicator, g))).AppendValue($"{indicator.Direction}").EndRow();
                }
            }
        }
    }

    private static void WriteMessages(DuckDBConnection database, RunSummary run)
    {
        double years = run.Residents * (run.Days / 365.0);
        using DuckDBAppender rows = database.CreateAppender("messages");
        foreach (MessageCount message in run.Messages)
        {
            rows.CreateRow().AppendValue(message.Kind).AppendValue(message.Sent)
                .AppendValue(message.Sent / years).EndRow();
        }
    }

    /// <summary>
    /// Each day of the course: indicators for everybody and each group, and the raw counts that are not 0.
    /// </summary>
    private static void WriteDays(DuckDBConnection database, RunResult run)
    {
        IndicatorSeries series = run.Series;
        var summary = new RunSummary(run);
        using DuckDBAppender indicators = database.CreateAppender("indicators");
        using DuckDBAppender counts = database.CreateAppender("counts");
        bool consented = run.Inputs.Scenario.Town.Provenance == Provenance.Consented;
        for (int d = Math.Min(series.BurnInDays, series.Days - 1); d < series.Days; d++)
        {
            var day = new Day(d);
            DateOnly date = run.Inputs.Scenario.Calendar.DateOf(day);
            foreach (Indicator indicator in IndicatorList.All)
            {
                for (int g = 0; g < (indicator.ByGroup ? Tally.GroupCount : 1); g++)
                {
                    double value = summary.IsSuppressed(g) ? double.NaN : series.On(indicator, day, g);
                    if (double.IsNaN(value)) continue;
                    indicators.CreateRow().AppendValue(d).AppendValue(date).AppendValue(indicator.Id)
                        .AppendValue(IndicatorCatalog.Groups[g]).AppendValue(value).EndRow();
                }
            }
            ReadOnlySpan<long> integers = series[day];
            for (int i = 0; i < IndicatorCatalog.Survey; i++)
            {
                // Law 8: no cell under ten of consented data; a count of few could be a person.
                if (consented && Math.Abs(integers[i]) < RunSummary.LeastShown) continue;
                if (integers[i] == 0 || (i >= IndicatorCatalog.Waits && i < IndicatorCatalog.Metrics)) continue;
                counts.CreateRow().AppendValue(d).AppendValue(IndicatorCatalog.Names[i])
                    .AppendValue(integers[i]).EndRow();
            }
        }
    }

    private static void WriteNeeds(DuckDBConnection database, RunResult run)
    {
        if (run.Needs is null) return;
        using DuckDBAppender rows = database.CreateAppender("needs");
        foreach (NeedRow need in run.Needs.Rows)
        {
            IDuckDBAppenderRow row = rows.CreateRow();
            row.AppendValue(need.Asker.Value).AppendValue($"{need.Key.Kind}").AppendValue(need.Key.FromShock)
                .AppendValue(need.Arose).AppendValue(Minute(need.Asked)).AppendValue(Minute(need.FirstHelp))
                .AppendValue(Minute(need.Closed)).AppendValue($"{need.Outcome}").AppendValue(need.Source?.ToString())
                .AppendValue(need.Channels == Channels.None ? null : $"{need.Channels}");
            foreach (Groups group in new[] { Groups.Over80Alone, Groups.FrailOrDisabled, Groups.Migrant,
                Groups.OffChat })
                row.AppendValue((need.Groups & group) != 0);
            row.EndRow();
        }
    }

    private static void WriteOrganizations(DuckDBConnection database, RunResult run)
    {
        bool consented = run.Inputs.Scenario.Town.Provenance == Provenance.Consented;
        bool Hidden(long count) => consented && count is > 0 and < RunSummary.LeastShown;
        long? Count(long count) => Hidden(count) ? null : count;
        using DuckDBAppender rows = database.CreateAppender("organizations");
        foreach ((NeighborhoodId neighborhood, OrganizationReading o) in run.Organizations)
        {
            rows.CreateRow().AppendValue(neighborhood.Value).AppendValue($"{o.Slot}").AppendValue(o.Id.Value)
                .AppendValue(o.FoundedDay == 0 ? null : o.FoundedDay - 1).AppendValue(Count(o.Members))
                .AppendValue(Hidden(o.Members) ? null : o.Minutes).AppendValue(Count(o.OrdersWaiting))
                .AppendValue(Count(o.Unfilled)).EndRow();
        }
    }

    private static void WriteTies(DuckDBConnection database, RunResult run)
    {
        using DuckDBAppender rows = database.CreateAppender("ties");
        foreach (TieReading tie in run.Ties)
        {
            rows.CreateRow().AppendValue(tie.From.Value).AppendValue(tie.To.Value)
                .AppendValue(tie.Strength).EndRow();
        }
    }

    private static double? Defined(double value) => double.IsNaN(value) ? null : value;

    private static int? Minute(int value) => value < 0 ? null : value;
}
