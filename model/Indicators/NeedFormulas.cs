using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.Indicators;

/// <summary>
/// Indicators of needs (section 6). Timeliness is read over the needs whose deadline fell in the window, resolution
/// over those that were closed in it (helped or lapsed), silent ones included: so no need is judged before its time,
/// and a window's edges do not bias. A need arises, is due and closes once.
/// </summary>
internal static class NeedFormulas
{
    private static readonly NeedKind[] Kinds = Enum.GetValues<NeedKind>();

    /// <summary>Share of needs of one kind met on time; NaN if none was due.</summary>
    public static double OnTime(in IndicatorWindow w, NeedKind kind, int group) => Ratio(
        w.Count(kind, group, NeedCount.MetOnTime), w.Count(kind, group, NeedCount.Due));

    /// <summary>Share of closed needs of one kind that were helped; NaN if none was closed.</summary>
    public static double Resolved(in IndicatorWindow w, NeedKind kind, int group) =>
        Ratio(w.Count(kind, group, NeedCount.Resolved), w.Closed(kind, group));

    /// <summary>Mean over classes, MEAL apart: a rare emergency weighs as much as frequent errands.</summary>
    public static double OnTimeRate(in IndicatorWindow w, int group)
    {
        double sum = 0;
        int classes = 0;
        foreach (NeedKind kind in Kinds)
        {
            double rate = OnTime(w, kind, group);
            if (kind == NeedKind.Meal || double.IsNaN(rate)) continue;
            sum += rate;
            classes++;
        }
        return classes == 0 ? double.NaN : sum / classes;
    }

    /// <summary>Mean over classes, MEAL apart.</summary>
    public static double ResolutionRate(in IndicatorWindow w, int group)
    {
        double sum = 0;
        int classes = 0;
        foreach (NeedKind kind in Kinds)
        {
            double rate = Resolved(w, kind, group);
            if (kind == NeedKind.Meal || double.IsNaN(rate)) continue;
            sum += rate;
            classes++;
        }
        return classes == 0 ? double.NaN : sum / classes;
    }

    /// <summary>Needs that lapsed, per person and year.</summary>
    public static double Unmet(in IndicatorWindow w, int group)
    {
        long lapsed = 0;
        foreach (NeedKind kind in Kinds) lapsed += w.Count(kind, group, NeedCount.Lapsed);
        return lapsed / w.PersonYears(group);
    }

    /// <summary>Needs that arose, per person and year; by rule 1 the same under all policies.</summary>
    public static double Arisen(in IndicatorWindow w, int group)
    {
        long arisen = 0;
        foreach (NeedKind kind in Kinds) arisen += w.Count(kind, group, NeedCount.Arisen);
        return arisen / w.PersonYears(group);
    }

    /// <summary>Resolved over arisen, at most 1: what people feel they got (获得感).</summary>
    public static double Gain(in IndicatorWindow w, int group)
    {
        long resolved = 0, arisen = 0;
        foreach (NeedKind kind in Kinds)
        {
            resolved += w.Count(kind, group, NeedCount.Resolved);
            arisen += w.Count(kind, group, NeedCount.Arisen);
        }
        return Math.Min(1, Ratio(resolved, arisen));
    }

    /// <summary>
    /// Points between the groups (everybody among them) with the best and the worst on-time rate, over the classes
    /// in which each of them had a need due; so the groups' different mixes of needs do not count.
    /// </summary>
    public static double EquityGap(in IndicatorWindow w, int group)
    {
        Span<double> sums = stackalloc double[Tally.GroupCount];
        int classes = 0;
        foreach (NeedKind kind in Kinds)
        {
            if (kind == NeedKind.Meal || !DueInEveryGroup(w, kind)) continue;
            classes++;
            for (int g = 0; g < Tally.GroupCount; g++)
            {
                if (w.Level(GroupSum.Residents, g) > 0) sums[g] += OnTime(w, kind, g);
            }
        }
        if (classes == 0) return double.NaN;
        double worst = double.PositiveInfinity, best = double.NegativeInfinity;
        for (int g = 0; g < Tally.GroupCount; g++)
        {
            if (w.Level(GroupSum.Residents, g) == 0) continue;
            worst = Math.Min(worst, sums[g] / classes);
            best = Math.Max(best, sums[g] / classes);
        }
        return 100 * (best - worst);
    }

    /// <summary>
    /// Minutes from a need's rise to help, unhelped needs counted as infinite: the p-quantile, on a straight line
    /// within its bucket.
    /// </summary>
    /// <param name="p">0 to 1.</param>
    public static double TimeToHelp(in IndicatorWindow w, NeedKind kind, double p)
    {
        long closed = w.Closed(kind, 0);
        if (closed == 0) return double.NaN;
        double rank = p * closed;
        long below = 0;
        for (int b = 0; b < Tally.WaitBuckets; b++)
        {
            long here = w.Waits(kind, b);
            if (here > 0 && below + here >= rank)
            {
                double least = b == 0 ? 0 : Tally.BucketLimit(b - 1);
                double most = b == Tally.WaitBuckets - 1 ? 2 * least : Tally.BucketLimit(b);
                return least + ((most - least) * (rank - below) / here);
            }
            below += here;
        }
        return double.PositiveInfinity;
    }

    /// <summary>100 × needs due in the last seven days that were met on time / needs due: Q(t).</summary>
    public static double Quality(in IndicatorWindow w, int group) =>
        100 * Ratio(w[IndicatorCatalog.WeekMet(group)], w[IndicatorCatalog.WeekDue(group)]);

    /// <summary>Theil's index of unmet needs per resident since the end of burn-in.</summary>
    public static Theil UnmetTheil(in IndicatorWindow w)
    {
        var cells = new List<TheilCell>(IndicatorCatalog.GroupCells * (Tally.MostUnmet + 1));
        for (int cell = 0; cell < IndicatorCatalog.GroupCells; cell++)
        {
            for (int u = 0; u <= Tally.MostUnmet; u++)
            {
                long people = w[IndicatorCatalog.Unmet(cell, u)];
                if (people > 0) cells.Add(new TheilCell(cell, u, people));
            }
        }
        return Theil.Of(cells);
    }

    private static bool DueInEveryGroup(in IndicatorWindow w, NeedKind kind)
    {
        for (int g = 0; g < Tally.GroupCount; g++)
        {
            if (w.Level(GroupSum.Residents, g) > 0 && w.Count(kind, g, NeedCount.Due) == 0) return false;
        }
        return w.Level(GroupSum.Residents, 0) > 0;
    }

    private static double Ratio(long part, long whole) => whole == 0 ? double.NaN : (double)part / whole;
}
