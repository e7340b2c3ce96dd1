using Jinlin.Model.Policy;
using static Jinlin.Model.Tests.Policy.Towns;

namespace Jinlin.Model.Tests.Policy;

public class PolicyValidationTests
{
    [Fact]
    public void The_presets_are_right()
    {
        foreach (string name in PolicyPresets.Names)
            Assert.Empty(PolicyValidation.Problems(Scenario(3, PolicyPresets.Find(name)!)));
    }

    public static TheoryData<PolicyStep, PolicyFault, string, string> Wrong() => new()
    {
        {
            Step(Lever.HouseholdsPerHead, 10), PolicyFault.Value, "10",
            "0, or a whole number from 20 to 80 (households)"
        },
        { Step(Lever.Visits, 1) with { From = 365 }, PolicyFault.From, "365", "a day from 0 to 364" },
        { Step(Lever.Visits, 1) with { From = 9, Until = 9 }, PolicyFault.Until, "9", "a day after 9" },
        {
            Step(Lever.Visits, 1, new Place.Estates([Estate(3)])), PolicyFault.Place, "estate 3",
            "an estate from 0 to 2"
        },
        { Step(Lever.Visits, 1, new Place.Estates([])), PolicyFault.Place, "no estate", "at least one estate" },
        { Step(Lever.Visits, 1, new Place.District(2)), PolicyFault.Place, "district 2", "a district from 0 to 1" },
        { Step(Lever.Visits, 1, new Place.Share(0)), PolicyFault.Place, "share 0", "a share above 0, at most 1" },
        {
            Step(Lever.Visits, 1) with { When = new IndicatorTrigger("joy", true, 1) }, PolicyFault.Trigger, "joy",
            "the id of an indicator"
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_named(PolicyStep step, PolicyFault fault, string value, string expected)
    {
        PolicyProblem problem = Assert.Single(
            PolicyValidation.Problems(Scenario(3, Plan("p", Step(Lever.Events, 1), step))));
        Assert.Equal(("p", 1, fault, value, expected),
            (problem.Policy, problem.Step, problem.Fault, problem.Value, problem.Expected));
        Assert.Equal(fault == PolicyFault.Value ? Lever.HouseholdsPerHead : null, problem.Lever);
    }

    [Fact]
    public void Two_policies_that_fight_over_a_lever_are_found()
    {
        PolicyConflict conflict = Assert.Single(PolicyValidation.Conflicts(Scenario(
            4,
            Plan("a", Step(Lever.Visits, 1) with { From = 5, Until = 50 }),
            Plan("b", Step(Lever.Events, 1), Step(Lever.Visits, 2, new Place.District(1)) with { From = 20 }))));
        Assert.Equal(new PolicyConflict("a", 0, "b", 1, Lever.Visits, 1, 2, 20, 50), conflict);
        Assert.Equal("policies a and b both set visits, to 1 and 2, from day 20 to day 50, at a place they share",
            conflict.Message);
    }

    [Fact]
    public void Other_places_other_times_equal_values_and_the_status_quo_do_not_fight()
    {
        Scenario scenario = Scenario(
            4,
            Plan("west", Step(Lever.Visits, 1, new Place.District(1))),
            Plan("east", Step(Lever.Visits, 2, new Place.Estates([Estate(0), Estate(2)]))),
            Plan("early", Step(Lever.Events, 1) with { Until = 10 }, Step(Lever.Partners, 3)),
            Plan("late", Step(Lever.Events, 2) with { From = 10 }, Step(Lever.Partners, 3)));
        Assert.Empty(PolicyValidation.Conflicts(scenario with { StatusQuo = Plan("now", Step(Lever.Partners, 1)) }));
    }

    [Fact]
    public void Shares_may_meet_any_place() => Assert.Single(PolicyValidation.Conflicts(Scenario(
        4, Plan("a", Step(Lever.Visits, 1, new Place.Share(.2))),
        Plan("b", Step(Lever.Visits, 2, new Place.Estates([Estate(0)]))))));
}
