namespace Jinlin.Planner.Tests;

/// <summary>The files under <c>scenarios/</c> of the checkout that the tests were built from.</summary>
internal static class ShippedFiles
{
    public static readonly string Root = FindRoot();

    public static string Scenarios => Path.Combine(Root, "scenarios");

    public static IEnumerable<string> Yaml(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Scenarios, folder), "*.yaml").Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Simulation.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("no Simulation.sln above the test binaries");
    }
}
