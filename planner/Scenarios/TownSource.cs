using System.Text.Json.Nodes;
using Jinlin.Model.World;
using Jinlin.Planner.Input;

namespace Jinlin.Planner.Scenarios;

/// <summary>
/// One way to say under <c>town:</c> where a town comes from. The section's keys choose the source: the one that has
/// <see cref="Key"/>.
/// </summary>
public abstract class TownSource
{
    /// <summary>The key that stands for this source, for example <c>spreadsheet</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Every key that a section of this source may have, <see cref="Key"/> included.</summary>
    public abstract IReadOnlyCollection<string> Keys { get; }

    /// <summary>The JSON Schema of each of <see cref="Keys"/>, by name.</summary>
    public abstract JsonObject Schema();

    /// <summary>Reads the section; null after a problem was noted.</summary>
    /// <param name="fields">The section; unknown keys have been noted.</param>
    /// <param name="folder">Where files that it names must lie.</param>
    /// <param name="files">Takes the path of every file that was read, for the run's manifest.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <exception cref="InputException">What is wrong, alternatively.</exception>
    public abstract TownPlan? Read(Fields fields, InputFolder folder, List<string> files, Problems problems);
}
