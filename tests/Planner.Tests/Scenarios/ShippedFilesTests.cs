using Jinlin.Model.Policy;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Tests.Scenarios;

public class ShippedFilesTests
{
    public static TheoryData<string> Files =>
        [.. ((string[])["", "policies", "shocks", "cases"]).SelectMany(ShippedFiles.Yaml).Concat(ShippedFiles.Sweeps)
            .Select(f => Path.GetRelativePath(ShippedFiles.Scenarios, f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void It_checks_clean(string name)
    {
        (InputFileKind kind, IReadOnlyList<InputError> errors) =
            InputFile.Check(Path.Combine(ShippedFiles.Scenarios, name));
        Assert.Empty(errors);
        Assert.Equal(Path.GetDirectoryName(name) switch
        {
            _ when name.EndsWith(".sweep.yaml", StringComparison.Ordinal) => InputFileKind.Sweep,
            "policies" => InputFileKind.Policy,
            "shocks" => InputFileKind.Shock,
            _ => InputFileKind.Scenario,
        }, kind);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Its_first_line_leads_an_editor_to_the_schema(string name)
    {
        const string lead = "# yaml-language-server: $schema=";
        string path = Path.Combine(ShippedFiles.Scenarios, name), first = File.ReadLines(path).First();
        Assert.StartsWith(lead, first, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, first[lead.Length..])));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("mutual-help")]
    [InlineData("guardianship")]
    [InlineData("co-building")]
    [InlineData("all")]
    public void A_policy_file_says_what_the_preset_of_its_name_does(string name)
    {
        using var folder = new TestFolder();
        folder.Write("p.yaml", File.ReadAllText(Path.Combine(ShippedFiles.Scenarios, "policies", name + ".yaml")));
        string scenario = folder.Write(
            "s.yaml", "name: x\ntown: estate\nstart: 2023-01-01\nhorizon: 30\npolicies: [p.yaml]\n");
        PolicyPlan read = Assert.Single(ScenarioFile.Read(scenario).Scenario.Policies);
        PolicyPlan preset = PolicyPresets.Find(name)!;
        Assert.Equal(preset.Name, read.Name);
        Assert.Equal(preset.Steps.Count, read.Steps.Count);
        foreach ((PolicyStep expected, PolicyStep step) in preset.Steps.Zip(read.Steps))
        {
            Assert.Equal(expected.Set.OrderBy(s => s.Key), step.Set.OrderBy(s => s.Key));
            Assert.Equal((expected.Place, expected.From, expected.Until), (step.Place, step.From, step.Until));
        }
    }

    [Fact]
    public void The_schemas_are_what_the_catalogs_make()
    {
        foreach ((string name, string content) in InputSchema.All)
        {
            string file = Path.Combine(ShippedFiles.Scenarios, "schema", name);
            Assert.True(content == File.ReadAllText(file),
                $"{name} is out of date: run `jinlin check --schema scenarios/schema`");
        }
    }
}
