namespace Jinlin.Model.Indicators;

/// <summary>Indicators of ties, participation, feelings and effort (section 6).</summary>
internal static class SocietyFormulas
{
    private const double Million = 1e6;

    /// <summary>Mean share of a building's co-residents with s ≥ .1 (熟人社会).</summary>
    public static double Acquaintance(in IndicatorWindow w, int g) => Ratio(
        w.Level(GroupSum.AcquaintancePpm, g) / Million, w.Level(GroupSum.WithCoResidents, g));

    /// <summary>Share of residents who attended or volunteered in 90 days.</summary>
    public static double Participation(in IndicatorWindow w, int g) =>
        Ratio(w.Level(GroupSum.Participated, g), w.Level(GroupSum.Residents, g));

    /// <summary>Share of those over 60 visited in 30 days.</summary>
    public static double Visited(in IndicatorWindow w, int g) =>
        Ratio(w.Level(GroupSum.Visited, g), w.Level(GroupSum.Elders, g));

    public static double Trust(in IndicatorWindow w, int g) =>
        Ratio(w.Level(GroupSum.TrustPpm, g) / Million, w.Level(GroupSum.Residents, g));

    /// <summary>Mean P(lonely) of those over 65.</summary>
    public static double Loneliness(in IndicatorWindow w, int g) =>
        Ratio(w.Level(GroupSum.LonelyPpm, g) / Million, w.Level(GroupSum.Seniors, g));

    /// <summary>
    /// 归属感: .5·acquaintance + .3·participation + .2·visited; a part that is not defined (a group without elders,
    /// a building of one household) leaves its weight to the others.
    /// </summary>
    public static double Belonging(in IndicatorWindow w, int g) => Weighted(
        (.5, Acquaintance(w, g)), (.3, Participation(w, g)), (.2, Visited(w, g)));

    /// <summary>幸福感: mean of gain, belonging and 1 − loneliness.</summary>
    public static double Happiness(in IndicatorWindow w, int g) => Weighted(
        (1, NeedFormulas.Gain(w, g)), (1, Belonging(w, g)), (1, 1 - Loneliness(w, g)));

    /// <summary>Hours given, per resident and year.</summary>
    public static double Hours(in IndicatorWindow w, int g) =>
        w.Count(Metric.VolunteerMinutes) / 60.0 / w.PersonYears(0);

    /// <summary>Share of residents who gave at least a minute since the end of burn-in.</summary>
    public static double Givers(in IndicatorWindow w, int g)
    {
        long givers = 0;
        for (int b = 1; b < Tally.EffortBuckets; b++) givers += w[IndicatorCatalog.EffortPeople(b)];
        return Ratio(givers, givers + w[IndicatorCatalog.EffortPeople(0)]);
    }

    /// <summary>
    /// Hours per year of the giver at rank p among those who gave since the end of burn-in: the mean of the rank's
    /// bucket, whose ends are a fifth apart.
    /// </summary>
    public static double HoursQuantile(in IndicatorWindow w, double p)
    {
        long givers = 0, below = 0;
        for (int b = 1; b < Tally.EffortBuckets; b++) givers += w[IndicatorCatalog.EffortPeople(b)];
        for (int b = 1; b < Tally.EffortBuckets; b++)
        {
            long people = w[IndicatorCatalog.EffortPeople(b)];
            below += people;
            if (people > 0 && below >= p * givers)
                return w[IndicatorCatalog.EffortMinutes(b)] / 60.0 / people / w.Years;
        }
        return double.NaN;
    }

    /// <summary>Gini of hours among those who gave; within a bucket all count as equal (error below .02).</summary>
    public static double HoursGini(in IndicatorWindow w)
    {
        double people = 0, minutes = 0, area = 0;
        for (int b = 1; b < Tally.EffortBuckets; b++)
        {
            long here = w[IndicatorCatalog.EffortPeople(b)], given = w[IndicatorCatalog.EffortMinutes(b)];
            area += here * (minutes + (given / 2.0));
            people += here;
            minutes += given;
        }
        return minutes == 0 ? double.NaN : 1 - (2 * area / (people * minutes));
    }

    private static double Weighted(params ReadOnlySpan<(double Weight, double Value)> parts)
    {
        double sum = 0, weights = 0;
        foreach ((double weight, double value) in parts)
        {
            if (double.IsNaN(value)) continue;
            sum += weight * value;
            weights += weight;
        }
        return weights == 0 ? double.NaN : sum / weights;
    }

    private static double Ratio(double part, double whole) => whole == 0 ? double.NaN : part / whole;
}
