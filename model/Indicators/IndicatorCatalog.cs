using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.Indicators;

/// <summary>State sums by group, over the residents of a neighborhood who belong to the group.</summary>
public enum GroupSum : byte
{
    Residents,

    /// <summary>Residents who share their building with another household.</summary>
    WithCoResidents,

    /// <summary>Share of a building's co-residents with s ≥ .1, in 1e-6, over <see cref="WithCoResidents"/>.</summary>
    AcquaintancePpm,

    /// <summary>Residents who attended or volunteered in the last 90 days.</summary>
    Participated,

    /// <summary>Residents aged 60 and over.</summary>
    Elders,

    /// <summary>Those of them visited in the last 30 days.</summary>
    Visited,

    /// <summary>Trust in 1e-6, over <see cref="Residents"/>.</summary>
    TrustPpm,

    /// <summary>Residents aged 65 and over.</summary>
    Seniors,

    /// <summary>Their P(lonely) in 1e-6.</summary>
    LonelyPpm,
}

/// <summary>State sums of a neighborhood that know no group.</summary>
public enum EstateSum : byte
{
    Neighborhoods,

    /// <summary>Needs that are open at midnight.</summary>
    OpenNeeds,

    /// <summary>Residents on the lists of the estate's organizations; one on two lists counts twice.</summary>
    Members,

    /// <summary>Orders that wait for somebody to serve them.</summary>
    OrdersWaiting,

    /// <summary>Orders that could not be served, since the start.</summary>
    OrdersUnfilled,

    /// <summary>Bookings that wait at departments of the city.</summary>
    DepartmentQueue,

    /// <summary>Ordered pairs of organizations of one estate, n(n−1).</summary>
    OrganizationPairs,

    /// <summary>Those of them that edges active within 90 days join, directly or not: Σ n_k(n_k−1).</summary>
    LinkedPairs,

    /// <summary>Σ 1/distance over ordered pairs, in 1e-6.</summary>
    ClosenessPpm,

    /// <summary>Sorting compliance and the state of the trees (rule 16), each in 1e-6 per estate.</summary>
    SortingPpm,
    TreesPpm,
}

/// <summary>
/// What the daily vector of integers holds at which place. Every entry is a sum over actors, so vectors of
/// neighborhoods add up to the town's, in any order, with the same bits. A new <see cref="Metric"/>,
/// <see cref="NeedKind"/>, <see cref="GroupSum"/> or <see cref="EstateSum"/> takes its place by itself.
/// </summary>
public static class IndicatorCatalog
{
    /// <summary>Every combination of the four groups: a partition, as Theil's decomposition needs one.</summary>
    public const int GroupCells = 16;

    /// <summary>Cumulative: kind × group × <see cref="NeedCount"/>.</summary>
    public const int Needs = 0;

    /// <summary>Cumulative: kind × bucket of waiting time, resolved needs only.</summary>
    public const int Waits = Needs + (NeedKey.Kinds * Tally.GroupCount * Tally.CountsPerCell);

    /// <summary>Cumulative: one per <see cref="Metric"/>.</summary>
    public const int Metrics = Waits + (NeedKey.Kinds * Tally.WaitBuckets);

    /// <summary>Levels of the last seven days: group × (due, met on time).</summary>
    public const int Weeks = Metrics + Tally.Metrics;

    /// <summary>What <see cref="EstateSurvey"/> writes, once a week: levels.</summary>
    public const int Survey = Weeks + (2 * Tally.GroupCount);

    public const int Count = Survey + SurveyCount;

    internal const int SurveyCount = UnmetInSurvey + (GroupCells * (Tally.MostUnmet + 1));

    private const int GroupSums = (int)GroupSum.LonelyPpm + 1;
    private const int EstateSums = (int)EstateSum.TreesPpm + 1;
    private const int EstateInSurvey = GroupSums * Tally.GroupCount;
    private const int EffortInSurvey = EstateInSurvey + EstateSums;
    private const int UnmetInSurvey = EffortInSurvey + (2 * Tally.EffortBuckets);

    private static readonly string[] GroupNames = ["all", "over80-alone", "frail-or-disabled", "migrant", "off-chat"];

