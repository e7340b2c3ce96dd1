using System.Globalization;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using static Jinlin.Model.Tests.World.Villages;

namespace Jinlin.Model.Tests.World;

/// <summary>What three scenarios come to, to the bit, on every machine, until the model changes on purpose.</summary>
public class GoldenTests
{
    public static TheoryData<string, string> Digests => new()
    {
        { "estate, all, 30 days", "afd04d2c628eda15a719298e5f50da4e" },
        { "old estate, none, typhoon, 20 days", "a0f7aec78c95d878ffade6965096e8ea" },
        { "three estates, co-building, 20 days", "e15bb9546feaa5bfb502def64f4a0907" },
    };

    [Theory]
    [MemberData(nameof(Digests))]
    public void The_model_does_what_it_did(string name, string golden)
    {
        UInt128 digest = name switch
        {
            "estate, all, 30 days" => DigestAfter(Scene("all", TownPlans.Estate()), 30),
            "old estate, none, typhoon, 20 days" => DigestAfter(
                Scene("none", TownPlans.OldEstate(), shocks: new Shock(
                    ShockKind.Typhoon, 5, 14, 24, .7, new Place.City())), 20),
            _ => DigestAfter(Scene("co-building"), 20),
        };
        string found = digest.ToString("x32", CultureInfo.InvariantCulture);
        Assert.True(found == golden, $"""
            The digest of "{name}" is {found}, not {golden}: the model's results have changed.
            If that is meant, put the new digest into the table of {nameof(GoldenTests)} and say in CHANGELOG.md why.
            If not, a law is broken or a rule was changed by mistake.
            """);
    }
}
