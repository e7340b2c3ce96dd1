namespace Jinlin.Planner.Statistics;

/// <summary>Student's t distribution, for intervals of means over few replications.</summary>
public static class StudentT
{
    /// <summary>The value that a t variable stays below with probability <paramref name="p"/>.</summary>
    /// <param name="p">Between 0 and 1, both excluded.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    public static double Quantile(double p, int degrees)
    {
        if (p < .5) return -Quantile(1 - p, degrees);
        double low = 0, high = 1;
        while (Cumulative(high, degrees) < p) high *= 2;
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            if (Cumulative(middle, degrees) < p) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>P(T ≤ t).</summary>
    public static double Cumulative(double t, int degrees)
    {
        // P(T ≤ t) = 1/2 + the closed series in θ = atan(t/√ν) (Abramowitz and Stegun 26.7.3 and 26.7.4).
        double theta = Math.Atan2(t, Math.Sqrt(degrees)), cos2 = Math.Pow(Math.Cos(theta), 2);
        double sum = 0, term = degrees % 2 == 1 ? Math.Cos(theta) : 1;
        for (int k = degrees % 2 == 1 ? 2 : 1; k < degrees; k += 2)
        {
            sum += term;
            term *= cos2 * k / (k + 1);
        }
        double share = degrees % 2 == 1
            ? 2 / Math.PI * (theta + (Math.Sin(theta) * sum))
            : Math.Sin(theta) * sum;
        return .5 + (share / 2);
    }
}
