using System.CommandLine;
using Jinlin.Planner.Designs;
using Jinlin.Planner.Input;
using Jinlin.Planner.Sensitivity;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin sensitivity FILE</c>: which of a sweep's factors matter.</summary>
internal static class SensitivityCommand
{
    internal const string Name = "sensitivity", SecondOrder = "--second-order";

    private const string Morris = "morris", Sobol = "sobol";

    private const int DefaultTrajectories = 10, DefaultSamples = 128, MostTrajectories = 1_000, MostSamples = 1 << 16;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("SWEEP") { Description = Words.SweepFileHelp };
        var method = new Option<string>("--method")
        {
            Description = Words.SensitivityMethodHelp,
            HelpName = $"{Morris}|{Sobol}",
            DefaultValueFactory = _ => Morris,
        };
        method.AcceptOnlyFromAmong(Morris, Sobol);
        var trajectories = new Option<int?>("--trajectories") { Description = Words.TrajectoriesHelp };
        var samples = new Option<int?>("--samples") { Description = Words.SamplesHelp };
        var second = new Option<bool>(SecondOrder) { Description = Words.SecondOrderHelp };
        RunCommand.Bound(trajectories, 2, MostTrajectories);
        RunCommand.Bound(samples, 2, MostSamples);
        var common = new SweepArguments();
        var command = new Command(Name, Words.SensitivityHelp) { file, method, trajectories, samples, second };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string path = parsed.GetRequiredValue(file), chosen = parsed.GetRequiredValue(method);
            bool sobol = chosen == Sobol, pairs = parsed.GetValue(second);
            if (sobol && parsed.GetValue(trajectories) is not null) throw Refused("--trajectories", Words.ForMethod(Morris));
            if (!sobol && parsed.GetValue(samples) is not null) throw Refused("--samples", Words.ForMethod(Sobol));
            if (!sobol && pairs) throw Refused(SecondOrder, Words.ForMethod(Sobol));
            int size = sobol ? parsed.GetValue(samples) ?? DefaultSamples : parsed.GetValue(trajectories) ?? DefaultTrajectories;
            if (sobol && !int.IsPow2(size)) throw Refused($"--samples {size}", Words.PowerOfTwo);
            SweepPlan plan = SweepFile.Read(
                path,
                common.Changes(parsed) with { Design = (factors, seed) => Design(sobol, size, pairs, factors, seed) },
                common.Command(parsed,
                [
                    Name, path, "--method", chosen, sobol ? "--samples" : "--trajectories", $"{size}",
                    .. pairs ? new[] { SecondOrder } : [],
                ]));
            var session = new SweepSession(terminal, plan with { Name = $"{plan.Name} {chosen}" }, common.Options(parsed));
            Sweep sweep = session.Execute(cancellation);
            var study = new SensitivityStudy(plan, sweep);
            IReadOnlyList<OutcomeSensitivity> found = sobol ? study.Sobol(pairs) : study.Morris();
            File.WriteAllText(
                Path.Combine(session.Folder, SensitivityOutput.Table), SensitivityOutput.Csv(plan, found));
            if (common.IsJson(parsed)) terminal.Out.WriteLine(SensitivityOutput.Json(plan, found, session.Folder));
            else
            {
                SensitivityOutput.Write(terminal, plan, found);
                terminal.Out.WriteLine($"{Words.RunFolderIs} {SafeText.Plain(session.Folder)}");
                terminal.Write($"[dim]{Words.Disclaimer}[/]");
            }
            return sweep.Failures.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        }, CancellationToken.None));
        return command;
    }

    /// <summary>The design that a recorded command line asks for.</summary>
    /// <param name="values">What stands behind an option.</param>
    internal static Func<int, ulong, SweepDesign> DesignOf(Func<string, string[]> values, bool pairs)
    {
        bool sobol = values("--method") is [Sobol];
        if (values(sobol ? "--samples" : "--trajectories") is not [string text] || !int.TryParse(text, out int size))
            throw Refused(Name, Words.ARecordedCommand);
        return (factors, seed) => Design(sobol, size, pairs, factors, seed);
    }

    private static SweepDesign.Drawn Design(bool sobol, int size, bool pairs, int factors, ulong seed)
    {
        if (!sobol) return new(Morris, MorrisTrajectories.Points(size, factors, seed));
        int most = SobolSequence.MostDimensions / 2;
        if (factors > most) throw Refused($"{factors}", Words.TooManyFactors(most));
        return new(Sobol, SaltelliPoints.Points(size, factors, pairs));
    }

    private static InputException Refused(string found, string expected) =>
        new(new InputError("jinlin sensitivity", 0, found, expected));
}
