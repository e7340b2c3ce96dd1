using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class CanteenTests
{
    private static readonly Parameters P = new();
    private static readonly (Lever, double)[] OneCanteen = [(Lever.Canteens, 1), (Lever.MealSubsidy, 3)];

    /// <summary>Rule 9: σ(−1.4 + 3.2·difficulty − .1·¥ − walk/15 min + .5·friends).</summary>
    [Theory]
    [InlineData(true, 9, 5, 2)]
    [InlineData(false, 12, 0, 0)]
    [InlineData(true, 0, 30, 1)]
    public void Propensity_is_the_formula_of_rule_9(bool difficulty, double price, double walk, int friends)
    {
        double x = -1.4 + (difficulty ? 3.2 : 0) - (0.1 * price) - (walk / 15) + (0.5 * friends);
        Assert.Equal(1 / (1 + Math.Exp(-x)), Dining.Propensity(difficulty, price, walk, friends, P), 1e-12);
    }

    /// <summary>Claim 19: uptake falls with a walk over 15 minutes and with the price.</summary>
    [Fact]
    public void Uptake_falls_with_walk_and_price()
    {
        Assert.True(Dining.Propensity(true, 9, 20, 0, P) < Dining.Propensity(true, 9, 10, 0, P));
        double cheap = MealsPerDay((Lever.Canteens, 1), (Lever.MealSubsidy, 8));
        double dear = MealsPerDay((Lever.Canteens, 1));
        Assert.True(dear < 0.8 * cheap, $"{dear} meals a day at full price, {cheap} at ¥8 less");
    }

    /// <summary>Claim 19: 10 to 150 meals a day, here in an estate of 1,000 of whom 300 are over 60.</summary>
    [Fact]
    public void A_canteen_serves_some_dozens_of_meals_a_day()
    {
        using var town = new CoTown(residents: 1002, levers: OneCanteen);
        town.RunDays(100);
        Assert.InRange(town.Sent(Kind.MealTaken) / 98.0, 10, 150);
    }

    /// <summary>The first day on which an order can be served is the second: it is made a day ahead.</summary>
    [Fact]
    public void Meals_are_ordered_the_day_before()
    {
        using var town = new CoTown(levers: OneCanteen);
        town.RunDays(1);
        Assert.True(town.Sent(Kind.MealOrder) > 5);
        Assert.Equal(0, town.Sent(Kind.MealReady));
        long ordered = town.Sent(Kind.MealOrder);
        town.RunDays(1);
        Assert.Equal(ordered, town.Sent(Kind.MealReady));
    }

    /// <summary>With no friends the mean is the sum of rule 9's probabilities.</summary>
    [Fact]
    public void Uptake_has_the_mean_of_its_probabilities()
    {
        var p = new Parameters { EatFriend = 0 };
        using var town = new CoTown(levers: OneCanteen, parameters: p);
        town.RunDays(300);
        Roster roster = town.Roster();
        int site = Canteen.BuildingOf(roster, 0, new Chance(town.Seed));
        double expected = 0;
        foreach (ref readonly ResidentTraits r in roster.Residents.AsSpan())
        {
            if (r.Age < 60) continue;
            double walk = roster.Distance(r.Building, site) / (r.Age >= 80 ? p.WalkSpeedOld : p.WalkSpeed);
            expected += Dining.Propensity(r.Is(Trait.CookingHard), 9, walk, 0, p);
        }
        // Those who lie on the floor cannot order: a per cent of uptake at most.
        Assert.Equal(expected, town.Sent(Kind.MealOrder) / 300.0, 0.04 * expected);
    }

    /// <summary>A meal is a contact at both ends: companions are told in pairs, and ties grow.</summary>
    [Fact]
    public void Those_at_one_table_meet_both_ways()
    {
        using var town = new CoTown(residents: 600, levers: OneCanteen);
        town.RunDays(60);
        long told = town.Sent(Kind.TableCompanion);
        Assert.True(told > 100);
        Assert.Equal(0, told % 2);
    }

    [Fact]
    public void Without_canteens_nobody_orders()
    {
        using var town = new CoTown();
        town.RunDays(10);
        Assert.Equal(0, town.Sent(Kind.MealOrder));
    }

    /// <summary>Capacity is never exceeded, and the refused are told.</summary>
    [Fact]
    public void A_full_canteen_refuses()
    {
        var small = new Parameters { CanteenSeatsLeast = 5, CanteenSeatsPerThousand = 1 };
        using var town = new CoTown(levers: OneCanteen, parameters: small);
        town.RunDays(10);
        Assert.True(town.Sent(Kind.MealRefused) > 0);
        Assert.True(town.Sent(Kind.MealReady) <= 5 * 9);
    }

    /// <summary>A regular who ordered and lies at home is missed; the branch is asked to look.</summary>
    [Fact]
    public void A_missed_regular_is_looked_for()
    {
        using var town = new CoTown(levers:
            [.. OneCanteen, (Lever.Branches, 1), (Lever.BranchSupport, 1), (Lever.HouseholdsPerHead, 35)]);
        town.RunDays(30);
        Assert.Equal(0, town.Sent(Kind.CheckOn));
        // All who find cooking hard fall after ordering: who is a regular among them and ordered is missed.
        for (int slot = 0; slot < 300; slot += 10)
        {
            town.Town.Submit(
                town.Roster().Resident(slot), (byte)Kind.NeedArises, new NeedKey(NeedKind.Fall, new Day(30), 7).Value);
        }
        town.Town.Advance(new Day(30).At(11));
        Assert.Equal(0, town.Sent(Kind.CheckOn));
        town.Town.Advance(new Day(30).At(13));
        Assert.InRange(town.Sent(Kind.CheckOn), 3, 30);
    }

    private static double MealsPerDay(params (Lever, double)[] levers)
    {
        using var town = new CoTown(levers: levers);
        town.RunDays(60);
        return town.Sent(Kind.MealTaken) / 58.0;
    }
}
