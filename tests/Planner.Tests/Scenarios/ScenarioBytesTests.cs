using System.Text;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Tests.Scenarios;

/// <summary>A silo in another process makes the very same world from the bytes.</summary>
public class ScenarioBytesTests
{
    public static TheoryData<string> Shipped => [.. ShippedFiles.Yaml("."), .. ShippedFiles.Yaml("cases")];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_scenario_comes_back_the_same(string file)
    {
        Scenario scenario = ScenarioFile.Read(file).Scenario;
        byte[] bytes = ScenarioBytes.Write(scenario);
        Scenario read = ScenarioBytes.Read(bytes);
        Assert.Equal(bytes, ScenarioBytes.Write(read));
        // The hash knows every property of the model by reflection: none was left behind.
        Assert.Equal(CanonicalInputs.Hash(scenario), CanonicalInputs.Hash(read));
    }

    [Fact]
    public void The_imported_village_runs_to_the_same_digest()
    {
        string file = Path.Combine(ShippedFiles.Scenarios, "village.yaml");
        Scenario scenario = ScenarioFile.Read(file).Scenario with { BurnInDays = 0, HorizonDays = 10 };
        Assert.Equal(Digest(scenario), Digest(ScenarioBytes.Read(ScenarioBytes.Write(scenario))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"Version":2,"Scenario":null}""")]
    [InlineData("""{"Version":1,"Scenario":{"Surprise":1}}""")]
    public void Anything_else_is_refused_with_one_clear_error(string text) =>
        Assert.Throws<InvalidDataException>(() => ScenarioBytes.Read(Encoding.UTF8.GetBytes(text)));

    private static UInt128 Digest(Scenario scenario)
    {
        using var town = new Town(new NearNeighborModel(scenario, 3), 1);
        town.Advance(new Day(10).Start);
        return town.Digest();
    }
}
