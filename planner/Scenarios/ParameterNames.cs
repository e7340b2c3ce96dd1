using System.Reflection;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>A coefficient of the model by its name in files.</summary>
/// <param name="Name">In kebab-case, for example <c>ask-chat</c>.</param>
/// <param name="Property">Where it lies.</param>
/// <param name="Info">Range, unit, grade and source.</param>
public sealed record ParameterName(string Name, PropertyInfo Property, ParameterAttribute Info)
{
    public bool IsWhole => Property.PropertyType == typeof(int);

    /// <summary>Its value as a number.</summary>
    public double ValueIn(Parameters parameters) => Convert.ToDouble(Property.GetValue(parameters));
}

/// <summary>Every coefficient that a scenario may override.</summary>
public static class ParameterNames
{
    /// <summary>In the order of the model's parameter file.</summary>
    public static IReadOnlyList<ParameterName> All { get; } =
    [
        .. typeof(Parameters).GetProperties()
            .Select(p => (Property: p, Info: p.GetCustomAttribute<ParameterAttribute>()))
            .Where(p => p.Info is not null)
            .Select(p => new ParameterName(KebabName.Of(p.Property.Name), p.Property, p.Info!)),
    ];

    /// <summary>The model's parameters with those that a section overrides.</summary>
    public static Parameters Read(MapNode? map, Problems problems)
    {
        Parameters changed = new Parameters() with { };
        foreach (MapEntry entry in map?.Entries ?? [])
        {
            if (All.FirstOrDefault(p => p.Name == entry.Key.Text) is not { } name)
                problems.Add(entry.Key, Words.KnownParameter(entry.Key.Text, [.. All.Select(p => p.Name)]));
            else if (name.IsWhole)
                Set(name, Fields.Whole(entry.Value, (long)name.Info.Low, (long)name.Info.High, problems));
            else
                Set(name, Fields.Number(entry.Value, name.Info.Low, name.Info.High, problems));
        }
        return changed;

        void Set(ParameterName name, object? value)
        {
            if (value is not null)
                name.Property.SetValue(changed, Convert.ChangeType(value, name.Property.PropertyType));
        }
    }
}
