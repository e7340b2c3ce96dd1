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
            if (middle <= low || middle >= high) break;
            if (Cumulative(middle, degrees) < p) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>P(T ≤ t).</summary>
    public static double Cumulative(double t, int degrees) =>
        MathNet.Numerics.Distributions.StudentT.CDF(0, 1, degrees, t);
}
