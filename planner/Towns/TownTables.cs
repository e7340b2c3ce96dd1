using System.Globalization;
using Jinlin.Model.World;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Towns;

/// <summary>A town as tables on a terminal.</summary>
internal static class TownTables
{
    /// <summary>Rows of a table of estates; the sum follows in any case.</summary>
    private const int MostRows = 40;

    /// <summary>What is known of a town before synthesis: estates with their totals, provenance, attribution.</summary>
    public static void Plan(Terminal terminal, TownPlan town)
    {
        string year = Words.CensusYearOf(town.CensusYear);
        terminal.Write($"[bold]{town.Name}[/] ({Words.ProvenanceOf(town.Provenance)}; {year})");
        var table = new Spectre.Console.Table().AddColumn(Words.Estate);
        FitTotal[] totals = Enum.GetValues<FitTotal>();
        foreach (FitTotal total in totals) table.AddColumn(new TableColumn(Words.TownTotal(total)).RightAligned());
        table.AddColumn(new TableColumn(Words.Ties).RightAligned());
        foreach (EstatePlan estate in town.Estates.Take(MostRows))
            Row(table, estate.Name, totals.Select(t => Given(estate, t)), estate.Ties?.Count);
        if (town.Estates.Count > 1)
        {
            Row(table, Words.AllEstates, totals.Select(t => Sum(town.Estates.Select(e => Given(e, t)))),
                Sum(town.Estates.Select(e => e.Ties?.Count)));
        }
        terminal.Screen.Write(table);
        if (town.Estates.Count > MostRows) terminal.Write($"{Words.MoreEstates(town.Estates.Count - MostRows)}");
        if (town.Attribution is { } attribution) terminal.Write($"{attribution}");
        terminal.Write($"{Words.Disclaimer}");
    }

    /// <summary>Wanted and got, for the whole town and for every estate that is off in something.</summary>
    public static void Fit(Terminal terminal, TownFit fit)
    {
        var table = new Spectre.Console.Table().AddColumn(Words.Estate).AddColumn(Words.Total);
        foreach (string header in (string[])[Words.Wanted, Words.Got, Words.OffBy])
            table.AddColumn(new TableColumn(header).RightAligned());
        foreach (FitRow row in fit.Estates.Where(r => r.Off != 0).Take(MostRows).Concat(fit.Sums))
        {
            table.AddRow(SafeText.Markup(row.Estate ?? Words.AllEstates), SafeText.Markup(Words.TownTotal(row.Total)),
                Number(row.Wanted), Number(row.Got), row.Wanted is null ? "" : Number(row.Off));
        }
        terminal.Screen.Write(table);
    }

    private static void Row(Spectre.Console.Table table, string name, IEnumerable<int?> totals, int? ties) =>
        table.AddRow([SafeText.Markup(name), .. totals.Append(ties).Select(Number)]);

    private static int? Sum(IEnumerable<int?> numbers) =>
        numbers.Aggregate((int?)0, (sum, number) => sum + number);

    private static int? Given(EstatePlan estate, FitTotal total) => total switch
    {
        FitTotal.Population => estate.Population,
        FitTotal.Households => estate.Households,
        FitTotal.Buildings => estate.Buildings,
        FitTotal.Over60 => estate.Over60,
        _ => estate.Over80Alone,
    };

    private static string Number(int? number) =>
        number?.ToString("N0", CultureInfo.InvariantCulture) ?? SafeText.Markup(Words.DrawnWord);
}
