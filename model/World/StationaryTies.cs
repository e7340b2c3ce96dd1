using System.Runtime.InteropServices;
using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// Ties at minute 0, near the state in which rule 13 and rule 5 leave them. Two neighbors of a building of n meet
/// at rate λ = (q₁ + q₂)/(n − 1) a day, q being how often each class finds a slot and somebody at home; each meeting
/// adds a(1 − s) and s decays at δ = ln 2/h. That is shot noise: about Gamma with shape λ/δ and scale a, thinned by
/// (1 − s). One draw per pair is inverted: below shape 1 the age of the last meeting decides. Burn-in does the rest.
/// </summary>
internal static class StationaryTies
{
    private const double Ln2 = 0.69314718055994530942;

    /// <summary>One list per thread: a city has thirty times as many ties as people, and needs them once.</summary>
    [ThreadStatic]
    private static List<InitialTie>? _scratch;

    public static void Build(
        BuildingTraits[] buildings, ResidentTraits[] residents, SynthesisDraw draw, Parameters p, TieVisitor visit)
    {
        List<InitialTie> ties = _scratch ??= [];
        ties.Clear();
        double decay = Ln2 / p.TieHalfLife;
        Span<double> slots = [1, 1.0 / 7, 1 / p.RareContactDays, 0];
        foreach (BuildingTraits b in buildings)
        {
            var bits = new uint[b.Count];
            for (int i = 0; i < b.Count; i++)
            {
                int from = b.FirstResident + i;
                draw.Fill(from, Purpose.StationaryTie, bits);
                for (int j = i + 1; j < b.Count; j++)
                {
                    int to = b.FirstResident + j;
                    if (residents[from].Household == residents[to].Household) continue;
                    double perDay = p.MeetingSuccess / (b.Count - 1)
                        * (slots[(int)residents[from].Contact] + slots[(int)residents[to].Contact]);
                    double s = Strength(perDay, decay, p.ContactConversation, Chance.ToUniform(bits[j]));
                    if (s * Ties.One < Ties.Forgotten) continue;
                    ties.Add(new InitialTie(from, to, (float)s));
                    ties.Add(new InitialTie(to, from, (float)s));
                }
            }
        }
        Span<InitialTie> sorted = CollectionsMarshal.AsSpan(ties);
        sorted.Sort(static (x, y) => x.From != y.From ? x.From.CompareTo(y.From) : x.To.CompareTo(y.To));
        visit(sorted);
    }

    /// <summary>The quantile u of the stationary strength of a pair that meets so often.</summary>
    public static double Strength(double perDay, double decay, double weight, double u)
    {
        double shape = perDay / decay;
        if (shape <= 0) return 0;
        if (shape < 1) return weight * PortableMath.Exp(decay * PortableMath.Log(u) / perDay);
        // Wilson and Hilferty's cube-root approximation of the Gamma quantile.
        double cube = 1 - (1 / (9 * shape)) + (PortableMath.NormalInverse(u) / (3 * Math.Sqrt(shape)));
        double sum = weight * shape * Math.Max(0, cube * cube * cube);
        return sum / (1 + sum);
    }
}
