using Jinlin.Planner.Input;

namespace Jinlin.Planner.Towns;

/// <summary>Reads costs.csv: prices in yuan that replace the model's own, by the item's id.</summary>
public static class PriceFile
{
    private static readonly Column[] Columns = [new("item", "项目", true), new("price", "单价", true, "价格", "cost")];

    /// <param name="path">A CSV or .xlsx file with the columns item and price.</param>
    /// <param name="known">The ids that have a price.</param>
    /// <exception cref="InputException">An unknown or repeated item, or a price below 0.</exception>
    public static IReadOnlyDictionary<string, double> Read(string path, IReadOnlyCollection<string> known)
    {
        Table table = Table.Read(path, 1_000);
        int[] at = Column.Find(table, Columns);
        var prices = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (TableRow row in table.Rows)
        {
            string item = table.Required(row, at[0]);
            if (!known.Contains(item))
                throw table.Error(row.Line, at[0], item, $"one of {string.Join(", ", known)}");
            if (!prices.TryAdd(item, table.Number(row, at[1], 0, 1e9)))
                throw table.Error(row.Line, at[0], item, "each item once");
        }
        return prices;
    }
}
