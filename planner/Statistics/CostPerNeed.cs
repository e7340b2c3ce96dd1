namespace Jinlin.Planner.Statistics;

/// <summary>Where a policy lies between money and help.</summary>
public enum CostSide
{
    /// <summary>Neither money nor help changes.</summary>
    Same,

    /// <summary>It costs more and resolves more: what one more need costs is a question with an answer.</summary>
    Buys,

    /// <summary>It resolves at least as much for no more money.</summary>
    Saves,

    /// <summary>It costs at least as much and resolves no more.</summary>
    Wastes,

    /// <summary>It saves money and resolves less.</summary>
    Cuts,
}

/// <summary>Extra yuan per extra need resolved, the incremental cost-effectiveness ratio.</summary>
/// <param name="Ratio">Of the mean extra yuan to the mean extra needs; infinite or NaN if there are none.</param>
/// <param name="Side">Says what the ratio means: one number stands for two opposite corners.</param>
/// <param name="Fieller">Exact for normal differences; without an end where the extra needs may be none.</param>
/// <param name="Bootstrap">
/// Bootstrap over pairs; everything where Fieller's is not bounded, because no resample can know what is not there.
/// </param>
/// <param name="Pairs">Pairs in which all four numbers are defined.</param>
public sealed record CostPerNeed(double Ratio, CostSide Side, FiellerInterval Fieller, Interval Bootstrap, int Pairs)
{
    /// <summary>Ratios of means are trusted from <see cref="StoppingRule.LeastForTailsAndRatios"/> pairs on.</summary>
    public bool IsTrusted => Pairs >= StoppingRule.LeastForTailsAndRatios;

    /// <summary>From the four values of each seed: yuan and needs resolved of both worlds over one span.</summary>
    /// <returns>Null without a pair in which all are defined.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static CostPerNeed? Of(
        IReadOnlyList<double> baselineYuan, IReadOnlyList<double> policyYuan,
        IReadOnlyList<double> baselineNeeds, IReadOnlyList<double> policyNeeds, double level = .95)
    {
        int count = baselineYuan.Count;
        if (policyYuan.Count != count || baselineNeeds.Count != count || policyNeeds.Count != count)
            throw new ArgumentException("four lists of one length expected");
        var yuan = new List<double>(count);
        var needs = new List<double>(count);
        for (int i = 0; i < count; i++)
        {
            (double money, double help) = (policyYuan[i] - baselineYuan[i], policyNeeds[i] - baselineNeeds[i]);
            if (!double.IsFinite(money) || !double.IsFinite(help)) continue;
            yuan.Add(money);
            needs.Add(help);
        }
        if (yuan.Count == 0) return null;
        FiellerInterval fieller = FiellerInterval.Of(yuan, needs, level);
        Interval bootstrap = fieller.Bounds == RatioBounds.Bounded
            ? new Bootstrap().BiasCorrected(yuan.Count, PairStatistics.Ratio(yuan, needs), level)
            : Interval.Everything;
        return new CostPerNeed(fieller.Ratio, SideOf(yuan.Average(), needs.Average()), fieller, bootstrap, yuan.Count);
    }

    private static CostSide SideOf(double yuan, double needs) =>
        yuan == 0 && needs == 0 ? CostSide.Same
        : yuan <= 0 && needs >= 0 ? CostSide.Saves
        : yuan >= 0 && needs <= 0 ? CostSide.Wastes
        : yuan > 0 ? CostSide.Buys : CostSide.Cuts;
}
