namespace Jinlin.Planner.Tests;

/// <summary>The files under <c>scenarios/</c> of the checkout that the tests were built from.</summary>
internal static class ShippedFiles
{
    public static readonly string Root = FindRoot();

    private const string Sweep = ".sweep.yaml";

    public static string Scenarios => Path.Combine(Root, "scenarios");

    /// <summary>Scenarios, policies or shocks; sweeps by themselves.</summary>
    public static IEnumerable<string> Yaml(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Scenarios, folder), "*.yaml")
            .Where(f => !f.EndsWith(Sweep, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static IEnumerable<string> Sweeps =>
        Directory.EnumerateFiles(Scenarios, $"*{Sweep}").Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Simulation.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("no Simulation.sln above the test binaries");
    }
}
