using System.Globalization;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using static Jinlin.Model.Tests.World.Villages;

namespace Jinlin.Model.Tests.World;

/// <summary>What three scenarios come to, to the bit, on every machine and until the model changes on purpose.</summary>
public class GoldenTests
{
    public static TheoryData<string, string> Digests => new()
    {
        { "estate, all, 30 days", "5c94642b1a67d841ec7d3b98c4dbe5bd" },
        { "old estate, none, typhoon, 20 days", "1dea92181e5feb9f6741851cce3911ed" },
        { "three estates, co-building, 20 days", "b93eb2f761d4ab50b1e4c6ae3df4d6f2" },
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
