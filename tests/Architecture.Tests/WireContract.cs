using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Concurrency;

namespace Jinlin.Architecture.Tests;

/// <summary>
/// All that silos and clients send each other and keep, as lines of text: read off the compiled assemblies, so that
/// whatever is added is in it.
/// </summary>
internal sealed class WireContract
{
    /// <summary>Types that Orleans itself writes; their form is Orleans' own.</summary>
    private static readonly Dictionary<Type, string> Known = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(UInt128)] = "UInt128",
        [typeof(Guid)] = "Guid",
        [typeof(DateOnly)] = "DateOnly",
        [typeof(DateTimeOffset)] = "DateTimeOffset",
        [typeof(TimeSpan)] = "TimeSpan",
        [typeof(void)] = "void",
        [typeof(Task)] = "void",
        [typeof(ValueTask)] = "void",
        [typeof(CancellationToken)] = "CancellationToken",
        [typeof(PlacementStrategy)] = "PlacementStrategy",
    };

    private static readonly Dictionary<Type, string> KnownGenerics = new()
    {
        [typeof(List<>)] = "List",
        [typeof(HashSet<>)] = "HashSet",
        [typeof(SortedSet<>)] = "SortedSet",
        [typeof(Dictionary<,>)] = "Dictionary",
        [typeof(IReadOnlyList<>)] = "IReadOnlyList",
        [typeof(IAsyncEnumerable<>)] = "IAsyncEnumerable",
        [typeof(ImmutableArray<>)] = "ImmutableArray",
        [typeof(Immutable<>)] = "Immutable",
        [typeof(ValueTuple<,>)] = "Tuple",
        [typeof(ValueTuple<,,>)] = "Tuple",
    };

    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private readonly HashSet<Type> _enums = [];
    private readonly List<string> _problems = [];

    public WireContract(IEnumerable<Type> of)
    {
        Type[] types = [.. of.Where(t => !IsGenerated(t))];
        var parts = new List<string[]>();
        parts.AddRange(types.Where(IsCalled).Select(Interface));
        parts.AddRange(types.Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(Grain))).Select(GrainClass));
        parts.AddRange(types.Where(t => IsSent(t) && !t.IsEnum).Select(Sent));
        foreach (Type type in types.Where(t => IsSent(t) && t.IsEnum)) _enums.Add(type);
        parts.AddRange(_enums.Select(Enumeration));
        foreach (IGrouping<string, string[]> twice in parts.GroupBy(p => p[0]).Where(g => g.Count() > 1))
            _problems.Add($"{twice.Key}: two types have this name");
        Lines = [.. parts.OrderBy(p => p[0], StringComparer.Ordinal).SelectMany(p => p)];
    }

    /// <summary>A name in each unindented line, what belongs to it in the indented ones.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>What has no stable name or number, each with the place and what was expected.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Code that Orleans' generator wrote for a contract.</summary>
    private static bool IsGenerated(Type type) => type.FullName!.StartsWith("OrleansCodeGen.", StringComparison.Ordinal)
        || type.IsDefined(typeof(CompilerGeneratedAttribute), false);

    private static bool IsCalled(Type type) => type.IsInterface && type.IsAssignableTo(typeof(IAddressable));

    private static bool IsSent(Type type) => type.IsDefined(typeof(GenerateSerializerAttribute), false);

    private string[] Interface(Type type)
    {
        MethodInfo[] methods = [.. type.GetMethods(Own)];
        string[] lines = [.. methods.Select(m =>
            $"  {Alias(m, $"{type.Name}.{m.Name}")}({string.Join(", ", m.GetParameters().Select(p =>
                Name(p.ParameterType, $"{type.Name}.{m.Name}")))}): {Name(m.ReturnType, $"{type.Name}.{m.Name}")}")];
        foreach (IGrouping<string, MethodInfo> twice in methods.GroupBy(m => Alias(m, "")).Where(g => g.Count() > 1))
            _problems.Add($"{type.Name}: two methods have the alias {twice.Key}");
        return [$"interface {Alias(type)}", .. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>A grain's type is in the addresses of what it keeps.</summary>
    private string[] GrainClass(Type type)
    {
        string? given = type.GetCustomAttributesData()
            .FirstOrDefault(a => a.AttributeType == typeof(GrainTypeAttribute))?.ConstructorArguments[0].Value as string;
        // Orleans' own rule for classes that do not say.
        string name = type.Name.ToLowerInvariant();
        if (name.EndsWith("grain", StringComparison.Ordinal)) name = name[..^"grain".Length];
        IEnumerable<string> states = type.GetConstructors()
            .SelectMany(c => c.GetParameters())
            .Select(p => (Parameter: p, State: p.GetCustomAttribute<PersistentStateAttribute>()))
            .Where(p => p.State is not null)
            .Select(p => $"  keeps {p.State!.StateName} in {p.State.StorageName}: "
                + Name(p.Parameter.ParameterType.GetGenericArguments()[0], type.Name));
        return [$"grain {given ?? name}", .. states.Order(StringComparer.Ordinal)];
    }

    private string[] Sent(Type type)
    {
        var members = new SortedDictionary<uint, string>();
        foreach (FieldInfo field in type.GetFields(Own))
        {
            string name = field.Name;
            MemberInfo member = field;
            if (name.StartsWith('<') && name.EndsWith(">k__BackingField", StringComparison.Ordinal))
            {
                name = name[1..name.IndexOf('>')];
                member = type.GetProperty(name, Own)!;
            }
            if (member.GetCustomAttribute<IdAttribute>() is not { } id)
                _problems.Add($"{type.Name}.{name}: no [Id]; expected one");
            else
                members.Add(id.Id, $"  {id.Id} {name}: {Name(field.FieldType, $"{type.Name}.{name}")}");
        }
        string kind = type.IsAssignableTo(typeof(Exception)) ? "exception" : type.IsValueType ? "struct" : "class";
        string parent = type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) && b != typeof(Exception)
            ? $" of {Name(b, type.Name)}" : "";
        return [$"{kind} {Alias(type)}{parent}", .. members.Values];
    }

    private string[] Enumeration(Type type)
    {
        IEnumerable<string> values = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (Value: Convert.ToInt64(f.GetRawConstantValue(), CultureInfo.InvariantCulture), f.Name))
            .OrderBy(v => v.Value).Select(v => $"  {v.Value} {v.Name}");
        return [$"enum {EnumName(type)}: {Known[type.GetEnumUnderlyingType()]}", .. values];
    }

    /// <summary>An enumeration of the model has no Orleans names; it is written as its number.</summary>
    private static string EnumName(Type type) => type.GetCustomAttribute<AliasAttribute>()?.Alias ?? type.FullName!;

    private string Name(Type type, string where)
    {
        if (Known.TryGetValue(type, out string? known)) return known;
        if (type.IsArray) return Name(type.GetElementType()!, where) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner, where) + "?";
        if (type.IsGenericType)
        {
            Type open = type.GetGenericTypeDefinition();
            string[] of = [.. type.GetGenericArguments().Select(a => Name(a, where))];
            if (open == typeof(Task<>) || open == typeof(ValueTask<>)) return of[0];
            if (KnownGenerics.TryGetValue(open, out string? generic)) return $"{generic}<{string.Join(", ", of)}>";
        }
        if (type.IsEnum)
        {
            _enums.Add(type);
            return EnumName(type);
        }
        if (IsSent(type) || IsCalled(type)) return Alias(type);
        _problems.Add($"{where}: {type} has no form on the wire that is known to last; expected a type with " +
            "[GenerateSerializer], or one of the plain types that this test lists");
        return type.FullName!;
    }

    private string Alias(Type type)
    {
        string? alias = type.GetCustomAttribute<AliasAttribute>()?.Alias;
        if (alias is null || !alias.StartsWith("jinlin.", StringComparison.Ordinal))
            _problems.Add($"{type.FullName}: alias {alias ?? "missing"}; expected [Alias(\"jinlin.{type.Name}\")]");
        return alias ?? type.FullName!;
    }

    private string Alias(MethodInfo method, string where)
    {
        string? alias = method.GetCustomAttribute<AliasAttribute>()?.Alias;
        if (alias is null && where.Length > 0)
            _problems.Add($"{where}: alias missing; expected [Alias(\"{method.Name}\")]");
        return alias ?? method.Name;
    }
}
