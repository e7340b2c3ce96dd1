namespace Jinlin.Model.MutualHelp;

/// <summary>How one kind of need is judged and served (section 3).</summary>
/// <param name="DeadlineMinutes">Help within this time is on time.</param>
/// <param name="LapseMinutes">After this the need is over, met or not.</param>
/// <param name="IsUrgent">Urgency 1 in rule 2: EMERGENCY, FALL, LIFT, MEAL, SUPPLY.</param>
/// <param name="WorkMinutes">How long a neighbor's help takes; labelled assumption.</param>
public readonly record struct NeedTerms(int DeadlineMinutes, int LapseMinutes, bool IsUrgent, int WorkMinutes);
