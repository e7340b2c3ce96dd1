using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Jinlin.Planner.Acceptance;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin acceptance</c>: the table of the model's claims. Fails if a claim of class V does.</summary>
internal static class AcceptanceCommand
{
    private const int MostSeeds = 10_000;

    public static Command Create(Terminal terminal)
    {
        var seeds = new Option<int>("--seeds")
        {
            Description = Words.AcceptanceSeedsHelp,
            DefaultValueFactory = _ => 100,
        };
        seeds.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 2 or > MostSeeds) r.AddError($"--seeds: 2 to {MostSeeds}");
        });
        var claims = new Option<int[]>("--claim")
        {
            Description = Words.AcceptanceClaimHelp,
            AllowMultipleArgumentsPerToken = true,
        };
        claims.Validators.Add(r =>
        {
            foreach (int number in r.GetValueOrDefault<int[]>() ?? [])
            {
                if (!AcceptanceRun.Numbers.Contains(number))
                    r.AddError($"--claim {number}: {string.Join(", ", AcceptanceRun.Numbers)}");
            }
        });
        var json = new Option<bool>("--json") { Description = Words.AcceptanceJsonHelp };
        var command = new Command("acceptance", Words.AcceptanceHelp) { seeds, claims, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                IReadOnlyList<Claim> table = AcceptanceRun.Judge(
                    parsed.GetValue(seeds), parsed.GetValue(claims) ?? [], cancellation);
                if (parsed.GetValue(json)) WriteJson(terminal, table);
                else WriteTable(terminal, table);
                return table.All(c => c.Passes || c.IsReport || c.Class != ClaimClass.V) ? ExitCode.Done : ExitCode.Failed;
            },
            cancellation));
        return command;
    }

    /// <summary>Lines of a Markdown table, for a terminal as for a document.</summary>
    private static void WriteTable(Terminal terminal, IReadOnlyList<Claim> table)
    {
        terminal.Out.WriteLine("| # | What | Statistic | Band | Measured | 95 % interval | |");
        terminal.Out.WriteLine("|---|---|---|---|---|---|---|");
        foreach (Claim c in table)
        {
            string interval = c.Low == c.High ? "exact" : $"{Number(c.Low)} to {Number(c.High)}";
            terminal.Out.WriteLine(
                $"| {c.Number} {c.Class} | {c.What} | {c.Statistic} | {c.Band} | {Number(c.Measured)} | {interval} "
                + $"| {(c.IsReport ? "" : c.Passes ? "pass" : "FAIL")} |");
        }
    }

    private static void WriteJson(Terminal terminal, IReadOnlyList<Claim> table)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (Claim c in table)
            {
                writer.WriteStartObject();
                writer.WriteNumber("claim", c.Number);
                writer.WriteString("class", c.Class.ToString());
                writer.WriteString("what", c.What);
                writer.WriteString("statistic", c.Statistic);
                writer.WriteString("band", c.Band);
                Write("measured", c.Measured);
                Write("low", c.Low);
                Write("high", c.High);
                if (!c.IsReport) writer.WriteBoolean("pass", c.Passes);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();

            void Write(string name, double value)
            {
                if (double.IsFinite(value)) writer.WriteNumber(name, value);
                else writer.WriteNull(name);
            }
        }
        terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
