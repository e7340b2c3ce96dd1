using Jinlin.Model.Policy;
using Jinlin.Planner.Designs;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Sweeps;

/// <summary>Sweeps over the shipped village that take a second.</summary>
internal static class MadeSweep
{
    public static SweepPlan Plan(int points = 4, int seeds = 2, params string[] parameters)
    {
        if (parameters.Length == 0) parameters = ["ask-chat", "respond-routine"];
        return new SweepPlan
        {
            Name = "made",
            Scenario = Villages.Scenario(10),
            Files = [],
            Worlds = [World("none"), World("mutual-help")],
            Seed = 1,
            Seeds = seeds,
            Factors = [.. parameters.Select(Parameter)],
            Design = new SweepDesign.Drawn("sobol", SobolSequence.Points(points, parameters.Length)),
            Outcomes = [new Measure("on-time-rate"), new Measure("needs-arisen"), Measure.Cost],
            Command = "jinlin sweep made",
        };
    }

    public static Factor Parameter(string name)
    {
        ParameterName found = ParameterNames.All.Single(p => p.Name == name);
        return new Factor.OfParameter(found) { Low = found.Info.Low, High = found.Info.High };
    }

    /// <summary>Runs it in a folder, and leaves its table there.</summary>
    public static Sweep Run(
        SweepPlan plan, string folder, ReplicationStore? store = null, int threads = 2, Action<SweepState>? progress = null,
        CancellationToken cancellation = default)
    {
        using SweepJournal journal = SweepJournal.Open(folder, plan.Outcomes);
        var sweep = new Sweep(plan, store, journal, threads) { Progress = progress };
        sweep.Run(cancellation);
        SweepFolder.Write(folder, plan, sweep);
        return sweep;
    }

    private static SweepWorld World(string preset) => new(preset, [PolicyPresets.Find(preset)!]);
}
