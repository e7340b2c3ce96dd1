namespace Jinlin.Model.Indicators;

/// <summary>
/// How a course with a shock falls behind the paired course without it, read from Q(t) on the same days: 100 × needs
/// due in the trailing week that were met on time / needs due.
/// </summary>
/// <param name="Loss">∫ (Q₀ − Q) dt in point-days, by trapezoids; negative where the shock helped.</param>
/// <param name="Robustness">The least Q.</param>
/// <param name="RobustnessDay">The day of the least Q, from the shock's start.</param>
/// <param name="Rapidity">Points regained per day from the least Q to recovery; NaN without fall or recovery.</param>
/// <param name="RecoveryDays">
/// Days from the start until Q is at least .9 Q₀ again and stays so for a week; 0: it never fell below; infinity: not
/// within the horizon.
/// </param>
public readonly record struct Resilience(
    double Loss, double Robustness, int RobustnessDay, double Rapidity, double RecoveryDays)
{
    /// <summary>What part of Q₀ counts as recovered.</summary>
    public const double RecoveredShare = .9;

    /// <summary>
    /// Compares two courses day by day, from the day of the shock; a NaN (nothing due) takes the day before.
    /// </summary>
    /// <param name="shocked">Q(t) of the course with the shock, day 0 being the shock's.</param>
    /// <param name="calm">Q₀(t) of the paired course without it, the same days.</param>
    public static Resilience Of(ReadOnlySpan<double> shocked, ReadOnlySpan<double> calm)
    {
        if (shocked.Length != calm.Length || shocked.IsEmpty)
            throw new ArgumentException($"{shocked.Length} days beside {calm.Length}", nameof(calm));
        double[] q = Filled(shocked), q0 = Filled(calm);
        int least = 0, fell = -1;
        double loss = 0;
        for (int t = 0; t < q.Length; t++)
        {
            if (q[t] < q[least]) least = t;
            if (t > 0) loss += (q0[t - 1] - q[t - 1] + q0[t] - q[t]) / 2;
            if (fell < 0 && q[t] < RecoveredShare * q0[t]) fell = t;
        }
        if (fell < 0) return new Resilience(loss, q[least], least, double.NaN, 0);
        int back = Back(q, q0, fell);
        if (back == q.Length) return new Resilience(loss, q[least], least, double.NaN, double.PositiveInfinity);
        int bottom = fell;
        for (int t = fell; t < back; t++)
        {
            if (q[t] < q[bottom]) bottom = t;
        }
        return new Resilience(loss, q[least], least, (q[back] - q[bottom]) / (back - bottom), back);
    }

    /// <summary>
    /// The first day of a week (or of what is left) without a day below; the length if there is none.
    /// </summary>
    private static int Back(double[] q, double[] q0, int fell)
    {
        int back = fell;
        for (int t = fell; t < q.Length && t < back + Tally.QualityDays; t++)
        {
            if (q[t] < RecoveredShare * q0[t]) back = t + 1;
        }
        return back;
    }

    /// <summary>
    /// Zobel's (2010) predicted resilience: 1 − X·T/(2·T*), the area of a triangular loss.
    /// </summary>
    /// <param name="initialLoss">X, share lost at once, 0 to 1.</param>
    /// <param name="recovery">T, time to recover, in the unit of <paramref name="horizon"/>.</param>
    /// <param name="horizon">T*, the longest time that counts.</param>
    public static double Zobel(double initialLoss, double recovery, double horizon) =>
        1 - (initialLoss * recovery / (2 * horizon));

    /// <summary>
    /// Area between a constant baseline and a resilience curve over its span, by trapezoids: ARSE of the curve.
    /// </summary>
    /// <param name="y">Levels; the first is the baseline.</param>
    /// <param name="x">Times, increasing.</param>
    public static double AreaBelowBaseline(ReadOnlySpan<double> y, ReadOnlySpan<double> x)
    {
        double area = 0;
        for (int i = 1; i < y.Length; i++) area += (x[i] - x[i - 1]) * ((y[0] - y[i - 1]) + (y[0] - y[i])) / 2;
        return area;
    }

    private static double[] Filled(ReadOnlySpan<double> values)
    {
        double[] filled = values.ToArray();
        for (int i = 0; i < filled.Length; i++)
        {
            if (double.IsNaN(filled[i])) filled[i] = i > 0 ? filled[i - 1] : 100;
        }
        return filled;
    }
}
