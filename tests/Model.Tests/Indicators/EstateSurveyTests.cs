using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Indicators;

public class EstateSurveyTests
{
    private static readonly Day Today = new(100);

    // Household 0: residents 0, 1; household 1: 2, 3; both in building 0. Household 2: resident 4, alone in building 1.
    private readonly Roster _roster = new()
    {
        Neighborhood = new NeighborhoodId(0),
        First = new ActorId(0),
        Plan = new EstatePlan { Name = "A", Population = 5, Households = 3, Buildings = 2, Over60 = 2 },
        Residents =
        [
            Person(0, 0, 40), Person(0, 0, 66), Person(1, 0, 30), Person(1, 0, 61),
            Person(2, 1, 85, Groups.Over80Alone),
        ],
        Households = [new(0, 2, 0), new(2, 2, 0), new(4, 1, 1)],
        Buildings = [new(0, 4, 0, 2, 6, 0, 0, 0), new(4, 1, 2, 1, 6, 0, 50, 0)],
        Ties = [],
        FarTies = [],
    };

    private readonly Ties _ties = new(5, halfLife: 180);
    private readonly ResidentState[] _states = new ResidentState[5];
    private readonly Tally _tally = new(5);
    private readonly long[] _survey = new long[IndicatorCatalog.SurveyCount];

    /// <summary>
    /// Resident 0 knows one of two co-residents; the tie to the own household and that to the other building do not
    /// count. Resident 2 knows one, too: .12 is .103 after 40 days; resident 3 does not: .082 after 100. Resident 4 has
    /// no co-resident.
    /// </summary>
    [Fact]
    public void Acquaintance_is_the_share_of_known_co_residents()
    {
        _ties[0].Touch(2, .5, Today);
        _ties[0].Touch(1, .5, Today);
        _ties[0].Touch(4, .5, Today);
        _ties[2].Touch(0, .12, new Day(Today.Value - 40));
        _ties[3].Touch(0, .12, new Day(0));
        Residents();
        Assert.Equal(4, Sum(GroupSum.WithCoResidents));
        Assert.Equal(500_000 + 500_000, Sum(GroupSum.AcquaintancePpm));
    }

    [Fact]
    public void Sums_are_taken_over_those_they_are_about()
    {
        for (int i = 0; i < 5; i++) _states[i].Trust = .5f;
        _states[1].Loneliness = .25f;
        _states[4].Loneliness = .5f;
        _states[0].ActiveDay = (ushort)(Today.Value + 1 - 89);
        _states[2].ActiveDay = (ushort)(Today.Value + 1 - 90);
        _states[4].VisitedDay = (ushort)(Today.Value + 1 - 29);
        _states[3].VisitedDay = (ushort)(Today.Value + 1 - 30);
        Residents();
        Assert.Equal(5, Sum(GroupSum.Residents));
        Assert.Equal(2_500_000, Sum(GroupSum.TrustPpm));
        Assert.Equal(1, Sum(GroupSum.Participated));
        Assert.Equal(3, Sum(GroupSum.Elders));
        Assert.Equal(1, Sum(GroupSum.Visited));
        Assert.Equal(2, Sum(GroupSum.Seniors));
        Assert.Equal(750_000, Sum(GroupSum.LonelyPpm));
        Assert.Equal(1, Sum(GroupSum.Residents, 1));
        Assert.Equal(500_000, Sum(GroupSum.LonelyPpm, 1));
    }

    [Fact]
    public void Everybody_is_in_one_bucket_of_effort_and_one_of_unmet_need()
    {
        _tally.Gave(3, 90);
        _tally.NeedLapsed(NeedKind.Care, Groups.Over80Alone, 4);
        Residents();
        long[] day = [.. new long[IndicatorCatalog.Survey], .. _survey];
        Assert.Equal(4, day[IndicatorCatalog.EffortPeople(0)]);
        Assert.Equal(1, day[IndicatorCatalog.EffortPeople(Tally.EffortBucket(90))]);
        Assert.Equal(90, day[IndicatorCatalog.EffortMinutes(Tally.EffortBucket(90))]);
        Assert.Equal(4, day[IndicatorCatalog.Unmet(0, 0)]);
        Assert.Equal(1, day[IndicatorCatalog.Unmet((int)Groups.Over80Alone, 1)]);
    }

    /// <summary>A branch with an active and a lapsed partner: three organizations, one pair of them linked.</summary>
    [Fact]
    public void Edges_between_organizations_lapse()
    {
        var states = new OrganizationState[CitySlots.PerEstate];
        states[(int)OrganizationSlot.Branch].FoundedDay = 1;
        states[(int)OrganizationSlot.Branch].Unfilled = 3;
        var members = new RowLists<Member>(CitySlots.PerEstate);
        RowList<Member> row = members[(int)OrganizationSlot.Branch];
        row.Add(new Member { Who = new ActorId(1000), Since = 0, LastDuty = (ushort)(Today.Value - 89) });
        row.Add(new Member { Who = new ActorId(1001), Since = 0, LastDuty = (ushort)(Today.Value - 90) });
        row.Add(new Member { Who = new ActorId(2), Since = 90 });
        EstateSurvey.Organizations(
            Today, _roster, states, new RowLists<Order>(CitySlots.PerEstate), members, _survey);
        Assert.Equal(6, _survey[IndicatorCatalog.InSurvey(EstateSum.OrganizationPairs)]);
        Assert.Equal(2, _survey[IndicatorCatalog.InSurvey(EstateSum.LinkedPairs)]);
        Assert.Equal(1, _survey[IndicatorCatalog.InSurvey(EstateSum.Members)]);
        Assert.Equal(3, _survey[IndicatorCatalog.InSurvey(EstateSum.OrdersUnfilled)]);
    }

    private void Residents() => EstateSurvey.Residents(Today, _roster, _states, _ties, _tally, _survey);

    private long Sum(GroupSum sum, int group = 0) => _survey[IndicatorCatalog.InSurvey(sum, group)];

    private static ResidentTraits Person(int household, ushort building, byte age, Groups groups = Groups.None) =>
        new() { Household = household, Building = building, Age = age, Groups = groups };
}
