using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.World;

namespace Jinlin.Model.Indicators;

/// <summary>
/// Reads the rows of an estate and writes the state sums of <see cref="IndicatorCatalog"/>. A survey scans ties and
/// residents, so it is taken at the end of every seventh day, of burn-in and of the run, and holds until the next.
/// It reads only (law 5).
/// </summary>
public static class EstateSurvey
{
    /// <summary>Days in which attending or volunteering counts as participation.</summary>
    public const int ParticipationDays = 90;

    /// <summary>Days in which a visit counts.</summary>
    public const int VisitDays = 30;

    /// <summary>Days without contact after which an edge between organizations is no longer active.</summary>
    public const int EdgeDays = 90;

    private const double Million = 1e6;

    /// <summary>Whether a survey is taken at the end of a day.</summary>
    public static bool IsDue(Day day, int burnInDays, int lastDay) =>
        day.Value % 7 == 6 || day.Value == burnInDays - 1 || day.Value == lastDay;

    /// <summary>Sums over residents.</summary>
    public static void Residents(
        Day today, Roster roster, ReadOnlySpan<ResidentState> residents, Ties ties, Tally tally, Span<long> survey)
    {
        for (int slot = 0; slot < residents.Length; slot++)
        {
            ref readonly ResidentState state = ref residents[slot];
            ref readonly ResidentTraits traits = ref roster.Residents[slot];
            int household = roster.Households[traits.Household].Count;
            int others = roster.Buildings[traits.Building].Count - household;
            long acquaintance = others > 0 ? (long)(Million * Known(roster, slot, ties[slot], today) / others) : 0;
            for (int g = 0; g < Tally.GroupCount; g++)
            {
                if (!Tally.In(traits.Groups, g)) continue;
                Add(survey, GroupSum.Residents, g, 1);
                Add(survey, GroupSum.TrustPpm, g, (long)(Million * state.Trust));
                if (others > 0)
                {
                    Add(survey, GroupSum.WithCoResidents, g, 1);
                    Add(survey, GroupSum.AcquaintancePpm, g, acquaintance);
                }
                if (Within(state.ActiveDay, today, ParticipationDays)) Add(survey, GroupSum.Participated, g, 1);
                if (traits.Age >= 60)
                {
                    Add(survey, GroupSum.Elders, g, 1);
                    if (Within(state.VisitedDay, today, VisitDays)) Add(survey, GroupSum.Visited, g, 1);
                }
                if (traits.Age >= 65)
                {
                    Add(survey, GroupSum.Seniors, g, 1);
                    Add(survey, GroupSum.LonelyPpm, g, (long)(Million * state.Loneliness));
                }
            }
            int minutes = tally.MinutesByResident[slot];
            int effort = IndicatorCatalog.EffortPeople(Tally.EffortBucket(minutes)) - IndicatorCatalog.Survey;
            survey[effort]++;
            survey[effort + 1] += minutes;
            int unmet = Math.Min(Tally.MostUnmet, (int)tally.UnmetByResident[slot]);
            survey[IndicatorCatalog.Unmet((int)traits.Groups & 15, unmet) - IndicatorCatalog.Survey]++;
        }
    }

    /// <summary>Sums over organizations.</summary>
    public static void Organizations(
        Day today, Roster roster, ReadOnlySpan<OrganizationState> states, RowLists<Order> orders,
        RowLists<Member> members, Span<long> survey)
    {
        Add(survey, EstateSum.Neighborhoods, 1);
        // Organizations that exist, then those elsewhere (partners, hubs) that one of them lists.
        var nodes = new Dictionary<ActorId, int>();
        var edges = new List<(int, int)>();
        for (int slot = 0; slot < states.Length; slot++)
        {
            Add(survey, EstateSum.OrdersWaiting, orders[slot].Count);
            Add(survey, EstateSum.OrdersUnfilled, states[slot].Unfilled);
            if (states[slot].FoundedDay > 0) Node(roster.Organization((OrganizationSlot)slot), nodes);
            foreach (ref readonly Member member in members[slot].Items)
            {
                if (roster.SlotOf(member.Who) >= 0)
                {
                    Add(survey, EstateSum.Members, 1);
                    continue;
                }
                int self = Node(roster.Organization((OrganizationSlot)slot), nodes), other = Node(member.Who, nodes);
                if (today.Value - Math.Max(member.Since, member.LastDuty) < EdgeDays) edges.Add((self, other));
            }
        }
        Fragmentation f = Fragmentation.Of(nodes.Count, edges);
        Add(survey, EstateSum.OrganizationPairs, f.Pairs);
        Add(survey, EstateSum.LinkedPairs, f.LinkedPairs);
        Add(survey, EstateSum.ClosenessPpm, f.ClosenessPpm);
    }

    /// <summary>What the teams tend, as it is today (rule 16).</summary>
    public static void Stocks(Day today, ReadOnlySpan<OrganizationState> states, Parameters p, Span<long> survey)
    {
        Add(survey, EstateSum.SortingPpm, Ppm(OrganizationSlot.SortingTeam, states));
        Add(survey, EstateSum.TreesPpm, Ppm(OrganizationSlot.TreeTeam, states));

        long Ppm(OrganizationSlot slot, ReadOnlySpan<OrganizationState> all) =>
            (long)(Million * TendedStock.At(slot, all[(int)slot], today, p));
    }

    internal static void Add(Span<long> survey, EstateSum sum, long amount) =>
        survey[IndicatorCatalog.InSurvey(sum)] += amount;

    private static void Add(Span<long> survey, GroupSum sum, int group, long amount) =>
        survey[IndicatorCatalog.InSurvey(sum, group)] += amount;

    /// <summary>Known people of the building, the own household left out: nobody is a neighbor of oneself.</summary>
    private static int Known(Roster roster, int slot, TieRow ties, Day today)
    {
        ref readonly ResidentTraits me = ref roster.Residents[slot];
        int known = 0;
        for (int i = 0; i < ties.Count; i++)
        {
            ref readonly ResidentTraits other = ref roster.Residents[ties.Slots[i]];
            if (other.Building == me.Building && other.Household != me.Household
                && ties.StrengthAt(i, today) >= Ties.Known) known++;
        }
        return known;
    }

    /// <param name="dayPlusOne">The day of an event + 1; 0: never.</param>
    private static bool Within(ushort dayPlusOne, Day today, int days) =>
        dayPlusOne > 0 && today.Value - (dayPlusOne - 1) < days;

    private static int Node(ActorId organization, Dictionary<ActorId, int> nodes)
    {
        if (!nodes.TryGetValue(organization, out int node)) nodes[organization] = node = nodes.Count;
        return node;
    }
}
