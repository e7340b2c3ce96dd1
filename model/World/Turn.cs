using System.Runtime.CompilerServices;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.World;

/// <summary>
/// What an actor has at hand while it handles a message, beside its own row: the context to read, a way to tell
/// others, keyed chance for itself, and a tally that only observers read (law 1).
/// </summary>
public sealed class Turn(Outbox outbox, Setting setting, Tally tally, Blocks blocks)
{
    /// <summary>Parameters, calendar, levers in force, shocks, and what synthesis froze. Read-only.</summary>
    public Setting Setting => setting;

    public Roster Roster => setting.Roster;

    public Parameters P => setting.Parameters;

    public Tally Tally => tally;

    /// <summary>Published lists that messages refer to.</summary>
    public Blocks Blocks => blocks;

    public Minute Now => outbox.Now;

    public Day Today => outbox.Now.Day;

    public ActorId Self => outbox.Self;

    /// <summary>What a controller chose for this decision, or null: the rule decides.</summary>
    public uint? Choice => outbox.Choice;

    public Chance Chance => outbox.Chance;

    public bool Recording => outbox.Recording;

    /// <summary>Tells an actor of the same estate after at least one minute.</summary>
    public void Send(ActorId to, Kind kind, int delay, uint a = 0, uint b = 0, uint c = 0, uint d = 0) =>
        outbox.Send(to, (byte)kind, delay, a, b, c, d);

    public void Send(ActorId to, Kind kind, int delay, NeedKey need, uint b = 0, uint c = 0, uint d = 0) =>
        outbox.Send(to, (byte)kind, delay, need.Value, b, c, d);

    /// <summary>A timer or a decision of one's own.</summary>
    public void Later(Kind kind, int delay, uint a = 0, uint b = 0, uint c = 0, uint d = 0) =>
        outbox.SendSelf((byte)kind, delay, a, b, c, d);

    /// <summary>
    /// Writes to another neighborhood; arrives <paramref name="after"/> minutes past the next midnight.
    /// </summary>
    public void Mail(ActorId to, Kind kind, int after, uint a = 0, uint b = 0, uint c = 0, uint d = 0) =>
        outbox.Mail(to, (byte)kind, after, a, b, c, d);

    /// <summary>Within the estate after <paramref name="delay"/> minutes, else by mail.</summary>
    public void SendOrMail(
        ActorId to, Kind kind, int delay, int after, uint a = 0, uint b = 0, uint c = 0, uint d = 0) =>
        outbox.SendOrMail(to, (byte)kind, delay, after, a, b, c, d);

    /// <summary>Calls an organization of the city; its answer is here half an hour later.</summary>
    public void Call(ActorId to, Kind kind, uint a = 0, uint b = 0, uint c = 0, uint d = 0) =>
        outbox.Call(to, (byte)kind, a, b, c, d);

    /// <summary>A uniform number keyed by this actor.</summary>
    public double Draw(uint occasion, Purpose purpose, uint index = 0) =>
        outbox.Draw(occasion, (uint)purpose, index);

    public double Draw(NeedKey need, Purpose purpose, uint index = 0) =>
        outbox.Draw(need.Value, (uint)purpose, index);

    /// <summary>A uniform number keyed by another actor: the asker's, so that both worlds have the same.</summary>
    public double DrawOf(ActorId entity, uint occasion, Purpose purpose, uint index = 0) =>
        outbox.Chance.Uniform(entity.Value, occasion, (uint)purpose, index);

    /// <summary>A line for the run's own record; costs nothing while nobody listens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note(Event what, NeedKey need, ActorId other = default, uint c = 0, uint d = 0)
    {
        if (outbox.Recording) outbox.Record((ushort)what, need.Value, other.Value, c, d);
    }
}

/// <summary>Kinds of lines in the run's own record. A is the need's key, B another actor.</summary>
public enum Event : ushort
{
    /// <summary>C how likely it is voiced, D the strongest tie; both in ten-thousandths.</summary>
    NeedArose = 1,

    NeedAsked,
    NeedSilent,
    Posted,
    Seen,
    Offered,
    Confirmed,
    Released,
    HelpArrived,
    Advised,

    /// <summary>C the tie to the asker that the help leaves, in ten-thousandths.</summary>
    Thanked,

    /// <summary>
    /// The first help came. C source (<see cref="HelpSource"/>), D channels used (<see cref="Channels"/>).
    /// </summary>
    NeedResolved,

    /// <summary>The lapse time passed. D channels used.</summary>
    NeedLapsed,
    NeedFound,
    Met,
    OrderTaken,
    HeadAppointed,
    HeadLeft,
    Joined,
    Quit,

    /// <summary>A volunteer goes: C minutes given, D sort of duty.</summary>
    DutyTaken,
    Visited,
    ShiftWorked,
    Gathered,
    WayCleared,
    Consulted,
    ConsentReported,

    // Whom an asker turns to, and the organization that cannot serve.
    AskedByName = 100,
    Ordered,
    OrderRefused,

    // Co-building: C and D as the message's.
    HotlineCalled = 200,
    Whistled,

    /// <summary>C minute of check-in, D minutes of service.</summary>
    Booked,
    BookingMoved,
    DutyRun,
    PartnershipBegan,
    PartnershipEnded,
    PartnerComes,
    RotaCheckedIn,
    CleanedUp,
    Publicity,
    SiteServes,
    Coaching,
    MealMissed,
    Ate,

    // Shocks.
    CooledOff = 250,
    Attended,
}
