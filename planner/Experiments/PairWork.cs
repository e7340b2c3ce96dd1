using Jinlin.Model.Policy;

namespace Jinlin.Planner.Experiments;

/// <summary>One seed of an experiment and the worlds of it that are still to run.</summary>
/// <param name="Pair">Its number, from 0.</param>
/// <param name="Scenario">The inputs, with the assumptions of this pair.</param>
/// <param name="Worlds">Indices into the scenario's policies.</param>
public sealed record PairWork(int Pair, Scenario Scenario, ulong Seed, IReadOnlyList<int> Worlds);
