using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Jinlin.Planner.Calibration;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Hosting;
using Jinlin.Planner.Input;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin calibrate FILE</c>: coefficients that agree with targets, as draws for a comparison.</summary>
internal static class CalibrateCommand
{
    internal const string DrawsFile = "posterior.csv", SummaryFile = "calibration.json";

    private const int DefaultParticles = 100, MostParticles = 10_000, MostTruths = 1_000;

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("SWEEP") { Description = Words.CalibrateFileHelp };
        var particles = new Option<int>("--particles")
        {
            Description = Words.ParticlesHelp,
            DefaultValueFactory = _ => DefaultParticles,
        };
        var check = new Option<int>("--check") { Description = Words.CheckTruthsHelp };
        RunCommand.Bound(particles, 20, MostParticles);
        RunCommand.Bound(check, 0, MostTruths);
        var common = new SweepArguments();
        var command = new Command("calibrate", Words.CalibrateHelp) { file, particles, check };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string path = parsed.GetRequiredValue(file);
            SweepPlan plan = SweepFile.Read(
                path, common.Changes(parsed) with { Design = (_, _) => new SweepDesign.Drawn("abc-smc", []) },
                common.Command(parsed, "calibrate", path, "--particles", $"{parsed.GetValue(particles)}"));
            Refuse(path, plan);
            SweepOptions options = common.Options(parsed);
            string folder = Path.GetFullPath(options.Out ?? SweepFolder.DefaultPath(plan));
            if (RunFolder.IsTaken(folder) && !File.Exists(Path.Combine(folder, SummaryFile)))
                throw new InputException(new InputError("--out", 0, SafeText.Quoted(folder), Words.SameCalibration));
            var calibration = new Calibration.Calibration(plan, options.Store is { } s ? ReplicationStore.Open(s) : null)
            {
                Particles = parsed.GetValue(particles),
                Threads = MemoryBudget.AtOnce(
                    plan.Scenario.Town.Estates.Sum(e => (long)e.Population),
                    options.Threads ?? Environment.ProcessorCount),
                Progress = options.Json ? null : Slowly(n => terminal.Error.WriteLine(Words.Simulated(n))),
                Finished = options.Json ? null : g => terminal.Error.WriteLine(Words.GenerationIs(g.Simulated, Within(g))),
            };
            IReadOnlyList<Generation> found = calibration.Run(cancellation);
            if (found[^1].Within > 1) throw OutOfReach(path, plan, found);
            IReadOnlyList<RankCheck> ranks = parsed.GetValue(check) is > 0 and { } truths
                ? calibration.Check(truths, cancellation) : [];
            Write(folder, plan, found, ranks);
            if (options.Json) terminal.Out.WriteLine(Json(plan, found, ranks));
            else Show(terminal, plan, found[^1], ranks, folder);
            return ExitCode.Done;
        }, CancellationToken.None));
        return command;
    }

    private static void Refuse(string path, SweepPlan plan)
    {
        if (plan.Targets.Count == 0) throw Refused(path, Words.Nothing, Words.SomeTargets(20));
        if (plan.Worlds.Count > 1) throw Refused(path, $"{plan.Worlds.Count}", Words.OnePolicy);
        if (plan.Factors.FirstOrDefault(f => f is not Factor.OfParameter) is { } other)
            throw Refused(path, SafeText.Quoted(other.Name), Words.OnlyParameters);
    }

    /// <summary>Which target the model stays away from, and how near it came.</summary>
    private static InputException OutOfReach(string path, SweepPlan plan, IReadOnlyList<Generation> found)
    {
        Particle nearest = found.SelectMany(g => g.Particles).MinBy(p => p.Distance)!;
        int worst = Enumerable.Range(0, plan.Targets.Count)
            .MaxBy(i => Math.Abs(nearest.Outcomes[i] - plan.Targets[i].Value) / plan.Targets[i].Tolerance);
        Target target = plan.Targets[worst];
        return Refused(path, $"{target.Outcome.Name} {Words.Shown(target.Value)} ± {Words.Shown(target.Tolerance)}",
            Words.WithinReach(IndicatorText.Number(nearest.Outcomes[worst])));
    }

    private static void Write(
        string folder, SweepPlan plan, IReadOnlyList<Generation> found, IReadOnlyList<RankCheck> ranks)
    {
        try
        {
            RunFolder.WriteAside(folder, aside =>
            {
                File.WriteAllText(Path.Combine(aside, DrawsFile), Posterior.Write(
                    [.. plan.Factors.Select(f => f.Name)],
                    [.. found[^1].Particles.Select(p => (p.Weight, p.At.Zip(plan.Factors, (u, f) => f.At(u)).ToArray()))]));
                File.WriteAllText(Path.Combine(aside, SummaryFile), Json(plan, found, ranks) + "\n");
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(folder, SafeText.Quoted(e.Message), Words.WritableFolder);
        }
    }

    private static void Show(
        Terminal terminal, SweepPlan plan, Generation last, IReadOnlyList<RankCheck> ranks, string folder)
    {
        Table targets = New(Words.Target, Words.TargetBand, Words.Reached, "90 %");
        for (int i = 0; i < plan.Targets.Count; i++)
        {
            Target target = plan.Targets[i];
            int outcome = i;
            (double mean, double low, double high) = Middle(last, p => p.Outcomes[outcome]);
            targets.AddRow(SafeText.Markup(VerdictText.LabelOf(target.Outcome.Name)),
                $"{Short(target.Value - target.Tolerance)} … {Short(target.Value + target.Tolerance)}",
                Short(mean), $"{Short(low)} … {Short(high)}");
        }
        terminal.Screen.Write(targets);
        Table factors = ranks.Count == 0
            ? New(Words.Factor, Words.Before, Words.After, "90 %")
            : New(Words.Factor, Words.Before, Words.After, "90 %", Words.FoundAgainShare, "p");
        for (int d = 0; d < plan.Factors.Count; d++)
        {
            Factor factor = plan.Factors[d];
            int dimension = d;
            (double mean, double low, double high) = Middle(last, p => factor.At(p.At[dimension]));
            string[] row =
            [
                SafeText.Markup(factor.Name), $"{Short(factor.At(0))} … {Short(factor.At(1))}", Short(mean),
                $"{Short(low)} … {Short(high)}",
            ];
            factors.AddRow(ranks.Count == 0
                ? row
                : [.. row, ranks[d].Covered.ToString("0%", CultureInfo.InvariantCulture), Short(ranks[d].PValue)]);
        }
        terminal.Screen.Write(factors);
        terminal.Out.WriteLine($"{Words.RunFolderIs} {SafeText.Plain(folder)}");
        terminal.Write($"{Words.UseDraws(Path.Combine(folder, DrawsFile))}");
        terminal.Write($"[dim]{Words.Disclaimer}[/]");
    }

    private static string Json(SweepPlan plan, IReadOnlyList<Generation> found, IReadOnlyList<RankCheck> ranks) =>
        JsonSerializer.Serialize(new
        {
            name = plan.Name,
            command = plan.Command,
            engine = RunInputs.EngineVersion,
            seed = plan.Seed,
            simulated = found.Sum(g => g.Simulated),
            generations = found.Select(g => new { simulated = g.Simulated, within = Finite(g.Within) }),
            targets = plan.Targets.Select((t, i) =>
            {
                (double mean, double low, double high) = Middle(found[^1], p => p.Outcomes[i]);
                return new { indicator = t.Outcome.Name, value = t.Value, tolerance = t.Tolerance, mean, low, high };
            }),
            factors = plan.Factors.Select((f, d) =>
            {
                (double mean, double low, double high) = Middle(found[^1], p => f.At(p.At[d]));
                return new
                {
                    name = f.Name,
                    mean,
                    low,
                    high,
                    covered = ranks.Count == 0 ? null : Finite(ranks[d].Covered),
                    p = ranks.Count == 0 ? null : Finite(ranks[d].PValue),
                };
            }),
        });

    /// <summary>Weighted mean and the middle 90 %.</summary>
    private static (double Mean, double Low, double High) Middle(Generation last, Func<Particle, double> value)
    {
        (double Value, double Weight)[] sorted = [.. last.Particles.Select(p => (value(p), p.Weight)).OrderBy(p => p.Item1)];
        return (sorted.Sum(p => p.Value * p.Weight), At(.05), At(.95));

        double At(double share)
        {
            double sum = 0;
            foreach ((double at, double weight) in sorted)
            {
                sum += weight;
                if (sum >= share) return at;
            }
            return sorted[^1].Value;
        }
    }

    /// <summary>Tells at most every few seconds.</summary>
    private static Action<long> Slowly(Action<long> tell)
    {
        long last = System.Diagnostics.Stopwatch.GetTimestamp();
        var gate = new Lock();
        return n =>
        {
            lock (gate)
            {
                if (System.Diagnostics.Stopwatch.GetElapsedTime(last) < BetweenLines) return;
                last = System.Diagnostics.Stopwatch.GetTimestamp();
                tell(n);
            }
        };
    }

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

    private static string Within(Generation generation) =>
        double.IsFinite(generation.Within) ? Short(generation.Within) : "∞";

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static string Short(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static InputException Refused(string at, string found, string expected) =>
        new(new InputError(at, 0, found, expected));
}
