using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Policy;

/// <summary>Plans of towns and policies for these tests; nobody lives there.</summary>
internal static class Towns
{
    /// <summary>So many equal estates, two districts in turn, ten estates to a community.</summary>
    public static TownPlan Of(int estates) => new()
    {
        Name = "test",
        Provenance = Provenance.Synthetic,
        CensusYear = 2020,
        Districts = ["East", "West"],
        Estates =
        [
            .. Enumerable.Range(0, estates).Select(e => new EstatePlan
            {
                Name = $"E{e}", District = e % 2, Community = e / 10, Population = 1400, Households = 600,
                Buildings = 18, Over60 = 200,
            }),
        ],
    };

    public static Scenario Scenario(int estates, params PolicyPlan[] policies) => new()
    {
        Name = "test",
        Town = Of(estates),
        Calendar = new Calendar(new DateOnly(2024, 1, 1), 180, Holidays.Table),
        HorizonDays = 365,
        Policies = policies,
    };

    public static PolicyStep Step(Lever lever, double value, Place? place = null) => new()
    {
        Set = new Dictionary<Lever, double> { [lever] = value },
        Place = place ?? new Place.City(),
    };

    public static PolicyPlan Plan(string name, params PolicyStep[] steps) => new(name, steps);

    public static NeighborhoodId Estate(int e) => new(e);
}
