using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Reports;

/// <summary>
/// The tables of docs/model.md that are read from the code: every random draw, parameter, lever, price and indicator.
/// Meanings come from the doc comments of the sources, values from the compiled model.
/// </summary>
internal static partial class ModelTables
{
    /// <summary>Begins each table in the document; an empty line ends it.</summary>
    public const string DrawsHead =
        "| No. | Purpose | What is drawn: (entity, occasion, index) | Used in |\n|---|---|---|---|\n";

    public const string ParametersHead =
        "| Name | Value | Range | Unit | Grade | Source | Meaning |\n|---|---|---|---|---|---|---|\n";

    public const string LeversHead =
        "| Lever | In Chinese | Values | Unit | Without policy | In `all` | Cost |\n|---|---|---|---|---|---|---|\n";

    public const string PricesHead = "| Price | Value | Range | Unit | What |\n|---|---|---|---|---|\n";

    public const string IndicatorsHead = "| Indicator | Label | 中文 | By group | Formula |\n|---|---|---|---|---|\n";

    /// <param name="model">The folder <c>model</c> of a checkout.</param>
    public static IReadOnlyDictionary<string, string> ByHead(string model) => new Dictionary<string, string>
    {
        [DrawsHead] = Draws(model),
        [ParametersHead] = Parameters(model),
        [LeversHead] = Levers(),
        [PricesHead] = PriceList(),
        [IndicatorsHead] = Indicators(),
    };

    public static string All(string model) => string.Join('\n', ByHead(model).Values);

    /// <summary>The document with all tables as they are now.</summary>
    public static string Renewed(string document, string model) =>
        ByHead(model).Aggregate(document, (text, table) => With(text, table.Key, table.Value));

    /// <summary>The table of a document that begins with a head, or null.</summary>
    public static string? In(string document, string head)
    {
        int start = document.IndexOf(head, StringComparison.Ordinal);
        if (start < 0) return null;
        int end = document.IndexOf("\n\n", start, StringComparison.Ordinal);
        return end < 0 ? document[start..] : document[start..(end + 1)];
    }

    private static string With(string document, string head, string table) =>
        In(document, head) is { } old ? document.Replace(old, table, StringComparison.Ordinal) : document;

    /// <summary>One row per purpose, in the order of its number.</summary>
    public static string Draws(string model)
    {
        IReadOnlyDictionary<string, string> meaning = Meanings(Path.Combine(model, "World", "Purpose.cs"));
        ILookup<string, string> uses = Uses(model);
        var table = new StringBuilder(DrawsHead);
        foreach (Purpose purpose in Enum.GetValues<Purpose>().Order())
        {
            string name = $"{purpose}";
            string files = string.Join(", ", uses[name].Distinct().Order(StringComparer.Ordinal));
            table.Append(CultureInfo.InvariantCulture,
                $"| {(uint)purpose} | `{name}` | {meaning.GetValueOrDefault(name, "")} | {files} |\n");
        }
        return table.ToString();
    }

    /// <summary>One row per parameter, by its name in files, in the order of the parameter file.</summary>
    public static string Parameters(string model)
    {
        IReadOnlyDictionary<string, string> meaning = Meanings(Path.Combine(model, "World", "Parameters.cs"));
        var values = new Parameters();
        var table = new StringBuilder(ParametersHead);
        foreach (ParameterName name in ParameterNames.All)
        {
            ParameterAttribute info = name.Info;
            table.Append(CultureInfo.InvariantCulture,
                $"| `{name.Name}` | {name.ValueIn(values):0.######} | {info.Low:0.######} to {info.High:0.######} "
                + $"| {info.Unit} | {(info.Grade == Grade.Assumption ? "\\*" : $"{info.Grade}")} | {info.Source} "
                + $"| {meaning.GetValueOrDefault(name.Property.Name, "")} |\n");
        }
        return table.ToString();
    }

    /// <summary>One row per lever, by its name in files.</summary>
    public static string Levers()
    {
        var table = new StringBuilder(LeversHead);
        foreach (LeverInfo info in LeverCatalog.All)
        {
            string costs = string.Join("; ", info.Costs.Select(c => $"`{c.Price}` × ({c.Formula})"));
            table.Append(CultureInfo.InvariantCulture,
                $"| `{info.Name}` | {info.Chinese} | {info.Expectation} | {info.Unit} | {info.Baseline:0.###} "
                + $"| {info.Full:0.###} | {costs} |\n");
        }
        return table.ToString();
    }

    /// <summary>One row per price.</summary>
    public static string PriceList()
    {
        var table = new StringBuilder(PricesHead);
        foreach (PriceItem item in Prices.Items)
        {
            table.Append(CultureInfo.InvariantCulture,
                $"| `{item.Id}` | {item.Value:0.##} | {item.Low:0.##} to {item.High:0.##} | {item.Unit} "
                + $"| {item.English} |\n");
        }
        return table.ToString();
    }

    /// <summary>One row per indicator, but for the counts that carry a metric's own name.</summary>
    public static string Indicators()
    {
        var table = new StringBuilder(IndicatorsHead);
        foreach (Indicator indicator in IndicatorList.All.Where(i => i.Pillar != Pillar.Activity))
        {
            table.Append(CultureInfo.InvariantCulture,
                $"| `{indicator.Id}` | {indicator.English} | {indicator.Chinese} | {(indicator.ByGroup ? "yes" : "")} "
                + $"| {indicator.Description} |\n");
        }
        return table.ToString();
    }

    /// <summary>The files, relative to the model's folder, that name a purpose.</summary>
    private static ILookup<string, string> Uses(string model) => (
        from file in Directory.EnumerateFiles(model, "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(model, file).Replace('\\', '/')
        where !relative.StartsWith("obj/", StringComparison.Ordinal)
            && !relative.StartsWith("bin/", StringComparison.Ordinal)
        from Match use in PurposeUse().Matches(File.ReadAllText(file))
        select (Name: use.Groups[1].Value, File: relative)).ToLookup(u => u.Name, u => u.File);

    /// <summary>The summary before each member, on one line.</summary>
    private static Dictionary<string, string> Meanings(string file)
    {
        var meanings = new Dictionary<string, string>();
        foreach (Match member in DocumentedMember().Matches(File.ReadAllText(file)))
        {
            string text = CommentLine().Replace(member.Groups["text"].Value, " ");
            text = Space().Replace(SeeCref().Replace(text, "`$1`"), " ").Trim();
            meanings[member.Groups["name"].Value] = text.Replace("|", "\\|");
        }
        return meanings;
    }

    [GeneratedRegex(@"\bPurpose\.(\w+)")]
    private static partial Regex PurposeUse();

    [GeneratedRegex(
        @"/// <summary>(?<text>(?:(?!</summary>).)*)</summary>\s*(?:\[Parameter\([^\n]*\)\]\s*)?"
        + @"(?:public (?:double|int) )?(?<name>\w+) (?:=|\{)",
        RegexOptions.Singleline)]
    private static partial Regex DocumentedMember();

    [GeneratedRegex(@"\n\s*///")]
    private static partial Regex CommentLine();

    [GeneratedRegex(@"<see cref=""(\w+)""/>")]
    private static partial Regex SeeCref();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
