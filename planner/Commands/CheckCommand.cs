using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin check FILE…</c>: what is wrong with scenario, policy, shock and price files.</summary>
internal static class CheckCommand
{
    /// <summary>Chinese stays readable; quotes and controls are escaped as JSON wants.</summary>
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = Words.CheckFilesHelp,
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = Words.CheckJsonHelp };
        var schema = new Option<string?>("--schema") { Description = Words.CheckSchemaHelp, Hidden = true };
        var command = new Command("check", Words.CheckHelp) { files, json, schema };
        command.Validators.Add(result =>
        {
            if (result.GetValue(files) is null or [] && result.GetValue(schema) is null)
                result.AddError(Words.NothingToCheck);
        });
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(schema) is { } folder) InputSchema.WriteAll(folder);
            return Check(terminal, parsed.GetValue(files) ?? [], parsed.GetValue(json));
        });
        return command;
    }

    private static int Check(Terminal terminal, string[] files, bool json)
    {
        var report = new JsonArray();
        bool ok = true;
        foreach (string file in files)
        {
            (InputFileKind kind, IReadOnlyList<InputError> errors) = InputFile.Check(file);
            ok &= errors.Count == 0;
            if (json) report.Add(Entry(file, kind, errors));
            else if (errors.Count == 0) terminal.Out.WriteLine(SafeText.Plain($"{file}: {Words.CheckedOk(kind)}"));
            else foreach (InputError error in errors) terminal.Fail(error.ToString());
        }
        if (json) terminal.Out.WriteLine(new JsonObject { ["ok"] = ok, ["files"] = report }.ToJsonString(Readable));
        return ok ? ExitCode.Done : ExitCode.BadInput;
    }

    private static JsonObject Entry(string file, InputFileKind kind, IReadOnlyList<InputError> errors) => new()
    {
        ["file"] = file,
        ["kind"] = KebabName.Of($"{kind}"),
        ["ok"] = errors.Count == 0,
        ["errors"] = new JsonArray([.. errors.Select(e => new JsonObject
        {
            ["file"] = e.File,
            ["line"] = e.Line,
            ["column"] = e.Column,
            ["found"] = SafeText.Plain(e.Value),
            ["expected"] = e.Expectation,
        })]),
    };
}
