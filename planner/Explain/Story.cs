using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Explain;

/// <summary>One line of a need's course, or several alike made one.</summary>
/// <param name="Event">The first of them.</param>
/// <param name="Count">How many events it stands for, at least 1.</param>
public readonly record struct StoryLine(Record Event, int Count = 1);

/// <summary>A need's course in one world.</summary>
/// <param name="Need">Null: it did not arise in this world.</param>
/// <param name="Likelihood">How likely the need is voiced, 0 to 1, from the resident's state; NaN if it did not arise.</param>
/// <param name="StrongestTie">The strongest tie when it arose, 0 to 1.</param>
public sealed record StorySide(
    NeedRow? Need, IReadOnlyList<StoryLine> Lines, double Likelihood, double StrongestTie);

/// <summary>A lever that the two worlds set differently where and when a need arose.</summary>
public readonly record struct LeverChange(Lever Lever, double Baseline, double Policy);

/// <summary>A step on the way from the policy to the need.</summary>
/// <param name="Levers">Of the levers that differ, those directly behind it.</param>
public readonly record struct StoryStep(EventDifference Difference, IReadOnlyList<Lever> Levers);

/// <summary>One need in two worlds, side by side, and what made the difference.</summary>
public sealed record Story
{
    public required NeedName Name { get; init; }

    /// <summary>The estate in which it plays, for who is who.</summary>
    public required Roster Estate { get; init; }

    public required StorySide Baseline { get; init; }

    public required StorySide Policy { get; init; }

    /// <summary>Levers that differ in this estate on the day of the need.</summary>
    public required IReadOnlyList<LeverChange> Changes { get; init; }

    /// <summary>
    /// How the policy reached the resident, the earliest first: each event is the first that differs in the lives of
    /// those whom the next one touches.
    /// </summary>
    public required IReadOnlyList<StoryStep> Reached { get; init; }

    /// <summary>What led straight to the first difference: the visit or check on which a need was found; or null.</summary>
    public required StoryStep? Brought { get; init; }

    /// <summary>The first event of the need itself that differs; null: the same in both worlds.</summary>
    public required StoryStep? First { get; init; }

    /// <summary>
    /// What brought the help that only one world has: the last organization that was turned to, else the help itself; null
    /// where it is the first difference, or where both worlds have it.
    /// </summary>
    public required StoryStep? Settled { get; init; }

    public ResidentTraits Who => Estate.Residents[Estate.SlotOf(Name.Resident)];
}
