using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Tests.Towns;

namespace Jinlin.Planner.Tests.Scenarios;

public sealed class MapTownTests
{
    [Fact]
    public void The_village_is_a_scenario()
    {
        ScenarioInput input = ScenarioFile.Read(Path.Combine(ArangDak.Root(), "scenarios", "village.yaml"));
        Assert.Equal(117, input.Scenario.Town.Estates[0].Population);
        Assert.Equal(422, input.Scenario.Town.Estates[0].Ties!.Count);
        Assert.Equal(Provenance.Synthetic, input.Scenario.Town.Provenance);
        Assert.Equal(5, input.Files.Count);
    }

    [Theory]
    [InlineData("coordinates: WGS84", "coordinates: UTM", "WGS84")]
    [InlineData("provenance: synthetic", "provenance: aggregate", "consented")]
    [InlineData("  coordinates: WGS84\n", "", "coordinates")]
    [InlineData("village/ties.csv", "../ties.csv", "in the folder")]
    [InlineData("village/ties.csv", "village/none.csv", "exists")]
    [InlineData("  ties:", "  tise:", "ties")]
    public void A_wrong_section_is_refused(string right, string wrong, string expectation)
    {
        using var folder = new TestFolder();
        string village = Directory.CreateDirectory(folder.Path("village")).FullName;
        string scenarios = Path.Combine(ArangDak.Root(), "scenarios");
        foreach (string file in Directory.GetFiles(Path.Combine(scenarios, "village")))
            File.Copy(file, Path.Combine(village, Path.GetFileName(file)));
        string text = File.ReadAllText(Path.Combine(scenarios, "village.yaml"));
        Assert.Contains(right, text);
        string path = folder.Write("village.yaml", text.Replace(right, wrong));
        var refused = Assert.Throws<InputException>(() => ScenarioFile.Read(path));
        Assert.Contains(refused.Errors, e => e.Expectation.Contains(expectation));
    }
}
