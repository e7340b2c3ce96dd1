using Jinlin.Planner.Statistics;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Networks;

/// <summary>One number that describes a network: of the data, and of the networks that a model makes.</summary>
/// <param name="Name">As in files.</param>
/// <param name="Data">Of the network that was read.</param>
/// <param name="Model">The middle of what the fitted model makes, and 95 % of it.</param>
/// <param name="Random">The same of ties at random.</param>
public sealed record NetworkNumber(
    string Name, double Data, (double Mean, Interval Range) Model, (double Mean, Interval Range) Random)
{
    /// <summary>Whether the data look like one of the model's networks.</summary>
    public bool Fits => Model.Range.Contains(Data);
}

/// <summary>
/// Does a fitted model of who helps whom make networks like the one it was fitted to? Their density and reciprocity it
/// was told; their closure, spread of degrees and ties among kin it was not, or only through what it knows about pairs.
/// </summary>
public static class NetworkValidation
{
    /// <summary>Fewer pairs in a bin of consented people are not told (law 8).</summary>
    private const int Fewest = 10;

    /// <param name="edges">Ascending ends of the bins of <see cref="NetworkFile.By"/>.</param>
    /// <param name="count">Networks to make, at least 2.</param>
    public static IReadOnlyList<NetworkNumber> Of(
        NetworkFile file, HelpModel model, double[] edges, int count, ulong seed)
    {
        Dyads dyads = file.Dyads;
        double[] data = Numbers(file, edges, dyads.All.Select(d => (d.Helps, d.Helped)));
        double[][] made = [.. MadeNetworks.Of(model, dyads, count, seed).Select(n => Numbers(file, edges, n))];
        double[][] random = [.. MadeNetworks.AtRandom(dyads, count, seed).Select(n => Numbers(file, edges, n))];
        string[] names =
        [
            "density", "reciprocity", "transitivity", "out-degree-most", "in-degree-most", "out-degree-deviation",
            "in-degree-deviation",
            .. file.By.Count == 0 ? [] : Enumerable.Range(0, edges.Length + 1).Select(b => Bin(edges, b)),
        ];
        return [.. names.Select((name, i) => new NetworkNumber(name, data[i], Middle(made, i), Middle(random, i)))
            .Where(n => !double.IsNaN(n.Data))];
    }

    private static (double, Interval) Middle(double[][] networks, int number)
    {
        double[] values = [.. networks.Select(n => n[number]).Order()];
        return (values.Average(), new Interval(Quantiles.OfSorted(values, .025), Quantiles.OfSorted(values, .975)));
    }

    private static string Bin(double[] edges, int bin) => bin == 0
        ? $"p-tie-below-{Wording.Words.Shown(edges[0])}"
        : bin == edges.Length
            ? $"p-tie-from-{Wording.Words.Shown(edges[^1])}"
            : $"p-tie-from-{Wording.Words.Shown(edges[bin - 1])}-below-{Wording.Words.Shown(edges[bin])}";

    private static double[] Numbers(NetworkFile file, double[] edges, IEnumerable<(bool Helps, bool Helped)> states)
    {
        (bool Helps, bool Helped)[] all = [.. states];
        int people = file.Dyads.People;
        (int From, int To)[] ties = [.. file.Dyads.TiesOf(all)];
        NetworkFacts facts = NetworkFacts.Of(people, ties);
        double[] outward = new double[people], inward = new double[people];
        foreach ((int from, int to) in ties)
        {
            outward[from]++;
            inward[to]++;
        }
        double[] numbers =
        [
            ties.Length / (2.0 * file.Dyads.All.Count), facts.Reciprocity, facts.Transitivity, facts.OutDegreeMax,
            facts.InDegreeMax, Moments.Deviation(outward), Moments.Deviation(inward),
        ];
        if (file.By.Count == 0) return numbers;
        double[] by = [.. file.By.SelectMany(b => new[] { b.Forth, b.Back })];
        bool[] tied = [.. all.SelectMany(s => new[] { s.Helps, s.Helped })];
        int[] pairs = new int[edges.Length + 1];
        foreach (double value in by.Where(double.IsFinite)) pairs[edges.Count(e => value >= e)]++;
        return [.. numbers, .. NetworkFacts.TieShares(tied, by, edges)
            .Select((share, bin) => pairs[bin] < Fewest ? double.NaN : share)];
    }
}
