namespace Jinlin.Planner.Networks;

/// <summary>Two people, whether each helps the other, and what is known about each direction.</summary>
/// <param name="First">Index of one.</param>
/// <param name="Second">Index of the other, higher.</param>
/// <param name="Forth">Covariates of first → second.</param>
/// <param name="Back">Covariates of second → first.</param>
public readonly record struct Dyad(int First, int Second, bool Helps, bool Helped, double[] Forth, double[] Back);

/// <summary>All pairs of a network with their covariates, every covariate on a scale of its own deviation.</summary>
public sealed class Dyads
{
    /// <param name="people">At least 3.</param>
    /// <param name="names">Of the covariates.</param>
    /// <param name="all">Every unordered pair whose covariates are known.</param>
    public Dyads(int people, IReadOnlyList<string> names, IReadOnlyList<Dyad> all)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 3);
        (People, Names) = (people, names);
        Centers = new double[names.Count];
        Scales = new double[names.Count];
        for (int c = 0; c < names.Count; c++)
        {
            double[] values = [.. all.SelectMany(d => new[] { d.Forth[c], d.Back[c] })];
            Centers[c] = values.Length == 0 ? 0 : values.Average();
            double deviation = values.Length < 2 ? 0 : Statistics.Moments.Deviation(values);
            Scales[c] = deviation > 0 ? deviation : 1;
        }
        All = [.. all.Select(d => d with { Forth = Scaled(d.Forth), Back = Scaled(d.Back) })];
    }

    public int People { get; }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<Dyad> All { get; }

    /// <summary>Mean of each covariate.</summary>
    public double[] Centers { get; }

    /// <summary>Standard deviation of each covariate; 1 if it does not vary.</summary>
    public double[] Scales { get; }

    /// <summary>The directed ties.</summary>
    public IEnumerable<(int From, int To)> Ties => TiesOf(All.Select(d => (d.Helps, d.Helped)));

    /// <summary>The directed ties of another network on the same pairs.</summary>
    public IEnumerable<(int From, int To)> TiesOf(IEnumerable<(bool Helps, bool Helped)> states)
    {
        foreach ((Dyad dyad, (bool helps, bool helped)) in All.Zip(states))
        {
            if (helps) yield return (dyad.First, dyad.Second);
            if (helped) yield return (dyad.Second, dyad.First);
        }
    }

    private double[] Scaled(double[] values) => [.. values.Select((v, c) => (v - Centers[c]) / Scales[c])];
}
