namespace Jinlin.Planner.Tests;

/// <summary>
/// Real data that are no part of the product: in the folder that JINLIN_DATA names, by default ../shared/data beside the
/// repository.
/// </summary>
internal static class TestData
{
    /// <summary>One of its folders; skips the test where it is absent.</summary>
    public static string Folder(string name)
    {
        string root = Environment.GetEnvironmentVariable("JINLIN_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Towns.ArangDak.Root(), "..", "shared", "data");
        string folder = Path.Combine(root, name);
        if (!Directory.Exists(folder)) Assert.Skip($"no data at {folder}: set JINLIN_DATA to the folder that has them");
        return folder;
    }
}
