using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace Jinlin.Planner.Statistics;

/// <summary>
/// Rinott 1978: how many independent replications each policy needs so that the best of k is selected with a stated
/// probability. For worlds that do not share seeds; <see cref="KimNelson"/> needs fewer for those that do.
/// </summary>
public static class Rinott
{
    private const int Nodes = 128;

    /// <summary>
    /// The h with ∫[∫Φ(h/√((n₀−1)(1/x + 1/y))) f(x)dx]^(k−1) f(y)dy = P*, f the density of χ² with n₀ − 1 degrees.
    /// </summary>
    /// <param name="policies">k, at least 2.</param>
    /// <param name="first">n₀, replications of the first stage, at least 3.</param>
    /// <param name="probability">P*, above 1/k and below 1.</param>
    public static double H(int policies, int first, double probability)
    {
        double degrees = first - 1;
        var rule = new GaussLegendreRule(0, degrees + (14 * Math.Sqrt(2 * degrees)), Nodes);
        double[] x = rule.Abscissas;
        double[] mass = [.. rule.Weights.Zip(x, (w, v) => w * ChiSquared.PDF(degrees, v))];
        double low = 0, high = 1;
        while (Correct(high) < probability) high *= 2;
        for (int i = 0; i < 50; i++)
        {
            double middle = (low + high) / 2;
            if (Correct(middle) < probability) low = middle;
            else high = middle;
        }
        return (low + high) / 2;

        double Correct(double h)
        {
            double outer = 0;
            for (int j = 0; j < x.Length; j++)
            {
                double inner = 0;
                for (int i = 0; i < x.Length; i++)
                    inner += mass[i] * Normal.CDF(0, 1, h / Math.Sqrt(degrees * ((1 / x[i]) + (1 / x[j]))));
                outer += mass[j] * Math.Pow(inner, policies - 1);
            }
            return outer;
        }
    }

    /// <summary>Replications that a policy needs in all: max(n₀, ⌈(h·s/δ)²⌉).</summary>
    /// <param name="h">From <see cref="H"/>.</param>
    /// <param name="first">n₀.</param>
    /// <param name="deviation">s of the first stage.</param>
    /// <param name="smallestEffect">δ, above 0: a smaller lead over the second best does not matter.</param>
    public static int Replications(double h, int first, double deviation, double smallestEffect) =>
        Math.Max(first, (int)Math.Min(int.MaxValue, Math.Ceiling(Math.Pow(h * deviation / smallestEffect, 2))));
}
