namespace Jinlin.Model.World;

/// <summary>
/// The purposes of draws (law 4). With entity, occasion and index they name every draw of the model; the table of
/// them is in docs/model.md. Purpose 0 is the engine's own.
/// </summary>
public enum Purpose : uint
{
    // ---- Daily pulse and mutual help, 1 to 99 ----

    /// <summary>Whether needs arise: (resident, day, kind).</summary>
    NeedArises = 1,

    /// <summary>In which minute a need arises: (resident, need).</summary>
    NeedMinute = 2,

    /// <summary>Whether a need is voiced: (resident, need).</summary>
    Ask = 3,

    /// <summary>Whether a routine ask goes on to the chat: (resident, need).</summary>
    AskChat = 4,

    /// <summary>Who views a post: (asker, need and attempt, member's slot).</summary>
    PostView = 5,

    /// <summary>When a viewer sees it: (asker, need and attempt, member's slot).</summary>
    PostDelay = 6,

    /// <summary>Whether somebody responds: (asker, need and attempt, helper's slot).</summary>
    Respond = 7,

    /// <summary>Whether a meeting falls on the day, and when: (resident, day).</summary>
    MeetingSlot = 9,

    /// <summary>Candidates of a meeting slot: (resident, day and slot, 2 × candidate and its acceptance).</summary>
    MeetingCandidates = 10,

    /// <summary>Ambulance and lift response time: (asker, need).</summary>
    ServiceResponse = 11,

    /// <summary>Whether a public matter is an emergency: (resident, need).</summary>
    PublicEmergency = 12,

    /// <summary>Whether a repair is whistled at: (resident, need).</summary>
    RepairWhistled = 13,

    /// <summary>Which lift is stuck when, and with whom: (building, day, 4 × lift and three facts).</summary>
    LiftFailure = 14,

    // ---- Policy and shocks, 250 to 299 ----

    /// <summary>Rank of an estate in a share of estates: (estate, 0).</summary>
    PlaceRank = 250,

    // ---- Synthesis, 1000 and up ----
}
