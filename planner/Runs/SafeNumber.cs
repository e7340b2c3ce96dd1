using System.Text.Json;

namespace Jinlin.Planner.Runs;

/// <summary>Numbers in JSON, where neither NaN nor infinity exists.</summary>
public static class SafeNumber
{
    /// <summary>Not defined → null; beyond the horizon → the string <c>"Infinity"</c>.</summary>
    public static void WriteIndicator(this Utf8JsonWriter json, double value)
    {
        if (double.IsNaN(value)) json.WriteNullValue();
        else if (double.IsInfinity(value)) json.WriteStringValue(value > 0 ? "Infinity" : "-Infinity");
        else json.WriteNumberValue(value);
    }
}
