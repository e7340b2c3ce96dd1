using System.Globalization;
using Jinlin.Model.Policy;
using Jinlin.Planner.Input;
using Jinlin.Planner.Towns;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>Reads <c>costs.csv</c>: columns <c>item</c> and <c>price</c>, a row per price that differs.</summary>
public static class CostsFile
{
    private static readonly Column Item = new("item", "项目", true, "id");
    private static readonly Column Value = new("price", "单价", true, "value", "cost", "价格", "费用");
    private static readonly Column Unit = new("unit", "单位", false);
    private static readonly Column Note = new("note", "备注", false, "source", "来源", "说明");

    /// <summary>Rows of a price list; the model has a few dozen items.</summary>
    private const int MostRows = 1_000;

    private const double MostYuan = 1e9;

    /// <exception cref="InputException">The first thing wrong with the file.</exception>
    public static Prices Read(string path)
    {
        Table table = Table.Read(path, MostRows);
        int[] at = Column.Find(table, [Item, Value, Unit, Note]);
        Prices prices = Prices.Default;
        var lines = new Dictionary<string, int>();
        foreach (TableRow row in table.Rows)
        {
            string id = Table.Text(row, at[0]), value = Table.Text(row, at[1]);
            if (Prices.Find(id) is null)
                throw Error(row, id, Words.KnownPrice(id, [.. Prices.Items.Select(i => i.Id)]));
            if (!lines.TryAdd(id, row.Line)) throw Error(row, id, Words.KeyOnce(lines[id]));
            if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double price)
                || price > MostYuan)
                throw Error(row, value, Words.Number(0, MostYuan));
            prices = prices.With(id, price);
        }
        return prices;

        InputException Error(TableRow row, string found, string expected) =>
            new(new InputError(path, row.Line, SafeText.Quoted(found), expected));
    }
}
