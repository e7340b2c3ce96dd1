using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Jinlin.Planner.Input;
using Jinlin.Planner.Networks;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin validate network FILE</c>: who helps whom, fitted to a real network and held against it.</summary>
internal static class ValidateCommand
{
    private const int DefaultNetworks = 200, MostNetworks = 10_000;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = Words.NetworkFileHelp };
        var from = new Option<string>("--from") { Description = Words.NetworkFromHelp, DefaultValueFactory = _ => "from" };
        var to = new Option<string>("--to") { Description = Words.NetworkToHelp, DefaultValueFactory = _ => "to" };
        var ties = new Option<string[]>("--tie") { Description = Words.NetworkTieHelp, HelpName = "COLUMN" };
        var covariates = new Option<string[]>("--covariate") { Description = Words.NetworkCovariateHelp, HelpName = "COLUMN" };
        var by = new Option<string?>("--by") { Description = Words.NetworkByHelp, HelpName = "COLUMN" };
        var edges = new Option<string?>("--edges") { Description = Words.NetworkEdgesHelp, HelpName = "A,B,…" };
        var people = new Option<string?>("--people") { Description = Words.NetworkPeopleHelp, HelpName = "FILE" };
        var id = new Option<string>("--id") { Description = Words.NetworkIdHelp, DefaultValueFactory = _ => "id" };
        var attributes = new Option<string[]>("--attribute") { Description = Words.NetworkAttributeHelp, HelpName = "COLUMN" };
        var networks = new Option<int>("--networks")
        {
            Description = Words.NetworkCountHelp,
            DefaultValueFactory = _ => DefaultNetworks,
        };
        var seed = new Option<ulong>("--seed") { Description = Words.NetworkSeedHelp, DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = Words.RunJsonHelp };
        RunCommand.Bound(networks, 2, MostNetworks);
        var network = new Command("network", Words.NetworkHelp)
        {
            file, from, to, ties, covariates, by, edges, people, id, attributes, networks, seed, json,
        };
        network.SetAction(parsed =>
        {
            string[] ofPeople = parsed.GetValue(attributes) ?? [];
            string? list = parsed.GetValue(people);
            if (ofPeople.Length > 0 && list is null) throw Refused("--attribute", ofPeople[0], Words.NeedsPeople);
            double[] ends = Edges(parsed.GetValue(edges), parsed.GetValue(by));
            NetworkFile read = NetworkFile.Read(parsed.GetRequiredValue(file), new NetworkColumns
            {
                From = parsed.GetRequiredValue(from),
                To = parsed.GetRequiredValue(to),
                Ties = parsed.GetValue(ties) ?? [],
                Covariates = parsed.GetValue(covariates) ?? [],
                By = parsed.GetValue(by),
                People = list is null ? null : (list, parsed.GetRequiredValue(id)),
                Attributes = ofPeople,
            });
            HelpModel model = HelpModel.Fit(read.Dyads);
            IReadOnlyList<NetworkNumber> numbers = NetworkValidation.Of(
                read, model, ends, parsed.GetValue(networks), parsed.GetValue(seed));
            if (parsed.GetValue(json)) terminal.Out.WriteLine(Json(read, model, numbers));
            else Write(terminal, read, model, numbers);
            return ExitCode.Done;
        });
        return new Command("validate", Words.ValidateHelp) { network };
    }

    private static double[] Edges(string? text, string? by)
    {
        if (text is null) return by is null ? [] : throw Refused("--by", by, Words.NeedsEdges);
        if (by is null) throw Refused("--edges", text, Words.NeedsBy);
        double[] ends = [.. text.Split(',').Select(t =>
            double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out double end) && double.IsFinite(end)
                ? end
                : throw Refused("--edges", t, Words.AscendingNumbers))];
        return ends.Zip(ends.Skip(1)).All(p => p.First < p.Second)
            ? ends
            : throw Refused("--edges", text, Words.AscendingNumbers);
    }

    private static void Write(
        Terminal terminal, NetworkFile read, HelpModel model, IReadOnlyList<NetworkNumber> numbers)
    {
        terminal.Write($"{Words.NetworkIs(read.Dyads.People, read.Dyads.All.Count, read.Dyads.Ties.Count(), read.Dropped)}");
        Table terms = New(Words.Term, Words.LogOdds, Words.StandardError);
        foreach ((string name, double value, double? error) in Terms(read, model))
            terms.AddRow(SafeText.Markup(name), Short(value), error is { } e ? Short(e) : "");
        terminal.Screen.Write(terms);
        Table table = New("", Words.OfData, Words.OfModel, "95 %", Words.AtRandom, "95 %", "");
        foreach (NetworkNumber n in numbers)
        {
            table.AddRow(n.Name, Short(n.Data), Short(n.Model.Mean), Short(n.Model.Range), Short(n.Random.Mean),
                Short(n.Random.Range), n.Fits ? "✓" : "✗");
        }
        terminal.Screen.Write(table);
        terminal.Write($"{Words.NetworkFits(numbers.Count(n => n.Fits), numbers.Count)}");
    }

    private static IEnumerable<(string Name, double Value, double? Error)> Terms(NetworkFile read, HelpModel model)
    {
        int covariates = model.Covariates.Count;
        yield return (Words.Constant, model.Constant, model.Errors[0]);
        for (int c = 0; c < covariates; c++) yield return (read.Dyads.Names[c], model.Covariates[c], model.Errors[c + 1]);
        yield return (Words.Reciprocity, model.Reciprocity, model.Errors[covariates + 1]);
        yield return (Words.GivingSpread, model.Giving, null);
        yield return (Words.ReceivingSpread, model.Receiving, null);
    }

    private static string Json(NetworkFile read, HelpModel model, IReadOnlyList<NetworkNumber> numbers) =>
        JsonSerializer.Serialize(new
        {
            people = read.Dyads.People,
            pairs = read.Dyads.All.Count,
            dropped = read.Dropped,
            ties = read.Dyads.Ties.Count(),
            constant = model.Constant,
            covariates = read.Dyads.Names.Select((n, c) => new
            {
                name = n,
                log_odds = model.Covariates[c],
                error = model.Errors[c + 1],
            }),
            reciprocity = model.Reciprocity,
            giving_deviation = model.Giving,
            receiving_deviation = model.Receiving,
            numbers = numbers.Select(n => new
            {
                name = n.Name,
                data = n.Data,
                model = n.Model.Mean,
                model_low = n.Model.Range.Low,
                model_high = n.Model.Range.High,
                random = n.Random.Mean,
                random_low = n.Random.Range.Low,
                random_high = n.Random.Range.High,
                fits = n.Fits,
            }),
        });

    private static Table New(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach ((int i, string column) in columns.Index())
        {
            var header = new TableColumn(SafeText.Markup(column));
            table.AddColumn(i == 0 ? header : header.RightAligned());
        }
        return table;
    }

    private static string Short(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Short(Interval range) => $"{Short(range.Low)} … {Short(range.High)}";

    private static InputException Refused(string option, string found, string expected) =>
        new(new InputError(option, 0, SafeText.Quoted(found), expected));
}
