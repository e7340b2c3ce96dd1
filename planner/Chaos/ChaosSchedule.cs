using Jinlin.Model.Engine;

namespace Jinlin.Planner.Chaos;

/// <summary>What is done to a cluster.</summary>
public enum ChaosAction
{
    /// <summary>One more silo.</summary>
    Start,

    /// <summary>kill -9 of one silo.</summary>
    Kill,

    /// <summary>kill -9 of the silo that coordinates the run.</summary>
    KillCoordinator,

    /// <summary>kill -9 of all that may be lost.</summary>
    KillAll,

    /// <summary>One silo is told to leave.</summary>
    Stop,

    /// <summary>One silo is held still for some seconds: the others may think it dead.</summary>
    Stall,
}

/// <param name="After">Since the event before.</param>
/// <param name="Choice">Uniform in 0 to 1; chooses among the silos that there are.</param>
public readonly record struct ChaosEvent(TimeSpan After, ChaosAction Action, double Choice);

/// <summary>A keyed schedule: the k-th event of a seed is always the same (law 4's generator, on other ground).</summary>
public static class ChaosSchedule
{
    private const uint Pause = 1, Deed = 2, Choice = 3;

    /// <summary>Least and most time between two events.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(.2), Most = TimeSpan.FromSeconds(2.2);

    /// <summary>Without end.</summary>
    public static IEnumerable<ChaosEvent> Of(ulong seed)
    {
        var chance = new Chance(seed);
        for (uint k = 0; ; k++)
        {
            double pause = chance.Uniform(k, 0, Pause);
            yield return new ChaosEvent(
                Least + ((Most - Least) * pause * pause), ActionOf(chance.Uniform(k, 0, Deed)), chance.Uniform(k, 0, Choice));
        }
    }

    /// <summary>As many come as go, in the long run: a loss of all costs several starts.</summary>
    private static ChaosAction ActionOf(double u) => u switch
    {
        < .45 => ChaosAction.Start,
        < .60 => ChaosAction.Kill,
        < .70 => ChaosAction.KillCoordinator,
        < .74 => ChaosAction.KillAll,
        < .90 => ChaosAction.Stop,
        _ => ChaosAction.Stall,
    };
}
