using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>A shock as a file gives it.</summary>
public sealed class ShockDraft
{
    internal static readonly string[] Keys =
        ["name", "description", "kind", "from", "hour", "hours", "days", "severity", "place"];

    private readonly ShockForm? _form;
    private readonly DayDraft? _from;
    private readonly int _hour;
    private readonly double _length;
    private readonly double _severity;
    private readonly PlaceDraft _place;

    private ShockDraft(MapNode map, Problems problems)
    {
        var fields = new Fields(map, problems, Keys);
        fields.Text("name");
        fields.Text("description");
        fields.Required("kind");
        string? kind = fields.Choice("kind", [.. ShockForm.All.Select(f => f.Name)]);
        _form = ShockForm.All.FirstOrDefault(f => f.Name == kind);
        fields.Required("from");
        _from = DayDraft.Read(fields, "from", problems);
        _hour = (int)(fields.Whole("hour", 0, 23) ?? 0);
        _severity = fields.Number("severity", 0, 1) ?? _form?.Severity ?? 1;
        _place = PlaceDraft.Read(fields.Node("place"), problems);
        if (_form is null) return;
        string other = _form.Unit == 1 ? "days" : "hours";
        if (fields.Node(other) is { } wrong)
            problems.Add(wrong, Words.LengthIn(_form.LengthKey, _form.Least, _form.Most));
        _length = fields.Whole(_form.LengthKey, (long)_form.Least, (long)_form.Most) ?? _form.Usual;
    }

    /// <summary>Reads a shock's own section, of a file or within a scenario.</summary>
    public static ShockDraft Read(MapNode map, Problems problems) => new(map, problems);

    /// <summary>Reads an entry of a scenario: a file's name, or the shock itself.</summary>
    public static ShockDraft? Read(InputNode node, InputFolder folder, List<string> files, Problems problems)
    {
        if (node is MapNode map) return Read(map, problems);
        if (node is not ScalarNode reference || !Reference.IsFile(reference.Text))
        {
            problems.Add(node, Words.AShock);
            return null;
        }
        return Reference.Open(reference, folder, files, problems) is { } file ? Read(file, problems) : null;
    }

    /// <summary>Reads the file that the user named on the command line.</summary>
    /// <exception cref="InputException">A file that cannot be read.</exception>
    public static ShockDraft Named(string path, List<string> files, Problems problems)
    {
        files.Add(path);
        return Read(YamlFile.Read(path), problems);
    }

    /// <summary>The shock in a town and time; null where the file was wrong.</summary>
    public Shock? In(TownPlan town, DateOnly start, int horizon, Problems problems)
    {
        Model.Policy.Place place = _place.In(town, problems);
        if (_form is null || _from is null) return null;
        int from = _from.From(start);
        if (from >= 0 && from < horizon)
            return new Shock(_form.Kind, from, _hour, (int)(_length * _form.Unit), _severity, place);
        problems.Add(_from.At, Words.DayWithin(start, horizon));
        return null;
    }
}
