using System.Text.Json.Nodes;

namespace Jinlin.Planner.Scenarios;

/// <summary>The words of JSON Schema that the schemas of input files are made of.</summary>
internal static class SchemaTerms
{
    public static JsonObject Text(string description) => new()
    {
        ["description"] = description,
        ["type"] = "string",
        ["minLength"] = 1,
        ["maxLength"] = 200,
    };

    public static JsonObject Number(string description, double low, double high) => new()
    {
        ["description"] = description,
        ["type"] = "number",
        ["minimum"] = low,
        ["maximum"] = high,
    };

    public static JsonObject Whole(string description, long low, long high) => new()
    {
        ["description"] = description,
        ["type"] = "integer",
        ["minimum"] = low,
        ["maximum"] = high,
    };

    /// <summary>Editors read <c>on</c> and <c>off</c> as words or as truth values, after YAML's version.</summary>
    public static JsonObject OnOff(string description) => new()
    {
        ["description"] = description,
        ["enum"] = new JsonArray("on", "off", "yes", "no", true, false),
    };

    public static JsonObject Choice(string description, IEnumerable<string> words) => new()
    {
        ["description"] = description,
        ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]),
    };

    public static JsonObject Date(string description) => new()
    {
        ["description"] = description,
        ["type"] = "string",
        ["pattern"] = @"^\d{4}-\d{2}-\d{2}$",
    };

    public static JsonObject ListOf(JsonObject item, string description) => new()
    {
        ["description"] = description,
        ["type"] = "array",
        ["items"] = item,
    };

    public static JsonObject AnyOf(string description, params JsonObject[] forms) => new()
    {
        ["description"] = description,
        ["anyOf"] = new JsonArray([.. forms]),
    };

    /// <summary>A section with these keys and no other.</summary>
    public static JsonObject Section(string description, JsonObject keys, params string[] required) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["properties"] = keys,
        ["required"] = new JsonArray([.. required.Select(r => JsonValue.Create(r))]),
        ["additionalProperties"] = false,
    };

    public static JsonObject Definition(string name) => new() { ["$ref"] = $"#/$defs/{name}" };
}
