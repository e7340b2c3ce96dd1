using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// Ties at minute 0 in the state in which rules 5 and 13 leave them, so that acquaintance neither rises nor falls
/// without policy: <see cref="MeetingBalance"/> says how often a pair tries each other,
/// <see cref="StationaryStrengths"/> how strong such a tie is, and one draw per pair is inverted. Other contacts (help,
/// events) are left out: burn-in does the rest.
/// </summary>
internal static class StationaryTies
{
    private static readonly ConditionalWeakTable<Parameters, StationaryStrengths> Tables = [];

    /// <summary>One list per thread: a city has thirty times as many ties as people, and needs them once.</summary>
    [ThreadStatic]
    private static List<InitialTie>? _scratch;

    public static void Build(
        BuildingTraits[] buildings, ResidentTraits[] residents, SynthesisDraw draw, Parameters p, TieVisitor visit)
    {
        List<InitialTie> ties = _scratch ??= [];
        ties.Clear();
        StationaryStrengths strengths = Tables.GetValue(p, static p => new StationaryStrengths(p));
        var balance = new MeetingBalance(strengths, p);
        foreach (BuildingTraits b in buildings)
        {
            balance.Settle(residents.AsSpan(b.FirstResident, b.Count));
            var bits = new uint[b.Count];
            for (int i = 0; i < b.Count; i++)
            {
                int from = b.FirstResident + i, type = MeetingBalance.TypeOf(residents[from]);
                draw.Fill(from, Purpose.StationaryTie, bits);
                for (int j = i + 1; j < b.Count; j++)
                {
                    int to = b.FirstResident + j;
                    if (residents[from].Household == residents[to].Household) continue;
                    double perDay = balance.PerDay(type, MeetingBalance.TypeOf(residents[to]));
                    double s = strengths.At(perDay, Chance.ToUniform(bits[j]));
                    if (s == 0) continue;
                    ties.Add(new InitialTie(from, to, (float)s));
                    ties.Add(new InitialTie(to, from, (float)s));
                }
            }
        }
        Span<InitialTie> sorted = CollectionsMarshal.AsSpan(ties);
        sorted.Sort(static (x, y) => x.From != y.From ? x.From.CompareTo(y.From) : x.To.CompareTo(y.To));
        visit(sorted);
    }
}
