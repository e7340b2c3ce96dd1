namespace Jinlin.Model.Engine;

/// <summary>
/// Elementary functions that give the same bits on every machine (law 4): only IEEE additions, multiplications,
/// divisions and square roots, which the standard fixes exactly, in a fixed order. The runtime's own
/// <c>Math.Exp</c> and <c>Math.Log</c> call the C library of the platform and may differ in the last bit.
/// </summary>
public static class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;
    private const double InverseLn2 = 1.44269504088896338700;

    /// <summary>e^x, relative error below 2e-15; 0 below −708, +∞ above 709.</summary>
    public static double Exp(double x)
    {
        if (x < -708) return 0;
        if (x > 709) return double.PositiveInfinity;
        double k = Math.Floor((x * InverseLn2) + 0.5);
        double r = (x - (k * Ln2High)) - (k * Ln2Low);
        // Taylor to degree 13 on |r| ≤ ln2 / 2: the remainder is below 1e-17.
        double s = 1.0 / 6227020800;
        s = (s * r) + (1.0 / 479001600);
        s = (s * r) + (1.0 / 39916800);
        s = (s * r) + (1.0 / 3628800);
        s = (s * r) + (1.0 / 362880);
        s = (s * r) + (1.0 / 40320);
        s = (s * r) + (1.0 / 5040);
        s = (s * r) + (1.0 / 720);
        s = (s * r) + (1.0 / 120);
        s = (s * r) + (1.0 / 24);
        s = (s * r) + (1.0 / 6);
        s = (s * r) + 0.5;
        s = (s * r) + 1;
        s = (s * r) + 1;
        return s * BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
    }

    /// <summary>Natural logarithm, relative error below 2e-15; −∞ at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0) return double.NaN;
        if (x == 0) return double.NegativeInfinity;
        if (double.IsPositiveInfinity(x)) return x;
        int shift = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0;
            shift = -54;
        }
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023 + shift;
        double m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }
        // ln m = 2 artanh z with z = (m − 1) / (m + 1), |z| ≤ 0.1716: odd series to z^21.
        double z = (m - 1) / (m + 1), q = z * z;
        double s = 1.0 / 21;
        for (int n = 19; n >= 1; n -= 2) s = (s * q) + (1.0 / n);
        return (exponent * Ln2High) + ((2 * z * s) + (exponent * Ln2Low));
    }

    /// <summary>x^y for x ≥ 0.</summary>
    public static double Pow(double x, double y) => x == 0 ? (y == 0 ? 1 : 0) : Exp(y * Log(x));

    /// <summary>2^x.</summary>
    public static double Exp2(double x) => Exp(x * 0.69314718055994530942);

    /// <summary>The logistic function σ(x) = 1 / (1 + e^−x).</summary>
    public static double Logistic(double x) => 1 / (1 + Exp(-x));

    /// <summary>
    /// Inverse of the standard normal distribution, for p strictly between 0 and 1; relative error about 1e-16.
    /// Source: Wichura 1988, algorithm AS 241 (PPND16).
    /// </summary>
    public static double NormalInverse(double p)
    {
        if (!(p > 0 && p < 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "strictly between 0 and 1");
        double q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double r = 0.180625 - (q * q);
            return q * Horner(r, CentralNumerator) / Horner(r, CentralDenominator);
        }
        double tail = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        double x = tail <= 5
            ? Horner(tail - 1.6, MiddleNumerator) / Horner(tail - 1.6, MiddleDenominator)
            : Horner(tail - 5, FarNumerator) / Horner(tail - 5, FarDenominator);
        return q < 0 ? -x : x;
    }

    /// <summary>Lognormal quantile with median <paramref name="median"/> and log standard deviation σ.</summary>
    public static double Lognormal(double u, double median, double sigma) => median * Exp(sigma * NormalInverse(u));

    /// <summary>Exponential quantile with the given mean.</summary>
    public static double Exponential(double u, double mean) => -mean * Log(1 - u);

    /// <summary>Poisson quantile by inversion: the smallest n with P(N ≤ n) > u; at most 64.</summary>
    public static int Poisson(double u, double mean)
    {
        double term = Exp(-mean), sum = term;
        int n = 0;
        while (u >= sum && n < 64)
        {
            n++;
            term *= mean / n;
            sum += term;
        }
        return n;
    }

    private static double Horner(double x, ReadOnlySpan<double> highFirst)
    {
        double s = 0;
        foreach (double c in highFirst) s = (s * x) + c;
        return s;
    }

    private static ReadOnlySpan<double> CentralNumerator =>
    [
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
        1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0,
    ];

    private static ReadOnlySpan<double> CentralDenominator =>
    [
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
        5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0,
    ];

    private static ReadOnlySpan<double> MiddleNumerator =>
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
        3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0,
    ];

    private static ReadOnlySpan<double> MiddleDenominator =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0,
    ];

    private static ReadOnlySpan<double> FarNumerator =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0,
    ];

    private static ReadOnlySpan<double> FarDenominator =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0,
    ];
}
