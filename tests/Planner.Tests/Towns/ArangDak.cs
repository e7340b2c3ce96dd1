using Jinlin.Model.World;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

/// <summary>
/// A help network that was asked for in a Nicaraguan village (Koster 2018, CC-BY-4.0). It is no part of the product:
/// tests find it in the folder that JINLIN_DATA names, by default ../shared/data beside the repository.
/// </summary>
internal static class ArangDak
{
    /// <summary>Skips the test where the data are absent.</summary>
    public static NetworkSource Source()
    {
        string folder = TestData.Folder("arang-dak");
        return new NetworkSource
        {
            Name = "Arang Dak",
            Residents = Path.Combine(folder, "residents.csv"),
            Dyads = Path.Combine(folder, "dyads.csv"),
            Provenance = Provenance.Consented,
            CensusYear = 2018,
            Attribution = "Koster 2018, CC-BY-4.0",
            Id = "ID_number",
            Household = "houseID",
            From = "i_ID",
            To = "j_ID",
            Reports = ["y", "y.donor.oriented"],
        };
    }

    /// <summary>The folder of the solution, upward from where the tests run.</summary>
    public static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Simulation.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
