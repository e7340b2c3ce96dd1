using Jinlin.Model.Policy;

namespace Jinlin.Planner.Scenarios;

/// <summary>All that a scenario file says, read and found right.</summary>
/// <param name="Scenario">What runs.</param>
/// <param name="Seed">The seed where the command gives none.</param>
/// <param name="Files">Every file that was read, the scenario's own first: what a manifest lists.</param>
public sealed record ScenarioInput(Scenario Scenario, ulong Seed, IReadOnlyList<string> Files);

/// <summary>What a command changes about a scenario; null: as the file has it.</summary>
/// <param name="Policies">Instead of the file's policies: presets or files, anywhere.</param>
/// <param name="Shocks">Instead of the file's shocks: files, anywhere.</param>
/// <param name="Days">Instead of the file's horizon, 1 to 1,095.</param>
/// <param name="Alternatives">The policies are worlds of their own, so that they cannot fight each other.</param>
public sealed record ScenarioChanges(
    IReadOnlyList<string>? Policies = null, IReadOnlyList<string>? Shocks = null, int? Days = null,
    bool Alternatives = false);
