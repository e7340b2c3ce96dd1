namespace Jinlin.Model.World;

/// <summary>
/// The kinds of messages, in the order in which one actor handles those of one minute. For each: who tells whom,
/// and what A, B, C, D carry. A need is named by its key in A and by its owner, who is the sender or is in B.
/// </summary>
public enum Kind : byte
{
    // ---- Mutual help 居民与居民近邻互助, 1 to 79 ----

    /// <summary>Resident to itself: a need arises. A need key.</summary>
    NeedArises = 1,

    /// <summary>Resident to itself: the lapse time of a need is over. A need key.</summary>
    NeedLapses = 2,

    /// <summary>Resident to itself: nobody has answered the last ask; try the next. A need key, B attempt.</summary>
    AskAgain = 3,

    /// <summary>Asker to a tie by name. A need key, B attempt.</summary>
    Ask = 4,

    /// <summary>Asker to the chat, or chat relay: a post. A need key, B attempt.</summary>
    Post = 5,

    /// <summary>Chat to a member who may answer a post. A need key, B asker, C the draw's bits, D viewers.</summary>
    PostSeen = 6,

    /// <summary>Helper to asker: I can come. A need key, B travel minutes, C 1 if remote advice only.</summary>
    Offer = 7,

    /// <summary>Asker to helper: come. A need key.</summary>
    Confirm = 8,

    /// <summary>Asker to helper: thank you, there is enough help. A need key.</summary>
    Release = 9,

    /// <summary>
    /// Anybody who helps to the asker: help is here. A need key, B minutes of work given, C what came
    /// (<see cref="HelpSource"/>).
    /// </summary>
    HelpArrives = 10,

    /// <summary>Asker to whoever helped. A need key, B 1 if the help closed the need, 0 if it came too late.</summary>
    Thanks = 11,

    /// <summary>Resident to itself: the minute of a meeting slot. A slot of the day.</summary>
    MeetingSlot = 12,

    /// <summary>Resident to neighbor: shall we chat? A slot of the day.</summary>
    Meet = 13,

    /// <summary>Neighbor to proposer: yes. A slot of the day.</summary>
    MeetAccepted = 14,

    /// <summary>
    /// Somebody who found a need that nobody had voiced, to its owner: ask now. A need key, or 0: any.
    /// </summary>
    NeedFound = 15,

    /// <summary>Asker to the estate's ambulance desk, lift desk or another service. A need key.</summary>
    ServiceCall = 16,

    /// <summary>Clinician to asker: advice by phone. A need key, B minutes.</summary>
    Advice = 70,

    /// <summary>Resident to itself: the evening visit to a friend across town. A need key, B asker.</summary>
    VisitFriend = 71,

    /// <summary>City service to an estate's desk, by mail: runs per day it may draw. B runs.</summary>
    Quota = 72,

    /// <summary>Desk to its city service, by mail: runs drawn on the day that ended. A runs.</summary>
    QuotaUsed = 73,

    // ---- Guardianship 居民与组织近邻守护, 80 to 139 ----

    /// <summary>
    /// Asker to an organization whose volunteers may serve a need. A need key, B asker's building. Answered by
    /// <see cref="OrderRefused"/> or by a helper's <see cref="HelpArrives"/>.
    /// </summary>
    Order = 80,

    /// <summary>Organization to asker: cannot serve this. A need key.</summary>
    OrderRefused = 81,

    /// <summary>Organization to asker: somebody will come, in about B minutes. A need key.</summary>
    OrderAccepted = 82,

    // ---- Co-building 组织与组织近邻共建, 140 to 219 ----

    /// <summary>Asker to hotline desk: a PUBLIC matter. A need key.</summary>
    HotlineCall = 140,
}

/// <summary>Who or what helped.</summary>
public enum HelpSource : byte
{
    /// <summary>A neighbor known by a tie.</summary>
    Tie,

    /// <summary>A neighbor from the chat.</summary>
    Neighbor,

    /// <summary>A clinician, remotely or in person.</summary>
    Clinician,

    /// <summary>Building head or center household.</summary>
    Head,

    /// <summary>A volunteer sent by an organization.</summary>
    Volunteer,

    /// <summary>A partner organization.</summary>
    Partner,

    Ambulance,
    LiftContractor,
    PropertyManager,
    Canteen,
    CircleSite,
    Department,
    ReasoningRoom,
    Court,
    Reserve,
    Coach,
}
