namespace Jinlin.Model.Indicators;

/// <summary>
/// How far organizations fall apart into islands. Borgatti (2006): F = 1 − Σ n_k(n_k−1) / (n(n−1)) over the
/// components k of the graph, and its distance-weighted form 1 − Σ 1/d_ij / (n(n−1)). Kept as integers, so that
/// the figures of estates add up.
/// </summary>
/// <param name="Pairs">Ordered pairs, n(n−1).</param>
/// <param name="LinkedPairs">Ordered pairs within one component.</param>
/// <param name="ClosenessPpm">Σ 1/d over ordered pairs, in 1e-6, each term rounded down.</param>
public readonly record struct Fragmentation(long Pairs, long LinkedPairs, long ClosenessPpm)
{
    /// <summary>0: all in one piece; 1: nobody with anybody. NaN below two nodes.</summary>
    public double Borgatti => 1 - ((double)LinkedPairs / Pairs);

    /// <summary>0: everybody next to everybody; 1: nobody with anybody. NaN below two nodes.</summary>
    public double DistanceWeighted => 1 - (ClosenessPpm / 1e6 / Pairs);

    /// <summary>Measures an undirected graph; loops and repeated edges do not matter.</summary>
    /// <param name="nodes">Number of nodes, 0 to some hundreds.</param>
    public static Fragmentation Of(int nodes, IReadOnlyList<(int A, int B)> edges)
    {
        var neighbors = new List<int>[nodes];
        for (int i = 0; i < nodes; i++) neighbors[i] = [];
        foreach ((int a, int b) in edges)
        {
            neighbors[a].Add(b);
            neighbors[b].Add(a);
        }
        long linked = 0, closeness = 0;
        var distance = new int[nodes];
        var queue = new Queue<int>();
        for (int start = 0; start < nodes; start++)
        {
            Array.Fill(distance, -1);
            distance[start] = 0;
            queue.Enqueue(start);
            while (queue.TryDequeue(out int at))
            {
                foreach (int next in neighbors[at])
                {
                    if (distance[next] >= 0) continue;
                    distance[next] = distance[at] + 1;
                    linked++;
                    closeness += 1_000_000 / distance[next];
                    queue.Enqueue(next);
                }
            }
        }
        return new Fragmentation((long)nodes * (nodes - 1), linked, closeness);
    }
}
