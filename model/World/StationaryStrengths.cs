using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// How strong the tie of two neighbors is once rules 5 and 13 have run for long. A pair meets at rate
/// κ(ε + (1−ε)s) a day, κ being how often either tries the other; a meeting adds a(1 − s), s decays at δ = ln 2/h and
/// is forgotten at θ. In the long run as much crosses every s downward by decay as upward by meetings: with density f
/// and p₀ without a tie, δ s f(s) = κ ε p₀ [s &lt; a] + ∫ κ(ε + (1−ε)y) f(y) dy over (s−a)/(1−a) &lt; y &lt; s. The
/// right side only looks below s, so one pass upward from θ solves it, for each κ of a table.
/// </summary>
internal sealed class StationaryStrengths
{
    private const int Rates = 64, Cells = 800, Levels = 256;

    /// <summary>The table's least and largest κ, in units of δ; rarer pairs have no tie, more frequent ones these.</summary>
    private const double Least = 0.1, Most = 400;

    private const double Ln2 = 0.69314718055994530942, Forgotten = (double)Ties.Forgotten / Ties.One;

    private static readonly double Step = PortableMath.Log(Most / Least) / (Rates - 1);

    private readonly double _decay, _weight, _openness;

    /// <summary>By κ: the share of pairs without a tie, and quantiles of those with one.</summary>
    private readonly double[] _none = new double[Rates];

    private readonly float[] _quantiles = new float[Rates * (Levels + 1)];
    private readonly double[] _means = new double[Rates];

    public StationaryStrengths(Parameters p)
    {
        _decay = Ln2 / p.TieHalfLife;
        _weight = p.ContactConversation;
        _openness = p.MeetStranger;
        // A first conversation too slight to be remembered never begins a tie.
        if (_weight <= Forgotten) return;
        var density = new double[Cells + 1];
        var upward = new double[Cells + 1];
        for (int r = 0; r < Rates; r++) Solve(r, Least * PortableMath.Exp(r * Step), density, upward);
    }

    /// <summary>The quantile u of a pair's strength: 0, or from the forgotten on.</summary>
    public double At(double perDay, double u)
    {
        if (!Find(perDay, out int row, out double part)) return 0;
        double none = _none[row] + (part * (_none[row + 1] - _none[row]));
        if (u < none) return 0;
        double level = (u - none) / (1 - none) * Levels;
        int l = Math.Min(Levels - 1, (int)level);
        double low = Level(row, l, level - l), high = Level(row + 1, l, level - l);
        return low + (part * (high - low));
    }

    /// <summary>The mean strength, pairs without a tie included.</summary>
    public double Mean(double perDay) =>
        Find(perDay, out int row, out double part) ? _means[row] + (part * (_means[row + 1] - _means[row])) : 0;

    private bool Find(double perDay, out int row, out double part)
    {
        (row, part) = (0, 0);
        if (perDay < Least * _decay) return false;
        double place = Math.Min(Rates - 1.000001, PortableMath.Log(perDay / (Least * _decay)) / Step);
        row = (int)place;
        part = place - row;
        return true;
    }

    private double Level(int row, int level, double part)
    {
        ReadOnlySpan<float> q = _quantiles.AsSpan((row * (Levels + 1)) + level, 2);
        return q[0] + (part * (q[1] - q[0]));
    }

    /// <summary>
    /// In x = ln s, of even cells, g(x) = s f(s): g = κ/δ (ε p₀ [s &lt; a] + U(s) − U((s−a)/(1−a))), U being the
    /// integral of (ε + (1−ε)s) g, by trapezoids. p₀ is 1 to begin with; then all is scaled to sum to 1.
    /// </summary>
    private void Solve(int row, double rate, double[] density, double[] upward)
    {
        double cell = -PortableMath.Log(Forgotten) / Cells, none = 1;
        double growth = PortableMath.Exp(cell), s = Forgotten, all = 1, sum = 0;
        (upward[0], density[0]) = (0, rate * _openness);
        for (int k = 1; k <= Cells; k++)
        {
            double from = s;
            s = k == Cells ? 1 : s * growth;
            double source = s < _weight ? _openness * none : 0;
            double landed = (s - _weight) / (1 - _weight), passed = 0;
            if (landed > Forgotten)
            {
                double at = PortableMath.Log(landed / Forgotten) / cell;
                int below = Math.Min(k - 1, (int)at);
                passed = upward[below] + ((at - below) * (upward[Math.Min(below + 1, k - 1)] - upward[below]));
            }
            double half = cell / 2, known = upward[k - 1] + (half * Passing(from) * density[k - 1]);
            density[k] = Math.Max(0, rate * (source + known - passed) / (1 - (half * rate * Passing(s))));
            upward[k] = known + (half * Passing(s) * density[k]);
            all += half * (density[k - 1] + density[k]);
            sum += half * ((density[k - 1] * from) + (density[k] * s));
            if (all < 1e200) continue;
            none *= 1e-200;
            all *= 1e-200;
            sum *= 1e-200;
            for (int i = 0; i <= k; i++) (density[i], upward[i]) = (density[i] * 1e-200, upward[i] * 1e-200);
        }
        _means[row] = sum / all;
        _none[row] = none / all;
        Invert(row, all - none, cell, growth, density);
    }

    private double Passing(double s) => _openness + ((1 - _openness) * s);

    private void Invert(int row, double with, double cell, double growth, double[] density)
    {
        Span<float> quantiles = _quantiles.AsSpan(row * (Levels + 1), Levels + 1);
        double reached = 0, s = Forgotten;
        int k = 0;
        for (int l = 0; l <= Levels; l++)
        {
            // The last level stands for the middle of the largest draws: nobody's tie is the strongest there can be.
            double wanted = (l < Levels ? l : Levels - 0.25) / Levels * with, part = 0;
            for (; k < Cells; k++)
            {
                double step = cell / 2 * (density[k] + density[k + 1]);
                if (reached + step >= wanted)
                {
                    part = step > 0 ? (wanted - reached) / step : 0;
                    break;
                }
                reached += step;
                s *= growth;
            }
            // One part in 65,535 more, so that the least is not forgotten by rounding.
            quantiles[l] = (float)Math.Min(1, (s * (1 + ((growth - 1) * part))) + (1.0 / Ties.One));
        }
    }
}
