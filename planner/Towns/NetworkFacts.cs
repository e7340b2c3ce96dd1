namespace Jinlin.Planner.Towns;

/// <summary>Shares and counts that describe a directed network without loops.</summary>
/// <param name="Nodes">People.</param>
/// <param name="Ties">Directed ties.</param>
/// <param name="Density">Ties over ordered pairs.</param>
/// <param name="Reciprocity">Share of ties that are answered by the opposite tie.</param>
/// <param name="Transitivity">
/// Of the paths i → j → k over three people, the share closed by i → k (weak transitivity of a directed graph). The
/// undirected clustering coefficient is another number.
/// </param>
/// <param name="OutDegreeMax">The most ties from one person.</param>
/// <param name="InDegreeMax">The most ties to one person.</param>
public sealed record NetworkFacts(
    int Nodes, int Ties, double Density, double Reciprocity, double Transitivity, int OutDegreeMax, int InDegreeMax)
{
    /// <param name="nodes">Number of people, at least 2.</param>
    /// <param name="ties">Pairs of indices below <paramref name="nodes"/>, none twice, none to oneself.</param>
    public static NetworkFacts Of(int nodes, IEnumerable<(int From, int To)> ties)
    {
        var tied = ties.ToHashSet();
        var next = new List<int>[nodes];
        for (int i = 0; i < nodes; i++) next[i] = [];
        int[] received = new int[nodes];
        foreach ((int from, int to) in tied)
        {
            next[from].Add(to);
            received[to]++;
        }
        long paths = 0, closed = 0, answered = tied.Count(t => tied.Contains((t.To, t.From)));
        for (int i = 0; i < nodes; i++)
        {
            foreach (int j in next[i])
            {
                foreach (int k in next[j])
                {
                    if (k == i) continue;
                    paths++;
                    if (tied.Contains((i, k))) closed++;
                }
            }
        }
        return new NetworkFacts(nodes, tied.Count, (double)tied.Count / ((long)nodes * (nodes - 1)),
            Share(answered, tied.Count), Share(closed, paths), next.Max(n => n.Count), received.Max());
    }

    /// <summary>
    /// P(tie) by bins of a pair's covariate: [−∞, e₀), [e₀, e₁), …, [eₙ, ∞). NaN where a bin holds no pair; pairs whose
    /// covariate is unknown count nowhere.
    /// </summary>
    /// <param name="tied">For each pair whether it is tied.</param>
    /// <param name="covariate">For each pair a number or NaN.</param>
    /// <param name="edges">Ascending.</param>
    public static IReadOnlyList<double> TieShares(
        IReadOnlyList<bool> tied, IReadOnlyList<double> covariate, params double[] edges)
    {
        long[] pairs = new long[edges.Length + 1], ties = new long[edges.Length + 1];
        for (int i = 0; i < covariate.Count; i++)
        {
            if (double.IsNaN(covariate[i])) continue;
            int bin = edges.Count(e => covariate[i] >= e);
            pairs[bin]++;
            if (tied[i]) ties[bin]++;
        }
        return [.. pairs.Select((count, bin) => Share(ties[bin], count))];
    }

    private static double Share(long part, long whole) => whole == 0 ? double.NaN : (double)part / whole;
}
