using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Planner.Discovery;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Sweeps;

/// <summary>
/// Reads one entry of <c>factors:</c>: what it varies (<c>parameter</c>, <c>price</c>, <c>lever</c> or <c>shock</c>), and
/// over what: <c>low</c> and <c>high</c>, <c>levels</c> of them evenly, or the <c>values</c> themselves.
/// </summary>
internal sealed class FactorSection
{
    internal static readonly string[] Subjects = ["parameter", "price", "lever", "shock"];

    internal static readonly string[] Keys = [.. Subjects, "low", "high", "levels", "values"];

    internal const int MostLevels = 64;

    private readonly Problems _problems;
    private readonly Fields _fields;

    public FactorSection(MapNode map, Problems problems)
    {
        _problems = problems;
        _fields = new Fields(map, problems, Keys);
    }

    /// <param name="shock">Reads a shock of the list, with its name.</param>
    /// <returns>Null after a problem was noted.</returns>
    public Factor? Read(Func<InputNode, (string, Shock?)?> shock)
    {
        string[] given = [.. Subjects.Where(_fields.Has)];
        if (given.Length != 1)
        {
            _problems.Add(_fields.Map, Words.OneSubject(Subjects));
            return null;
        }
        InputNode node = _fields.Node(given[0])!;
        string text = (node as ScalarNode)?.Text ?? "";
        switch (given[0])
        {
            case "parameter":
                if (ParameterNames.All.FirstOrDefault(p => p.Name == text) is { } parameter)
                    return Numbers(new Factor.OfParameter(parameter), parameter.Info.Low, parameter.Info.High);
                _problems.Add(node, Words.KnownParameter(text, [.. ParameterNames.All.Select(p => p.Name)]));
                return null;
            case "price":
                if (Prices.Find(text) is { } price) return Numbers(new Factor.OfPrice(price), price.Low, price.High);
                _problems.Add(node, Words.OneOf(text, [.. Prices.Items.Select(i => i.Id)]));
                return null;
            case "lever":
                if (LeverCatalog.All.FirstOrDefault(l => l.Name == text) is { } lever) return Lever(lever);
                _problems.Add(node, Words.OneOf(text, [.. LeverCatalog.All.Select(l => l.Name)]));
                return null;
            default:
                return ShockOf(node, shock);
        }
    }

    private Factor? Numbers(Factor factor, double least, double most)
    {
        double low = _fields.Number("low", least, most) ?? least, high = _fields.Number("high", least, most) ?? most;
        if (low >= high && (_fields.Has("low") || _fields.Has("high")))
        {
            _problems.Add(_fields.Map, $"{Words.Shown(low)} – {Words.Shown(high)}", Words.LowBelowHigh);
            return null;
        }
        factor = factor with { Low = low, High = high };
        if (_fields.Has("values"))
        {
            return factor with
            {
                Levels = [.. Bounded("values").Select(v => factor.Kind == ConditionKind.Whole
                    ? Fields.Whole(v, (long)least, (long)most, _problems)
                    : Fields.Number(v, least, most, _problems)).OfType<double>()],
            };
        }
        if (_fields.Whole("levels", 2, MostLevels) is not { } levels) return factor;
        IEnumerable<double> even = Enumerable.Range(0, (int)levels).Select(i => low + (i * (high - low) / (levels - 1)));
        return factor with
        {
            Levels = [.. factor.Kind == ConditionKind.Whole ? even.Select(v => Math.Round(v)).Distinct() : even],
        };
    }

    private Factor? Lever(LeverInfo lever)
    {
        var factor = new Factor.OfLever(lever);
        if (factor.Kind != ConditionKind.Category && !_fields.Has("values")) return Numbers(factor, lever.Low, lever.High);
        if (!_fields.Has("values"))
            return factor with { Levels = [.. Enumerable.Range(0, Math.Max(2, lever.Choices.Count)).Select(i => (double)i)] };
        return factor with
        {
            Levels = [.. Bounded("values").Select(v => LeverValue.Read(lever, v, _problems)).OfType<double>()],
        };
    }

    private Factor? ShockOf(InputNode node, Func<InputNode, (string, Shock?)?> shock)
    {
        if (node is not ListNode { Items.Count: >= 2 and <= MostLevels } list)
        {
            _problems.Add(node, Words.SomeShocks(MostLevels));
            return null;
        }
        (string, Shock?)[] choices = [.. list.Items.Select(shock).OfType<(string, Shock?)>()];
        return new Factor.OfShock(choices) { Levels = [.. Enumerable.Range(0, choices.Length).Select(i => (double)i)] };
    }

    private IEnumerable<InputNode> Bounded(string key)
    {
        IReadOnlyList<InputNode> nodes = _fields.List(key);
        if (nodes.Count is 0 or > MostLevels) _problems.Add(_fields.Node(key)!, Words.SomeValues(MostLevels));
        return nodes.Take(MostLevels);
    }
}
