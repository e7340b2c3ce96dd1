using Jinlin.Model.Shocks;

namespace Jinlin.Planner.Experiments;

/// <summary>The finished pairs under one shock alone.</summary>
public sealed record ShockPairs(Shock Shock, IReadOnlyList<FinishedPair> Pairs);
