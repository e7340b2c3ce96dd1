namespace Jinlin.Planner.Statistics;

/// <summary>
/// How much worse an option is than the best one in the state of the world where that hurts most (Savage 1951). It
/// compares robustness without probabilities of the states.
/// </summary>
public static class Regret
{
    /// <summary>Greatest regret of each option.</summary>
    /// <param name="values">By option, then by state; higher is better. A state with a NaN is left out.</param>
    public static IReadOnlyList<double> Of(IReadOnlyList<IReadOnlyList<double>> values)
    {
        double[] worst = new double[values.Count];
        for (int s = 0; s < (values.Count > 0 ? values[0].Count : 0); s++)
        {
            if (values.Any(v => double.IsNaN(v[s]))) continue;
            double best = values.Max(v => v[s]);
            for (int i = 0; i < worst.Length; i++) worst[i] = Math.Max(worst[i], best - values[i][s]);
        }
        return worst;
    }

    /// <summary>
    /// Of policies and the baseline (whose difference is 0 everywhere), in the primary's mean under the scenario's
    /// parameters, under drawn assumptions, and under each shock that every policy was put to.
    /// </summary>
    internal static IReadOnlyList<double> Of(IReadOnlyList<Evidence> policies, string primary)
    {
        string[] shocks = [.. policies.SelectMany(p => p.Shocks).Select(s => s.Name).Distinct()];
        double[][] values = [.. policies.Select(p => States(p, primary, shocks))];
        return [.. Of([.. values, new double[shocks.Length + 2]]).Take(policies.Count)];
    }

    private static double[] States(Evidence policy, string primary, string[] shocks) =>
    [
        policy.Chance[primary].Mean,
        policy.Assumptions?[primary].Mean ?? double.NaN,
        .. shocks.Select(s => policy.Shocks.FirstOrDefault(n => n.Name == s)?.Difference.Mean ?? double.NaN),
    ];
}
