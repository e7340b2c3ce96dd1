using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class SynthesisTests
{
    /// <summary>Whatever the totals, they are met to the head.</summary>
    [Fact]
    public void Totals_are_met_exactly() =>
        Gen.Select(
            Gen.Int[1, 300], Gen.Double[1.2, 3.5], Gen.Int[1, 12], Gen.Double[0, .35], Gen.Int[0, 100], Gen.ULong)
            .Sample((households, mean, buildings, old, collective, seed) =>
            {
                int family = (int)Math.Ceiling(households * mean);
                var plan = new EstatePlan
                {
                    Name = "e", Population = family + collective, Households = households, Buildings = buildings,
                    Over60 = (int)(family * old), Collective = collective,
                };
                Roster roster = Build(plan, seed);
                ResidentTraits[] people = roster.Residents;
                Assert.Equal(plan.Population, people.Length);
                Assert.Equal(plan.Over60, people.Count(r => r.Age >= 60));
                Assert.Equal(collective, people.Count(r => r.Is(Trait.Collective)));
                Assert.Equal(households, roster.Households.Count(
                    h => h.Count > 0 && !people[h.FirstResident].Is(Trait.Collective)));
                Assert.Equal(buildings, roster.Buildings.Length);
                Assert.Equal(people.Length, roster.Buildings.Sum(b => b.Count));
                Assert.Equal(people.Length, roster.Households.Sum(h => h.Count));
                for (int i = 1; i < people.Length; i++)
                {
                    Assert.True(people[i].Household >= people[i - 1].Household);
                    Assert.True(people[i].Building >= people[i - 1].Building);
                }
            }, iter: 60);

    /// <summary>The published shares on an estate large enough to hold them.</summary>
    [Fact]
    public void Shares_are_the_census_s()
    {
        var plan = new EstatePlan
        {
            Name = "e", Population = 14_000, Households = 6000, Buildings = 180, Over60 = 1680, Over80Alone = 60,
        };
        ResidentTraits[] people = Build(plan, 3).Residents;
        Assert.Equal(1680, people.Count(r => r.Age >= 60));
        Assert.Equal(60, people.Count(r => r.Age >= 80 && r.Is(Trait.LivesAlone)));
        Assert.Equal((int)((.15 * 1680) + .5), people.Count(r => r.Age >= 60 && r.Is(Trait.LivesAlone)));
        Assert.Equal((int)((.171 * 14_000) + .5), people.Count(r => r.Age < 16));
        Near(.221, people.Where(r => r.Age >= 60), Trait.CookingHard);
        Near(.08, people.Where(r => r.Age is >= 60 and < 80), Trait.Frail);
        Near(.35, people.Where(r => r.Age >= 80), Trait.Frail);
        Near(.3, people.Where(r => r.Age < 60), Trait.Migrant);
        Near(.06, people.Where(r => r.Age >= 18), Trait.Activist);
        double[] contact =
            [.. Enum.GetValues<ContactClass>().Select(c => people.Count(r => r.Contact == c) / 14_000.0)];
        Assert.InRange(contact[0], .26, .286);
        Assert.InRange(contact[1], .281, .307);
        Assert.InRange(contact[2], .187, .209);
        Assert.InRange(people.Average(r => r.Altruism), .96, 1.04);
        Assert.InRange(people.Average(r => r.FavorFactor), .95, 1.05);
        ResidentTraits[] adults = [.. people.Where(r => r.Age is >= 18 and < 80)];
        Assert.InRange(adults.Count(r => r.ChatRank < 1) / (double)adults.Length, .685, .715);
    }

    /// <summary>Also where fewer would live alone by the usual sizes, or more than 15 % of elders do.</summary>
    [Theory]
    [InlineData(1400, 600, 420, 200)]
    [InlineData(1400, 600, 1200, 20)]
    [InlineData(1400, 600, 420, 0)]
    [InlineData(100, 25, 95, 3)]
    [InlineData(100, 100, 50, 50)]
    [InlineData(10, 10, 10, 0)]
    public void Those_of_80_who_live_alone_are_met_exactly(int population, int households, int over60, int alone)
    {
        Roster roster = Build(new EstatePlan
        {
            Name = "e", Population = population, Households = households, Buildings = 3, Over60 = over60,
            Over80Alone = alone,
        }, 3);
        Assert.Equal(over60, roster.Residents.Count(r => r.Age >= 60));
        Assert.Equal(alone, roster.Residents.Count(r => r.Age >= 80 && r.Is(Trait.LivesAlone)));
        Assert.Equal(population, roster.Households.Sum(h => h.Count));
        Assert.InRange(roster.Households.Max(h => h.Count), 1, 10);
    }

    [Fact]
    public void More_households_than_people_for_them_are_refused()
    {
        var plan = new EstatePlan
        {
            Name = "e", Population = 100, Households = 50, Buildings = 2, Over60 = 0, Collective = 80,
        };
        Assert.Throws<ArgumentException>(() => Build(plan, 3));
    }

    /// <summary>What an import says stays, no as well as yes; what it leaves out is drawn.</summary>
    [Fact]
    public void Given_facts_stay_and_others_are_drawn()
    {
        const int n = 4000;
        ImportedResident Person(int i, bool? fact) =>
            new(i / 2, i / 100, i % 2 == 0 ? 85 : 50, fact, fact, fact, fact, fact);
        ResidentTraits[] Of(bool? fact) => Build(new EstatePlan
        {
            Name = "e", Population = n, Households = n / 2, Buildings = n / 100, Over60 = n,
            People = [.. Enumerable.Range(0, n).Select(i => Person(i, fact))],
        }, 3).Residents;
        Trait[] traits = [Trait.Woman, Trait.Frail, Trait.Disabled, Trait.Migrant, Trait.Clinician];
        ResidentTraits[] yes = Of(true), no = Of(false), unknown = Of(null);
        Assert.All(traits, t => Assert.Equal(n, yes.Count(r => r.Is(t))));
        Assert.All(traits, t => Assert.Equal(0, no.Count(r => r.Is(t))));
        Near(.5, unknown, Trait.Woman);
        Near(.35, unknown.Where(r => r.Age >= 80), Trait.Frail);
        Near(.3, unknown.Where(r => r.Age < 60), Trait.Migrant);
        Assert.All(traits, t => Assert.InRange(unknown.Count(r => r.Is(t)), 1, n - 1));
    }

    [Fact]
    public void Everybody_has_one_head_of_household_and_knows_their_house()
    {
        Roster roster = Build(new EstatePlan
        {
            Name = "e", Population = 1400, Households = 600, Buildings = 18, Over60 = 168, Collective = 40,
        }, 9);
        Assert.Equal(roster.Households.Length, roster.Residents.Count(r => r.Is(Trait.HouseholdHead)));
        for (int h = 0; h < roster.Households.Length; h++)
        {
            HouseholdTraits household = roster.Households[h];
            Span<ResidentTraits> members = roster.Residents.AsSpan(household.FirstResident, household.Count);
            Assert.True(members[0].Is(Trait.HouseholdHead));
            foreach (ref readonly ResidentTraits r in members)
            {
                Assert.Equal((h, household.Building), (r.Household, r.Building));
                Assert.Equal(household.Count == 1, r.Is(Trait.LivesAlone));
                Assert.InRange(r.Floor, 1, roster.Buildings[r.Building].Floors);
                Assert.Equal(NeedRates.ClassOf(r), r.RateClass);
            }
        }
    }

    [Fact]
    public void Ties_start_at_both_ends_within_a_building_and_beyond_a_household()
    {
        Roster roster = Build(TownPlans.Estate().Estates[0], 9);
        var ends = roster.Ties.ToDictionary(t => (t.From, t.To), t => t.Strength);
        Assert.True(ends.Count > 1400);
        foreach (InitialTie tie in roster.Ties)
        {
            ResidentTraits from = roster.Residents[tie.From], to = roster.Residents[tie.To];
            Assert.Equal(from.Building, to.Building);
            Assert.NotEqual(from.Household, to.Household);
            Assert.Equal(tie.Strength, ends[(tie.To, tie.From)]);
            Assert.InRange(tie.Strength, .04f, 1f);
        }
    }

    private static void Near(double share, IEnumerable<ResidentTraits> people, Trait trait)
    {
        ResidentTraits[] all = [.. people];
        double sd = Math.Sqrt(share * (1 - share) / all.Length);
        Assert.InRange(all.Count(r => r.Is(trait)) / (double)all.Length, share - (4 * sd), share + (4 * sd));
    }

    private static Roster Build(EstatePlan plan, ulong seed) => Synthesis.Build(
        new TownPlan
        {
            Name = "t", Provenance = Provenance.Synthetic, CensusYear = 2020, Districts = ["d"], Estates = [plan],
        },
        new NeighborhoodId(0), [new ActorId(0)], new Parameters(), new Chance(seed));
}
