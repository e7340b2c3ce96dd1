using Jinlin.Model.World;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class TownFilesTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Plain")]
    [InlineData("万科[二期]")]
    [InlineData("=cmd()\u202E")]
    public void What_is_written_imports_again(string name)
    {
        IReadOnlyList<string> files = TownFiles.Write(folder.Root, Plan(Provenance.Synthetic), [Rosters.Three(name)]);
        EstatePlan estate = Assert.Single(TownMap.Read(new TownMapSource
        {
            Buildings = files[0],
            Households = files[1],
            Residents = files[2],
            Ties = files[3],
            Name = "Again",
            Coordinates = CoordinateSystem.Wgs84,
            Provenance = Provenance.Synthetic,
            CensusYear = 2020,
        }).Estates);
        Assert.Equal((name, 3, 2, 2), (estate.Name, estate.Population, estate.Households, estate.Buildings));
        Assert.Equal([81, 40, 12], estate.People!.Select(p => p.Age));
        Assert.Equal([true, false, false], estate.People!.Select(p => p.Frail));
        Assert.Equal([new InitialTie(0, 1, .5f)], estate.Ties!);
        Assert.Equal((9, 1), (estate.Footprints![1].Floors, estate.Footprints[1].Lifts));
        Assert.Contains("示意图", File.ReadAllText(files[0]));
        Assert.Contains("Not for decisions about any individual", File.ReadAllText(files[0]));
    }

    [Fact]
    public void Those_who_consented_are_not_written_out()
    {
        Assert.Throws<InvalidOperationException>(() =>
            TownFiles.Write(folder.Root, Plan(Provenance.Consented), [Rosters.Three("A")]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    private static TownPlan Plan(Provenance provenance) => new()
    {
        Name = "Town",
        Provenance = provenance,
        CensusYear = 2020,
        Districts = ["Town"],
        Estates = [],
    };
}
