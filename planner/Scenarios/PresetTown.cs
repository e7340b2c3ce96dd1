using System.Text.Json.Nodes;
using Jinlin.Model.Engine;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>
/// The towns that ship: totals from published marginals (section 7 of the model), invented estates. Sizes are the
/// quantiles of a lognormal distribution, so that a plan holds no chance; synthesis draws the people.
/// </summary>
internal sealed class PresetTown : TownSource
{
    public static readonly string[] Names = ["estate", "old-estate", "subdistrict", "district", "xiamen"];

    private const double PersonsPerHousehold = 2.33;
    private const double HouseholdsPerBuilding = 600.0 / 18;
    private const double Over60 = 0.12;
    private const double CollectiveShare = 572_923.0 / 5_163_970;
    private const int EstatesPerSubdistrict = 40, EstatesPerCommunity = 5;

    /// <summary>Metres between neighboring estates on the synthetic map.</summary>
    private const double Spacing = 600;

    /// <summary>Residents in 10,000 in 2024, for the districts' shares.</summary>
    private static readonly (string Name, double People)[] XiamenDistricts =
    [
        ("Siming", 106.9), ("Huli", 100.5), ("Jimei", 110.1), ("Tong'an", 89.8), ("Xiang'an", 65.1),
        ("Haicang", 62.6),
    ];

    public override string Key => "preset";

    public override IReadOnlyCollection<string> Keys { get; } = ["preset"];

    public override JsonObject Schema() => new() { ["preset"] = SchemaTerms.Choice("A town that ships.", Names) };

    public override TownPlan? Read(Fields fields, InputFolder folder, List<string> files, Problems problems)
    {
        if (fields.Node(Key) is ScalarNode name) return Read(name, problems);
        problems.Add(fields.Node(Key)!, Words.ATown(Names));
        return null;
    }

    public static TownPlan? Read(ScalarNode name, Problems problems)
    {
        if (Find(name.Text) is { } plan) return plan;
        problems.Add(name, Words.KnownTown(name.Text, Names));
        return null;
    }

    /// <summary>The plan of a name, or null.</summary>
    public static TownPlan? Find(string name) => name switch
    {
        "estate" => Single("Estate", Over60),
        "old-estate" => Single("Old estate", 0.3),
        "subdistrict" => Town("Subdistrict", 20, 20 * 3_094, [("Subdistrict", 1)], collective: 0),
        "district" => Town("District", 323, 1_000_000, [("District", 1)], CollectiveShare),
        "xiamen" => Town("Xiamen", 1_669, 5_163_970, XiamenDistricts, CollectiveShare),
        _ => null,
    };

    private static TownPlan Single(string name, double over60) => Plan(name, [name],
    [
        new EstatePlan
        {
            Name = name, Population = 1_400, Households = 600, Buildings = 18, Over60 = (int)(1_400 * over60),
        },
    ]);

    private static TownPlan Town(
        string name, int estates, int population, IReadOnlyList<(string Name, double People)> districts,
        double collective)
    {
        double[] size = Sizes(estates);
        double total = size.Sum(), whole = districts.Sum(d => d.People);
        var plans = new EstatePlan[estates];
        int given = 0, district = 0, side = (int)Math.Ceiling(Math.Sqrt(estates));
        double sizes = 0, bound = districts[0].People / whole;
        for (int i = 0; i < estates; i++)
        {
            if (sizes / total > bound && district + 1 < districts.Count) bound += districts[++district].People / whole;
            sizes += size[i];
            int people = (int)Math.Round(population * (sizes / total)) - given;
            given += people;
            int inGroups = (int)(people * collective);
            int households = Math.Max(1, (int)((people - inGroups) / PersonsPerHousehold));
            plans[i] = new EstatePlan
            {
                Name = $"Estate {i + 1}",
                District = district,
                Subdistrict = i / EstatesPerSubdistrict,
                Community = i / EstatesPerCommunity,
                Population = people,
                Households = households,
                Buildings = Math.Clamp((int)(households / HouseholdsPerBuilding), 1, 500),
                Over60 = (int)(people * Over60),
                Collective = inGroups,
                X = i % side * Spacing,
                Y = i / side * Spacing,
            };
        }
        return Plan(name, [.. districts.Select(d => d.Name)], plans);
    }

    /// <summary>Households by estate, 250 to 4,000 of mean 1,183 or so, large and small in turn.</summary>
    private static double[] Sizes(int estates)
    {
        int stride = Enumerable.Range(estates * 5 / 8, estates).First(s => Coprime(s, estates));
        var sizes = new double[estates];
        for (int i = 0; i < estates; i++)
        {
            double u = ((long)i * stride % estates + 0.5) / estates;
            sizes[i] = Math.Clamp(PortableMath.Lognormal(u, median: 1_000, sigma: 0.6), 250, 4_000);
        }
        return sizes;
    }

    private static bool Coprime(int a, int b) => b == 0 ? a == 1 : Coprime(b, a % b);

    private static TownPlan Plan(string name, IReadOnlyList<string> districts, IReadOnlyList<EstatePlan> estates) =>
        new()
        {
            Name = name,
            Provenance = Provenance.Synthetic,
            CensusYear = 2020,
            Districts = districts,
            Estates = estates,
        };
}
