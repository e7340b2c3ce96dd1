using System.Globalization;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Input;

/// <summary>
/// Reads a section's values by key and type and notes what is wrong with them. A key that is not known is a problem:
/// a misspelled one must not be ignored. A value that is missing or wrong reads as null.
/// </summary>
public sealed class Fields
{
    private readonly MapNode _map;
    private readonly Problems _problems;

    public Fields(MapNode map, Problems problems, params IReadOnlyCollection<string> known)
    {
        (_map, _problems) = (map, problems);
        foreach (MapEntry entry in map.Entries)
        {
            if (!known.Contains(entry.Key.Text)) problems.Add(entry.Key, Words.KnownKey(entry.Key.Text, known));
        }
    }

    public MapNode Map => _map;

    public bool Has(string key) => _map[key] is not null;

    /// <summary>What stands under a key, of any type; notes nothing.</summary>
    public InputNode? Node(string key) => _map[key];

    /// <summary>What stands under a key, and a problem if nothing does.</summary>
    public InputNode? Required(string key)
    {
        if (_map[key] is { } node) return node;
        _problems.Add(_map, _map.Shown, Words.MissingKey(key));
        return null;
    }

    /// <summary>A text of 1 to 200 characters.</summary>
    public string? Text(string key) => Node(key) is { } node ? Text(node, _problems) : null;

    /// <summary>A finite number in [low, high].</summary>
    public double? Number(string key, double low, double high) =>
        Node(key) is { } node ? Number(node, low, high, _problems) : null;

    /// <summary>A whole number in [low, high].</summary>
    public long? Whole(string key, long low, long high) =>
        Node(key) is { } node ? Whole(node, low, high, _problems) : null;

    /// <summary>true, false, on, off, yes or no, as YAML has them.</summary>
    public bool? Flag(string key) => Node(key) is { } node ? Flag(node, _problems) : null;

    /// <summary>A date, year-month-day.</summary>
    public DateOnly? Date(string key) => Node(key) is { } node ? Date(node, _problems) : null;

    /// <summary>One of some words.</summary>
    public string? Choice(string key, IReadOnlyCollection<string> words) =>
        Node(key) is { } node ? Choice(node, words, _problems) : null;

    public MapNode? Section(string key) => Node(key) is { } node ? Section(node, _problems) : null;

    /// <summary>A list; empty if there is none.</summary>
    public IReadOnlyList<InputNode> List(string key)
    {
        if (Node(key) is not { } node) return [];
        if (node is ListNode list) return list.Items;
        _problems.Add(node, Words.List);
        return [];
    }

    public static string? Text(InputNode node, Problems problems)
    {
        if (node is ScalarNode { Text.Length: > 0 and <= 200 } scalar && !string.IsNullOrWhiteSpace(scalar.Text))
            return scalar.Text;
        problems.Add(node, Words.Text);
        return null;
    }

    public static double? Number(InputNode node, double low, double high, Problems problems)
    {
        if (node is ScalarNode { Plain: true } scalar
            && double.TryParse(scalar.Text, Decimal, CultureInfo.InvariantCulture, out double value)
            && value >= low && value <= high)
            return value;
        problems.Add(node, Words.Number(low, high));
        return null;
    }

    public static long? Whole(InputNode node, long low, long high, Problems problems)
    {
        if (node is ScalarNode { Plain: true } scalar
            && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value >= low && value <= high)
            return value;
        problems.Add(node, Words.WholeNumber(low, high));
        return null;
    }

    public static bool? Flag(InputNode node, Problems problems)
    {
        switch (node)
        {
            case ScalarNode { Plain: true, Text: "true" or "on" or "yes" }:
                return true;
            case ScalarNode { Plain: true, Text: "false" or "off" or "no" }:
                return false;
            default:
                problems.Add(node, Words.OnOrOff);
                return null;
        }
    }

    public static DateOnly? Date(InputNode node, Problems problems)
    {
        if (node is ScalarNode scalar && IsDate(scalar, out DateOnly date) && date.Year is >= 1900 and <= 2200)
            return date;
        problems.Add(node, Words.Date);
        return null;
    }

    public static bool IsDate(ScalarNode node, out DateOnly date) => DateOnly.TryParseExact(
        node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    public static string? Choice(InputNode node, IReadOnlyCollection<string> words, Problems problems)
    {
        if (node is ScalarNode scalar && words.Contains(scalar.Text)) return scalar.Text;
        problems.Add(node, Words.OneOf((node as ScalarNode)?.Text ?? "", words));
        return null;
    }

    public static MapNode? Section(InputNode node, Problems problems)
    {
        if (node is MapNode map) return map;
        problems.Add(node, Words.Section);
        return null;
    }

    private const NumberStyles Decimal =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
}
