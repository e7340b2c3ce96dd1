using System.Reflection;
using System.Security.Cryptography;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;

namespace Jinlin.Planner.Runs;

/// <summary>A file that a run was made from.</summary>
/// <param name="Name">As the command named it, relative.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
public sealed record HashedFile(string Name, string Sha256)
{
    /// <summary>
    /// A file as it lies there now, named from the working folder; one outside it by its last name only, so that no
    /// report tells how somebody's machine is laid out.
    /// </summary>
    public static HashedFile Read(string path)
    {
        string name = Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(path));
        if (name.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(name)) name = Path.GetFileName(path);
        return Of(name.Replace('\\', '/'), File.ReadAllBytes(path));
    }

    public static HashedFile Of(string name, ReadOnlySpan<byte> content) =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(content)));
}

/// <summary>All that a run follows from, and the command that repeats it.</summary>
public sealed record RunInputs
{
    public required Scenario Scenario { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The command line that makes the same digest again.</summary>
    public required string Command { get; init; }

    /// <summary>Scenario, policies, shocks, town files, in the order in which they were read.</summary>
    public IReadOnlyList<HashedFile> Files { get; init; } = [];

    /// <summary>Version of the program and module version id of the model: together the engine's version.</summary>
    public static string EngineVersion { get; } =
        $"{typeof(Town).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}+" +
        $"{typeof(Town).Assembly.ManifestModule.ModuleVersionId:n}";

    /// <summary>Refuses what another engine made: its integers may mean something else.</summary>
    /// <exception cref="InvalidDataException">It is another.</exception>
    internal static void CheckEngine(string engine)
    {
        if (engine != EngineVersion) throw new InvalidDataException(Wording.Words.OtherEngine(engine, EngineVersion));
    }
}
