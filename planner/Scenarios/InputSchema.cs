using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jinlin.Model.Policy;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Sweeps;

namespace Jinlin.Planner.Scenarios;

/// <summary>
/// The JSON Schemas of scenario, policy and shock files, made from the catalogs that the readers use, so that an
/// editor completes and checks what the command will accept.
/// </summary>
public static class InputSchema
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>File names and contents.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["scenario.schema.json"] = Document("Scenario", Scenario()),
        ["policy.schema.json"] = Document("Policy", Policy()),
        ["shock.schema.json"] = Document("Shock", Shock()),
        ["sweep.schema.json"] = Document("Sweep", Sweep()),
    };

    /// <summary>Writes every schema into a folder.</summary>
    public static void WriteAll(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, string content) in All)
            File.WriteAllText(Path.Combine(folder, name), content, new UTF8Encoding(false));
    }

    private static string Document(string title, JsonObject root)
    {
        var document = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach ((string key, JsonNode? value) in root) document[key] = value?.DeepClone();
        document["$defs"] = Definitions();
        return document.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Definitions() => new()
    {
        ["day"] = SchemaTerms.AnyOf(
            "A date, or days from the start date.", SchemaTerms.Date("A date."),
            SchemaTerms.Whole("Days from the start date.", 0, ScenarioFile.MostDays)),
        ["place"] = SchemaTerms.AnyOf("Where; the whole city if absent.", SchemaTerms.Choice("Everywhere.", ["city"]),
            SchemaTerms.Section("One district.", new() { ["district"] = SchemaTerms.Text("Its name.") }, "district"),
            SchemaTerms.Section("Estates by name.", new()
            {
                ["estates"] = SchemaTerms.ListOf(SchemaTerms.Text("An estate's name."), "Names."),
            }, "estates"),
            SchemaTerms.Section("A share of the estates; 20 % is contained in 40 %.", new()
            {
                ["share"] = SchemaTerms.Number("Above 0, at most 1.", 0.0001, 1),
            }, "share")),
        ["indicator"] = SchemaTerms.Choice("An indicator, of everybody or of a group.", IndicatorNames.All),
        ["levers"] = SchemaTerms.Section("Levers and their values.", Levers()),
        ["step"] = Step(),
        ["policy"] = Policy(),
        ["shock"] = Shock(),
    };

    private static JsonObject Policy() => SchemaTerms.Section("A policy: steps that set levers.", new JsonObject
    {
        ["name"] = SchemaTerms.Text("The policy's name; no other policy of the scenario has it."),
        ["description"] = SchemaTerms.Text("For people."),
        ["steps"] = SchemaTerms.ListOf(SchemaTerms.Definition("step"), "A later step refines an earlier one."),
    }, "name", "steps");

    private static JsonObject Step() => SchemaTerms.Section("Levers at a place for a time.", new JsonObject
    {
        ["set"] = SchemaTerms.Definition("levers"),
        ["from"] = SchemaTerms.Definition("day"),
        ["until"] = SchemaTerms.Definition("day"),
        ["when"] = SchemaTerms.Section("Takes effect when an indicator crosses a value.", new JsonObject
        {
            ["indicator"] = SchemaTerms.Definition("indicator"),
            ["above"] = SchemaTerms.Number("Fires above this value.", -1e12, 1e12),
            ["below"] = SchemaTerms.Number("Fires below this value.", -1e12, 1e12),
        }, "indicator"),
        ["place"] = SchemaTerms.Definition("place"),
    }, "set");

    private static JsonObject Levers()
    {
        var levers = new JsonObject();
        foreach (LeverInfo info in LeverCatalog.All) levers[info.Name] = Lever(info);
        return levers;
    }

    private static JsonObject Lever(LeverInfo info)
    {
        string description = $"{info.English}. {info.Chinese}. Default {LeverValue.Write(info, info.Baseline)}"
            + (info.Unit == "1" ? "." : $", {info.Unit}.");
        JsonObject value = info.Form switch
        {
            LeverForm.OnOff => SchemaTerms.OnOff(description),
            LeverForm.Choice => SchemaTerms.Choice(description, info.Choices),
            LeverForm.Whole => SchemaTerms.Whole(description, (long)info.Low, (long)info.High),
            _ => SchemaTerms.Number(description, info.Low, info.High),
        };
        if (info.Form == LeverForm.Choice && info.Choices[0] == "off") value["enum"]!.AsArray().Add(false);
        return info.MayBeOff
            ? SchemaTerms.AnyOf(description, value, new JsonObject { ["enum"] = new JsonArray(0, "off", false) })
            : value;
    }

    private static JsonObject Shock() => SchemaTerms.Section("A shock.", new JsonObject
    {
        ["name"] = SchemaTerms.Text("For people."),
        ["description"] = SchemaTerms.Text("For people."),
        ["kind"] = SchemaTerms.Choice("What happens.", ShockForm.All.Select(f => f.Name)),
        ["from"] = SchemaTerms.Definition("day"),
        ["hour"] = SchemaTerms.Whole("Hour of the day at which it begins.", 0, 23),
        ["hours"] = Length(1),
        ["days"] = Length(24),
        ["severity"] = SchemaTerms.Number("Share of buildings or people affected.", 0, 1),
        ["place"] = SchemaTerms.Definition("place"),
    }, "kind", "from");

    private static JsonObject Length(int unit)
    {
        ShockForm[] forms = [.. ShockForm.All.Where(f => f.Unit == unit)];
        string ranges = string.Join("; ", forms.Select(f => $"{f.Name} {f.Least} to {f.Most}, usually {f.Usual}"));
        return SchemaTerms.Whole($"How long: {ranges}.", (long)forms.Min(f => f.Least), (long)forms.Max(f => f.Most));
    }

    private static JsonObject Scenario() => SchemaTerms.Section("A scenario.", new JsonObject
    {
        ["name"] = SchemaTerms.Text("The scenario's name."),
        ["description"] = SchemaTerms.Text("For people."),
        ["town"] = Town(),
        ["start"] = SchemaTerms.Date("The first day after burn-in."),
        ["burn-in"] = SchemaTerms.Whole(
            "Days before the start in which the status quo settles; 180 if absent.", 0, ScenarioFile.MostBurnInDays),
        ["horizon"] = SchemaTerms.Whole("Days from the start on.", 1, ScenarioFile.MostDays),
        ["seed"] = SchemaTerms.Whole("Seed where the command gives none; 1 if absent.", 0, long.MaxValue),
        ["status-quo"] = PolicyEntry("In force during burn-in and after, under every policy."),
        ["policies"] = SchemaTerms.ListOf(PolicyEntry("A policy."), "Policies in force from the start on."),
        ["shocks"] = SchemaTerms.ListOf(SchemaTerms.AnyOf(
            "A shock.", SchemaTerms.Text("A .yaml file in this folder."), SchemaTerms.Definition("shock")), "Shocks."),
        ["parameters"] = SchemaTerms.Section("Coefficients of the model that differ.", Parameters()),
        ["calendar"] = SchemaTerms.Section("Holidays besides the table's.", new JsonObject
        {
            ["holidays"] = SchemaTerms.ListOf(SchemaTerms.Section("A holiday.", new JsonObject
            {
                ["date"] = SchemaTerms.Date("Its date."),
                ["name"] = SchemaTerms.Text("Its name."),
                ["festival"] = SchemaTerms.OnOff("Whether elders are visited on it."),
                ["working"] = SchemaTerms.OnOff("Whether people go to work on it."),
            }, "date", "name"), "Holidays."),
        }),
        ["costs"] = SchemaTerms.Text("A .csv file in this folder with prices that differ: item, price."),
        ["decision"] = SchemaTerms.Section("What will be decided by, stated before anything runs.", new JsonObject
        {
            ["primary"] = SchemaTerms.Definition("indicator"),
            ["smallest-effect"] = SchemaTerms.Number("Smallest effect that matters, its unit.", 0, 1e12),
            ["budget"] = SchemaTerms.Number("Yuan per year.", 0, 1e12),
            ["must-not-worsen"] = new JsonObject
            {
                ["description"] = "Indicators that must not get worse by more than the amount.",
                ["type"] = "object",
                ["propertyNames"] = SchemaTerms.Definition("indicator"),
                ["additionalProperties"] = SchemaTerms.Number("At most so much worse.", 0, 1e12),
            },
        }, "primary", "smallest-effect"),
    }, "name", "town", "start", "horizon");

    private static JsonObject Sweep() => SchemaTerms.Section("Points of a scenario's inputs to run.", new JsonObject
    {
        ["name"] = SchemaTerms.Text("The sweep's name."),
        ["description"] = SchemaTerms.Text("For people."),
        ["scenario"] = SchemaTerms.Text("A scenario file in this folder."),
        ["policies"] = SchemaTerms.ListOf(
            PolicyEntry("A policy."), "Every point is run under each, the baseline first; the scenario's own if absent."),
        ["days"] = SchemaTerms.Whole("Days from the start on, instead of the scenario's.", 1, ScenarioFile.MostDays),
        ["seeds"] = SchemaTerms.Whole("Runs at each point, each with another seed; 1 if absent.", 1, SweepFile.MostSeeds),
        ["seed"] = SchemaTerms.Whole("The first seed.", 0, long.MaxValue),
        ["design"] = SchemaTerms.Section("Which points.", new JsonObject
        {
            ["kind"] = SchemaTerms.Choice("How they are chosen.", SweepFile.Kinds),
            ["points"] = SchemaTerms.Whole("How many; not for a full factorial.", 1, SweepFile.MostPoints),
        }, "kind"),
        ["factors"] = SchemaTerms.AnyOf("What is varied.",
            SchemaTerms.Choice("Every coefficient that has no source.", [SweepFile.Assumptions]),
            SchemaTerms.ListOf(Factor(), "Factors.")),
        ["outcomes"] = SchemaTerms.ListOf(SchemaTerms.AnyOf("An outcome.",
            SchemaTerms.Choice("Money spent.", [Endpoint.Budget]), SchemaTerms.Definition("indicator")), "What is kept."),
    }, "name", "scenario", "factors");

    private static JsonObject Factor() => SchemaTerms.Section("One of parameter, price, lever or shock.", new JsonObject
    {
        ["parameter"] = SchemaTerms.Choice("A coefficient of the model.", ParameterNames.All.Select(p => p.Name)),
        ["price"] = SchemaTerms.Choice("An item of the price list.", Prices.Items.Select(i => i.Id)),
        ["lever"] = SchemaTerms.Choice("A lever that no policy sets.", LeverCatalog.All.Select(l => l.Name)),
        ["shock"] = SchemaTerms.ListOf(SchemaTerms.AnyOf("A shock.",
            SchemaTerms.Text("A .yaml file in this folder, or none."), SchemaTerms.Definition("shock")), "One of these."),
        ["low"] = SchemaTerms.Number("Least; its own range's if absent.", -1e12, 1e12),
        ["high"] = SchemaTerms.Number("Most; its own range's if absent.", -1e12, 1e12),
        ["levels"] = SchemaTerms.Whole("So many values, evenly.", 2, FactorSection.MostLevels),
        ["values"] = new JsonObject { ["description"] = "The only values.", ["type"] = "array" },
    });

    private static JsonObject Town() => SchemaTerms.AnyOf("The town.",
    [
        SchemaTerms.Choice("A town that ships.", PresetTown.Names),
        .. TownSection.Sources.Select(s => SchemaTerms.Section($"A town by {s.Key}.", s.Schema(), s.Key)),
    ]);

    private static JsonObject PolicyEntry(string description) => SchemaTerms.AnyOf(description,
        SchemaTerms.Choice("A policy that ships.", PolicyPresets.Names),
        new JsonObject { ["description"] = "A file in this folder.", ["type"] = "string", ["pattern"] = @"\.ya?ml$" },
        SchemaTerms.Definition("policy"));

    private static JsonObject Parameters()
    {
        var parameters = new JsonObject();
        foreach (ParameterName p in ParameterNames.All)
        {
            string description = $"{p.Info.Unit}; {p.Info.Source}; grade {p.Info.Grade}.";
            parameters[p.Name] = p.IsWhole
                ? SchemaTerms.Whole(description, (long)p.Info.Low, (long)p.Info.High)
                : SchemaTerms.Number(description, p.Info.Low, p.Info.High);
        }
        return parameters;
    }
}