    /// <summary>Names by position, as <see cref="Engine.IModel.Indicators"/> wants them.</summary>
    public static IReadOnlyList<string> Names { get; } = MakeNames();

    /// <summary>Machine names of the groups; 0 is everybody.</summary>
    public static IReadOnlyList<string> Groups => GroupNames;

    public static int Need(NeedKind kind, int group, NeedCount count) =>
        Needs + ((((int)kind * Tally.GroupCount) + group) * Tally.CountsPerCell) + (int)count;

    public static int Wait(NeedKind kind, int bucket) => Waits + ((int)kind * Tally.WaitBuckets) + bucket;

    public static int Of(Metric metric) => Metrics + (int)metric;

    /// <summary>Needs of a group due in the last seven days.</summary>
    public static int WeekDue(int group) => Weeks + (2 * group);

    /// <summary>Those of them met on time.</summary>
    public static int WeekMet(int group) => Weeks + (2 * group) + 1;

    public static int Of(GroupSum sum, int group) => Survey + InSurvey(sum, group);

    public static int Of(EstateSum sum) => Survey + InSurvey(sum);

    /// <summary>Residents who gave so many minutes since the end of burn-in, by bucket.</summary>
    public static int EffortPeople(int bucket) => Survey + EffortInSurvey + (2 * bucket);

    /// <summary>The minutes that they gave.</summary>
    public static int EffortMinutes(int bucket) => EffortPeople(bucket) + 1;

    /// <summary>Residents of one combination of groups with so many unmet needs since the end of burn-in.</summary>
    /// <param name="cell">The <see cref="World.Groups"/> as a number, 0 to 15.</param>
    /// <param name="unmet">0 to <see cref="Tally.MostUnmet"/>; the last means that many or more.</param>
    public static int Unmet(int cell, int unmet) =>
        Survey + UnmetInSurvey + (cell * (Tally.MostUnmet + 1)) + unmet;

    internal static int InSurvey(GroupSum sum, int group) => ((int)sum * Tally.GroupCount) + group;

    internal static int InSurvey(EstateSum sum) => EstateInSurvey + (int)sum;

    /// <summary><c>VolunteerMinutes</c> → <c>volunteer-minutes</c>.</summary>
    internal static string Kebab(string pascal) => string.Concat(pascal.Select((c, i) =>
        char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static string[] MakeNames()
    {
        var names = new string[Count];
        foreach (NeedKind kind in Enum.GetValues<NeedKind>())
        {
            for (int g = 0; g < Tally.GroupCount; g++)
            {
                foreach (NeedCount count in Enum.GetValues<NeedCount>())
                    names[Need(kind, g, count)] = $"need.{Kebab($"{kind}")}.{GroupNames[g]}.{Kebab($"{count}")}";
            }
            for (int b = 0; b < Tally.WaitBuckets; b++) names[Wait(kind, b)] = $"wait.{Kebab($"{kind}")}.{b:00}";
        }
        for (int m = 0; m < Tally.Metrics; m++) names[Metrics + m] = $"metric.{Kebab($"{(Metric)m}")}";
        for (int g = 0; g < Tally.GroupCount; g++)
        {
            names[WeekDue(g)] = $"week.{GroupNames[g]}.due";
            names[WeekMet(g)] = $"week.{GroupNames[g]}.met-on-time";
            foreach (GroupSum sum in Enum.GetValues<GroupSum>())
                names[Of(sum, g)] = $"state.{GroupNames[g]}.{Kebab($"{sum}")}";
        }
        foreach (EstateSum sum in Enum.GetValues<EstateSum>()) names[Of(sum)] = $"estate.{Kebab($"{sum}")}";
        for (int b = 0; b < Tally.EffortBuckets; b++)
        {
            names[EffortPeople(b)] = $"effort.{b:00}.people";
            names[EffortMinutes(b)] = $"effort.{b:00}.minutes";
        }
        for (int cell = 0; cell < GroupCells; cell++)
        {
            for (int u = 0; u <= Tally.MostUnmet; u++) names[Unmet(cell, u)] = $"unmet.{cell:00}.{u:00}";
        }
        return names;
    }
}
