using System.Globalization;
using Jinlin.Model.Policy;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Bundles;

/// <summary>A command line as a manifest records it, with its files in another folder.</summary>
internal sealed class RecordedCommand
{
    private readonly string _command;
    private readonly string _inputs;
    private readonly string[] _words;

    public RecordedCommand(string command, string inputs)
    {
        (_command, _inputs, _words) = (command, inputs, ShellWords.Split(command));
        if (_words.Length < 3 || _words[0] != "jinlin") throw Unknown();
    }

    /// <summary>The scenario of <c>run</c> or <c>compare</c>.</summary>
    public Scenario Scenario(bool alternatives)
    {
        string[] policies = [.. Values("--policy").Select(p => Reference.IsFile(p) ? File(p) : p)];
        string[] shocks = [.. Values("--shock").Select(File)];
        int? days = Number("--days");
        return ScenarioFile.Read(File(_words[2]), new ScenarioChanges(
            policies.Length > 0 ? policies : null, shocks.Length > 0 ? shocks : null, days, alternatives)).Scenario;
    }

    /// <summary>The plan of <c>sweep</c> or <c>sensitivity</c>.</summary>
    public SweepPlan Sweep()
    {
        var changes = new SweepChanges(Number("--seeds"), (ulong?)Number("--seed"), Number("--days"));
        if (_words[1] == SensitivityCommand.Name)
        {
            bool pairs = _words.Contains(SensitivityCommand.SecondOrder);
            changes = changes with { Design = SensitivityCommand.DesignOf(Values, pairs) };
        }
        return SweepFile.Read(File(_words[2]), changes, _command);
    }

    private string File(string name) => Path.Combine(_inputs, name);

    private int? Number(string option) => Values(option).LastOrDefault() is { } text
        ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : throw Unknown()
        : null;

    /// <summary>What stands behind each occurrence of an option.</summary>
    private string[] Values(string option) =>
        [.. _words.Index().Where(w => w.Item == option && w.Index + 1 < _words.Length).Select(w => _words[w.Index + 1])];

    private InputException Unknown() =>
        new(new InputError(Bundle.Index, 0, SafeText.Quoted(_command), Words.ARecordedCommand));
}
