using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Architecture.Tests;

/// <summary>Dependencies point downward only: silo → planner → grains → model; the model is pure.</summary>
public partial class LayerTests
{
    private static readonly string[] Layers = ["model", "grains", "planner", "silo"];

    [Fact]
    public void Projects_refer_downward_only()
    {
        for (int i = 0; i < Layers.Length; i++)
        {
            string folder = Path.Combine(Repository.Root, Layers[i]);
            string project = File.ReadAllText(Directory.GetFiles(folder, "*.csproj").Single());
            foreach (Match reference in ProjectReference().Matches(project))
                Assert.Contains(reference.Groups[1].Value, Layers[..i]);
        }
    }

    /// <summary>Read off the compiled assembly: what the model refers to, whatever its sources look like.</summary>
    [Fact]
    public void The_model_names_no_Orleans_no_files_no_clock_and_no_other_chance()
    {
        string[] forbidden =
        [
            "System.IO.File", "System.IO.Directory", "System.IO.Stream", "System.IO.FileStream", "System.Console",
            "System.Random", "System.Diagnostics.Stopwatch", "System.TimeProvider", "System.Environment",
            "System.Security.Cryptography.RandomNumberGenerator", "System.Guid",
        ];
        HashSet<string> types = ReferredTypes(typeof(Town).Assembly);
        Assert.Empty(types.Intersect(forbidden.Except(AllowedOnlyInCrew)));
        Assert.DoesNotContain(types, t => t.StartsWith("Orleans.", StringComparison.Ordinal));
        Assert.DoesNotContain(types, t => t.StartsWith("System.Net.", StringComparison.Ordinal));
        string[] clocks = [.. Repository.Sources("model").Where(f => Clock().IsMatch(File.ReadAllText(f)))];
        Assert.Empty(clocks.Select(Repository.Name));
    }

    /// <summary>
    /// Law 1: a handler has its own row and the turn. The types that hold more than one row are named by nothing but
    /// the population that dispatches to it.
    /// </summary>
    [Fact]
    public void Handlers_cannot_name_the_neighborhood()
    {
        Type[] wide = [typeof(EstatePopulation), typeof(Neighborhood), typeof(Town), typeof(Outbox)];
        const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        MethodInfo[] handlers = [.. typeof(EstatePopulation).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(all))
            .Where(m => m.GetParameters() is [var row, ..] && IsRow(row.ParameterType))];
        Assert.True(handlers.Length > 30, $"only {handlers.Length} handlers found");
        foreach (MethodInfo handler in handlers)
        {
            Assert.DoesNotContain(handler.GetParameters(), p => wide.Contains(p.ParameterType));
            Assert.DoesNotContain(
                handler.GetMethodBody()?.LocalVariables ?? [], v => wide.Contains(v.LocalType));
        }
    }

    private static readonly string[] AllowedOnlyInCrew = ["System.Environment"];

    private static bool IsRow(Type type) =>
        type == typeof(Resident) || type == typeof(Building) || type == typeof(Organization);

    private static HashSet<string> ReferredTypes(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.TypeReferences.Select(reader.GetTypeReference)
            .Select(t => $"{reader.GetString(t.Namespace)}.{reader.GetString(t.Name)}")];
    }

    [GeneratedRegex("""ProjectReference Include="\.\./(\w+)/""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"DateTime\.(Utc)?Now|DateTimeOffset\.(Utc)?Now|DateTime\.Today|TickCount")]
    private static partial Regex Clock();
}
