using MathNet.Numerics.LinearAlgebra;

namespace Jinlin.Planner.Networks;

/// <summary>
/// Who helps whom: the log odds of a tie are a sum of the pair's covariates, of how readily the one gives and the other
/// receives, and of whether the tie is answered (the p2 model: van Duijn, Snijders and Zijlstra 2004, Statistica Neerlandica
/// 58, 234). Giving and receiving are normal, with variances estimated from the data.
/// </summary>
/// <param name="Constant">Log odds of a tie at mean covariates that is not answered.</param>
/// <param name="Covariates">Per standard deviation, in the order of the dyads' names.</param>
/// <param name="Reciprocity">What an answered tie adds to the log odds.</param>
/// <param name="Giving">Standard deviation over people.</param>
/// <param name="Receiving">Standard deviation over people.</param>
/// <param name="Errors">Standard errors of constant, covariates and reciprocity, in this order.</param>
public sealed record HelpModel(
    double Constant, IReadOnlyList<double> Covariates, double Reciprocity, double Giving, double Receiving,
    IReadOnlyList<double> Errors)
{
    private const int MostRounds = 60, MostSteps = 50;
    private const double Enough = 1e-6;

    /// <summary>
    /// Penalized maximum likelihood by Newton's method; the two variances by Laplace's approximation around it.
    /// </summary>
    public static HelpModel Fit(Dyads dyads)
    {
        int k = dyads.Names.Count, fixedCount = k + 2, size = fixedCount + (2 * dyads.People);
        Vector<double> at = Vector<double>.Build.Dense(size);
        double giving = .5, receiving = .5;
        Matrix<double> inverse = null!;
        for (int round = 0; round < MostRounds; round++)
        {
            for (int step = 0; step < MostSteps; step++)
            {
                (Vector<double> slope, Matrix<double> curve) = Derivatives(dyads, at, giving, receiving);
                Vector<double> change = curve.Cholesky().Solve(slope);
                // A step of the length of the whole space would overshoot where ties are rare.
                double length = change.AbsoluteMaximum();
                at += length > 2 ? change * (2 / length) : change;
                if (length < Enough) break;
            }
            inverse = Derivatives(dyads, at, giving, receiving).Curve.Inverse();
            double nextGiving = Variance(0), nextReceiving = Variance(1);
            bool settled = Math.Abs(nextGiving - giving) < 1e-4 && Math.Abs(nextReceiving - receiving) < 1e-4;
            (giving, receiving) = (nextGiving, nextReceiving);
            if (settled) break;
        }
        return new HelpModel(
            at[0], [.. at.Skip(1).Take(k)], at[k + 1], Math.Sqrt(giving), Math.Sqrt(receiving),
            [.. Enumerable.Range(0, fixedCount).Select(i => Math.Sqrt(inverse[i, i]))]);

        double Variance(int side)
        {
            double sum = 0;
            for (int p = 0; p < dyads.People; p++)
            {
                int place = fixedCount + (side * dyads.People) + p;
                sum += (at[place] * at[place]) + inverse[place, place];
            }
            return Math.Max(1e-4, sum / dyads.People);
        }
    }

    /// <summary>P(neither helps), P(the first helps only), P(the second helps only), P(both help).</summary>
    /// <param name="forth">Log odds of first → second where it is not answered.</param>
    /// <param name="back">The same of second → first.</param>
    /// <param name="reciprocity">What both together add.</param>
    public static (double Neither, double Forth, double Back, double Both) Probabilities(
        double forth, double back, double reciprocity)
    {
        double both = forth + back + reciprocity, most = Math.Max(0, Math.Max(both, Math.Max(forth, back)));
        double a = Math.Exp(-most), b = Math.Exp(forth - most), c = Math.Exp(back - most), d = Math.Exp(both - most);
        double sum = a + b + c + d;
        return (a / sum, b / sum, c / sum, d / sum);
    }

    /// <summary>Log odds of a tie without giving, receiving and an answer.</summary>
    public double LogOdds(double[] covariates)
    {
        double sum = Constant;
        for (int c = 0; c < covariates.Length; c++) sum += Covariates[c] * covariates[c];
        return sum;
    }

    /// <summary>Of the penalized log likelihood: its slope, and its curvature with the sign turned.</summary>
    private static (Vector<double> Slope, Matrix<double> Curve) Derivatives(
        Dyads dyads, Vector<double> at, double giving, double receiving)
    {
        int k = dyads.Names.Count, effects = k + 2;
        double[] slope = new double[at.Count];
        double[,] curve = new double[at.Count, at.Count];
        int[] forthAt = new int[k + 3], backAt = new int[k + 3];
        double[] forth = new double[k + 3], back = new double[k + 3];
        for (int c = 0; c <= k; c++) (forthAt[c], backAt[c]) = (c, c);
        forth[0] = back[0] = 1;
        forth[k + 1] = forth[k + 2] = back[k + 1] = back[k + 2] = 1;
        foreach (Dyad dyad in dyads.All)
        {
            for (int c = 0; c < k; c++) (forth[c + 1], back[c + 1]) = (dyad.Forth[c], dyad.Back[c]);
            (forthAt[k + 1], forthAt[k + 2]) = (effects + dyad.First, effects + dyads.People + dyad.Second);
            (backAt[k + 1], backAt[k + 2]) = (effects + dyad.Second, effects + dyads.People + dyad.First);
            double a = 0, b = 0;
            for (int i = 0; i < forth.Length; i++) (a, b) = (a + (forth[i] * at[forthAt[i]]), b + (back[i] * at[backAt[i]]));
            (_, double one, double other, double both) = Probabilities(a, b, at[k + 1]);
            double pForth = one + both, pBack = other + both;
            double restForth = (dyad.Helps ? 1 : 0) - pForth, restBack = (dyad.Helped ? 1 : 0) - pBack;
            double vForth = pForth * (1 - pForth), vBack = pBack * (1 - pBack), shared = both - (pForth * pBack);
            slope[k + 1] += (dyad.Helps && dyad.Helped ? 1 : 0) - both;
            curve[k + 1, k + 1] += both * (1 - both);
            for (int i = 0; i < forth.Length; i++)
            {
                slope[forthAt[i]] += restForth * forth[i];
                slope[backAt[i]] += restBack * back[i];
                double withBoth = both * (1 - pForth) * forth[i], backWithBoth = both * (1 - pBack) * back[i];
                curve[k + 1, forthAt[i]] += withBoth;
                curve[forthAt[i], k + 1] += withBoth;
                curve[k + 1, backAt[i]] += backWithBoth;
                curve[backAt[i], k + 1] += backWithBoth;
                for (int j = 0; j < forth.Length; j++)
                {
                    curve[forthAt[i], forthAt[j]] += vForth * forth[i] * forth[j];
                    curve[backAt[i], backAt[j]] += vBack * back[i] * back[j];
                    curve[forthAt[i], backAt[j]] += shared * forth[i] * back[j];
                    curve[backAt[i], forthAt[j]] += shared * back[i] * forth[j];
                }
            }
        }
        for (int p = 0; p < dyads.People; p++)
        {
            Shrink(effects + p, giving);
            Shrink(effects + dyads.People + p, receiving);
        }
        // Where the data say nothing, the answer is zero and not infinite.
        for (int i = 0; i < effects; i++) (slope[i], curve[i, i]) = (slope[i] - (1e-4 * at[i]), curve[i, i] + 1e-4);
        return (Vector<double>.Build.DenseOfArray(slope), Matrix<double>.Build.DenseOfArray(curve));

        void Shrink(int place, double variance) =>
            (slope[place], curve[place, place]) = (slope[place] - (at[place] / variance), curve[place, place] + (1 / variance));
    }
}
