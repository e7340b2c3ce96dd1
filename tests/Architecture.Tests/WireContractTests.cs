using System.Reflection;
using System.Text;
using Jinlin.Grains.Runs;

namespace Jinlin.Architecture.Tests;

/// <summary>
/// What silos and clients say to each other, and what lies in manifests, has stable names: a change that nobody meant
/// fails here. A change that is meant: set JINLIN_ACCEPT_WIRE=1, run this test once and commit the file.
/// </summary>
public class WireContractTests
{
    private static readonly string Baseline = Path.Combine(
        Repository.Root, "tests", "Architecture.Tests", "wire-contract.txt");

    private static readonly Type[] Types = typeof(RunDefinition).Assembly.GetTypes();

    [Fact]
    public void The_contract_is_the_one_that_was_agreed()
    {
        string contract = Contract();
        if (Environment.GetEnvironmentVariable("JINLIN_ACCEPT_WIRE") == "1") File.WriteAllText(Baseline, contract);
        Assert.Equal(File.ReadAllText(Baseline).ReplaceLineEndings("\n"), contract);
    }

    [Fact]
    public void Everything_on_the_wire_has_an_explicit_name()
    {
        Assert.Empty(Carried().Where(t => t.GetCustomAttribute<AliasAttribute>() is null).Select(t => t.Name));
        Assert.Empty(Grains().Where(t => t.GetCustomAttribute<AliasAttribute>() is null).Select(t => t.Name));
        Assert.Empty(Grains().SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<AliasAttribute>() is null).Select(m => $"{m.DeclaringType!.Name}.{m.Name}"));
        Assert.True(Carried().Count() > 15 && Grains().Count() > 5, "the contract has been lost sight of");
    }

    private static string Contract()
    {
        var text = new StringBuilder();
        foreach (Type type in Carried().OrderBy(Alias, StringComparer.Ordinal))
        {
            text.Append(Alias(type)).Append('\n');
            foreach ((uint id, string what) in Members(type).OrderBy(m => m.Id)) text.Append($"  {id} {what}\n");
        }
        foreach (Type grain in Grains().OrderBy(Alias, StringComparer.Ordinal))
        {
            text.Append(Alias(grain)).Append('\n');
            foreach (MethodInfo method in grain.GetMethods().OrderBy(m => m.Name, StringComparer.Ordinal))
            {
                string parameters = string.Join(", ", method.GetParameters().Select(p => Name(p.ParameterType)));
                string alias = method.GetCustomAttribute<AliasAttribute>()?.Alias ?? method.Name;
                text.Append($"  {alias}({parameters}) {Name(method.ReturnType)}\n");
            }
        }
        return text.ToString();
    }

    private static IEnumerable<Type> Carried() =>
        Types.Where(t => IsOurs(t) && t.GetCustomAttribute<GenerateSerializerAttribute>() is not null);

    private static IEnumerable<Type> Grains() =>
        Types.Where(t => IsOurs(t) && t.IsInterface && t.GetInterfaces().Contains(typeof(IAddressable)));

    /// <summary>Not what Orleans generates.</summary>
    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("Jinlin", StringComparison.Ordinal) == true;

    private static IEnumerable<(uint Id, string What)> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select((name, i) => ((uint)i, name));
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        return type.GetProperties(own)
            .Where(p => p.GetCustomAttribute<IdAttribute>() is not null)
            .Select(p => (p.GetCustomAttribute<IdAttribute>()!.Id, $"{p.Name} {Name(p.PropertyType)}"));
    }

    private static string Alias(Type type) => type.GetCustomAttribute<AliasAttribute>()?.Alias ?? type.Name;

    private static string Name(Type type)
    {
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (!type.IsGenericType) return type.GetCustomAttribute<AliasAttribute>()?.Alias ?? type.Name;
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
