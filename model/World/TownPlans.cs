using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// The towns that ship: one estate, an old one, a subdistrict, a district, all Xiamen. Totals are published
/// (seventh census, 2020; district shares 2024), estates are drawn, positions are synthetic (示意).
/// </summary>
public static class TownPlans
{
    /// <summary>Residents of Xiamen, seventh census, and those of them in collective households.</summary>
    public const int XiamenPeople = 5_163_970, XiamenCollective = 572_923;

    /// <summary>Family households of Xiamen and residents of 60 and over, seventh census.</summary>
    public const int XiamenHouseholds = 1_969_770, XiamenOver60 = 493_579;

    /// <summary>小区 estates of Xiamen.</summary>
    public const int XiamenEstates = 1_669;

    private const int CensusYear = 2020;
    private static readonly string[] DistrictNames = ["Siming", "Huli", "Jimei", "Tong'an", "Xiang'an", "Haicang"];
    private static readonly double[] DistrictSizes = [106.9, 100.5, 110.1, 89.8, 65.1, 62.6];

    /// <summary>One estate of 1,400 people in 600 households and 18 buildings.</summary>
    public static TownPlan Estate() => One("One estate", over60: 168);

    /// <summary>The same with 30 % of 60 and over.</summary>
    public static TownPlan OldEstate() => One("An old estate", over60: 420);

    /// <summary>A subdistrict of 20 estates.</summary>
    public static TownPlan Subdistrict() => Draw(
        "A subdistrict", ["Siming"], [1], 20, 26_000, 61_880, 0, (int)(61_880 * 0.12), seed: 20);

    /// <summary>A district of a million people in 323 estates.</summary>
    public static TownPlan District() => Draw(
        "A district", ["Siming"], [1], 323, 381_400, 1_000_000, 110_900, 120_000, seed: 323);

    /// <summary>All Xiamen: 5,163,970 people in 1,669 estates.</summary>
    public static TownPlan Xiamen() => Draw(
        "Xiamen", DistrictNames, DistrictSizes, XiamenEstates, XiamenHouseholds, XiamenPeople, XiamenCollective,
        XiamenOver60, seed: 1669);

    private static TownPlan One(string name, int over60) => new()
    {
        Name = name,
        Provenance = Provenance.Synthetic,
        CensusYear = CensusYear,
        Districts = ["Siming"],
        Estates = [new EstatePlan
        {
            Name = "Estate 1", Population = 1400, Households = 600, Buildings = 18, Over60 = over60,
        }],
    };

    /// <summary>
    /// Estates of 250 to 4,000 households, lognormal, scaled so that every total is met exactly. The plan does not
    /// depend on a run's seed: a city is one city, its people are drawn anew.
    /// </summary>
    private static TownPlan Draw(
        string name, string[] districts, double[] sizes, int estates, int households, int people, int collective,
        int over60, ulong seed)
    {
        var chance = new Chance(seed);
        int[] byHousehold = Shares(Sizes(chance, estates, (double)households / estates), households);
        int[] inFamilies = Shares([.. byHousehold.Select(h => (double)h)], people - collective);
        int[] inRooms = Shares([.. byHousehold.Select((h, i) => h * Spread(chance, i, 1, 1.2))], collective);
        int[] old = Shares([.. inFamilies.Select((n, i) => n * Spread(chance, i, 2, 0.35))], over60);
        int[] district = Districts(byHousehold, sizes);
        var plans = new EstatePlan[estates];
        int columns = (int)Math.Ceiling(Math.Sqrt(estates));
        for (int i = 0; i < estates; i++)
        {
            int floors = 6 + (int)(chance.Uniform((uint)i, 0, 3) * 20);
            plans[i] = new EstatePlan
            {
                Name = $"Estate {i + 1}",
                District = district[i],
                Subdistrict = i / 45,
                Community = i / 4,
                Population = inFamilies[i] + inRooms[i],
                Households = byHousehold[i],
                Buildings = Math.Max(1, (byHousehold[i] + (inRooms[i] / 6)) / 34),
                Over60 = Math.Min(old[i], inFamilies[i]),
                Collective = inRooms[i],
                Floors = floors,
                X = 600.0 * (i % columns) + (200 * chance.Uniform((uint)i, 0, 4)),
                Y = 600.0 * (i / columns) + (200 * chance.Uniform((uint)i, 0, 5)),
            };
        }
        return new TownPlan
        {
            Name = name,
            Provenance = Provenance.Synthetic,
            CensusYear = CensusYear,
            Districts = districts,
            Estates = plans,
        };
    }

    private static double Spread(Chance chance, int estate, uint purpose, double sigma) =>
        PortableMath.Lognormal(chance.Uniform((uint)estate, 0, purpose), 1, sigma);

    private static double[] Sizes(Chance chance, int estates, double mean)
    {
        var sizes = new double[estates];
        for (int i = 0; i < estates; i++)
            sizes[i] = Math.Clamp(PortableMath.Lognormal(chance.Uniform((uint)i, 0, 0), mean * 0.85, 0.6), 250, 4000);
        return sizes;
    }

    /// <summary>Whole numbers in proportion to weights that add up exactly: cumulated, then rounded.</summary>
    private static int[] Shares(double[] weights, int total)
    {
        double all = weights.Sum(), sum = 0;
        var shares = new int[weights.Length];
        int given = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            int upTo = (int)Math.Floor((total * (sum / all)) + 1e-6);
            shares[i] = upTo - given;
            given = upTo;
        }
        shares[^1] += total - given;
        return shares;
    }

    private static int[] Districts(int[] households, double[] sizes)
    {
        double all = households.Sum(h => (double)h), allSizes = sizes.Sum(), sum = 0, limit = sizes[0];
        var district = new int[households.Length];
        int current = 0;
        for (int i = 0; i < households.Length; i++)
        {
            if (current < sizes.Length - 1 && sum / all >= limit / allSizes) limit += sizes[++current];
            district[i] = current;
            sum += households[i];
        }
        return district;
    }
}
