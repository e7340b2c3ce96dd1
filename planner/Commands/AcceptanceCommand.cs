using System.CommandLine;
using System.Text.Json;
using Jinlin.Planner.Acceptance;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin acceptance</c>: the claims of the model's section 8, measured over seeds.</summary>
internal static class AcceptanceCommand
{
    public static Command Create(Terminal terminal)
    {
        var seeds = new Option<int>("--seeds")
        {
            Description = Words.AcceptanceSeedsHelp,
            DefaultValueFactory = _ => 100,
        };
        seeds.Validators.Add(result =>
        {
            if (result.GetValue(seeds) is < 2 or > 10_000) result.AddError(Words.AcceptanceSeedsRange);
        });
        var json = new Option<bool>("--json") { Description = Words.AcceptanceJsonHelp };
        var command = new Command("acceptance", Words.AcceptanceHelp) { seeds, json };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Execute(terminal, parsed.GetValue(seeds), parsed.GetValue(json), cancellation)));
        return command;
    }

    private static int Execute(Terminal terminal, int seeds, bool json, CancellationToken cancellation)
    {
        IReadOnlyList<ClaimRow> rows = AcceptanceTable.Measure(
            seeds, n => terminal.Error.Write(n == seeds ? $"\r{n}/{seeds}\n" : $"\r{n}/{seeds}"), cancellation);
        if (json) terminal.Out.WriteLine(JsonSerializer.Serialize(rows.Select(Plain)));
        else Print(terminal, rows);
        return rows.All(r => r.Passed || r.Class != ClaimClass.V) ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Print(Terminal terminal, IReadOnlyList<ClaimRow> rows)
    {
        var table = new Table().Border(TableBorder.Markdown);
        foreach (string column in (ReadOnlySpan<string>)["#", "", "Statistic", "Band", "Measured", "95 %", "Seeds", ""])
            table.AddColumn(column);
        foreach (ClaimRow r in rows.OrderBy(r => r.Number))
        {
            table.AddRow(
                $"{r.Number}", $"{r.Class}", Markup.Escape(r.Statistic), Markup.Escape(r.Band), Number(r.Measured),
                double.IsNaN(r.Low) || r.Seeds == 0 ? "" : $"{Number(r.Low)} to {Number(r.High)}",
                r.Seeds == 0 ? "" : $"{r.Seeds}", r.Passed ? "pass" : "FAIL");
        }
        terminal.Screen.Write(table);
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("0.###");

    private static object Plain(ClaimRow r) => new
    {
        claim = r.Number, @class = r.Class.ToString(), statistic = r.Statistic, band = r.Band,
        measured = Finite(r.Measured), low = Finite(r.Low), high = Finite(r.High), seeds = r.Seeds, passed = r.Passed,
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
