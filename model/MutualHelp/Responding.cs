using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>Rules 3 and 4 from the helper's side: answer an ask or a post, come when confirmed.</summary>
public static class Responding
{
    /// <summary>An offer reserves the helper for so many minutes (rule 3).</summary>
    private const int ReservationMinutes = 10;

    /// <summary>In <see cref="Message.D"/> of a PostSeen: addressed by name or role, D = 1 of rule 3.</summary>
    public const uint Named = 0x8000_0000;

    /// <summary>In <see cref="Message.D"/> of a PostSeen: the number of viewers.</summary>
    public const uint ViewersMask = 0x7FFF_FFFF;

    /// <summary>
    /// Rule 3: p = min(1, p_c · N^(−γ(1−D)) · A(1+H) · (1+.5·s) · skill · e^(−F)); being at home is for the
    /// caller to see.
    /// </summary>
    public static double Willingness(
        Resident me, NeedKind kind, double bystanders, double tie, Turn turn) =>
        Base(kind, turn) * bystanders * me.Traits.Altruism * (1 + Effort.Habit(me, turn))
        * (1 + (turn.P.RespondTie * tie)) * Skill(me.Traits, kind, turn.P)
        * PortableMath.Exp(-Effort.Fatigue(me, turn)) * turn.Setting.Spirit;

    /// <summary>p_c: urgent or routine.</summary>
    public static double Base(NeedKind kind, Turn turn) =>
        turn.Setting.Needs[kind].IsUrgent ? turn.P.RespondUrgent : turn.P.RespondRoutine;

    /// <summary>N^(−γ): what N viewers leave to each when nobody is addressed.</summary>
    public static double Diffusion(int viewers, Parameters p) => PortableMath.Pow(viewers, -p.BystanderExponent);

    /// <summary>
    /// Clinicians answer calls for medical help more readily, drivers those for a way to hospital, who can repair
    /// things those for a hand about the house.
    /// </summary>
    public static double Skill(in ResidentTraits traits, NeedKind kind, Parameters p)
    {
        if (kind is NeedKind.Errand or NeedKind.Favor) return traits.Is(Trait.Repairer) ? p.SkillRepairer : 1;
        if (kind is not (NeedKind.Emergency or NeedKind.Fall)) return 1;
        return traits.Is(Trait.Clinician) ? p.SkillClinician : traits.Is(Trait.Driver) ? p.SkillDriver : 1;
    }

    /// <summary>Asked by name: one viewer, no diffusion.</summary>
    public static void OnAsk(Resident me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        int asker = turn.Roster.SlotOf(m.Sender);
        double u = turn.DrawOf(m.Sender, need.Attempt((int)m.B), Purpose.Respond, me.Id.Value);
        if (asker < 0)
        {
            if (Wants(u, Willingness(me, need.Kind, 1, FarStrength(me, m.Sender, turn), turn), turn))
                turn.Later(Kind.VisitFriend, (int)turn.P.FriendVisitHour * 60, m.A, m.Sender.Value);
            return;
        }
        if (!CanCome(me, asker, turn)) return;
        if (Wants(u, Willingness(me, need.Kind, 1, me.Ties.Strength(asker, turn.Today), turn), turn))
            Offer(me, m.Sender, need, turn, delay: 1);
    }

    /// <summary>Saw a post whose draw passed at the bound: the same draw, thinned by one's own state.</summary>
    public static void OnPostSeen(Resident me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        var asker = new ActorId(m.B);
        int askerSlot = turn.Roster.SlotOf(asker);
        bool named = (m.D & Named) != 0;
        double bystanders = named ? 1 : Diffusion((int)(m.D & ViewersMask), turn.P);
        double p = Willingness(me, need.Kind, bystanders, me.Ties.Strength(askerSlot, turn.Today), turn);
        turn.Note(Event.Seen, need, asker);
        if (!Wants(Chance.ToUniform(m.C), p, turn) || !me.IsFree(turn.Now)) return;
        if (CanCome(me, askerSlot, turn)) Offer(me, asker, need, turn, delay: 1);
        else if (named && me.Traits.Is(Trait.Clinician) && turn.Setting.IsAwake(me.Traits, turn.Now))
            Advise(me, asker, need, turn);
    }

    /// <summary>The asker wants help: travel and work begin.</summary>
    public static void OnConfirm(Resident me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        ref ResidentState state = ref me.State;
        if (state.ReservedBy != m.Sender.Value || state.ReservedFor != need || me.IsFree(turn.Now)) return;
        int travel = TravelMinutes(me, turn.Roster.SlotOf(m.Sender), turn);
        int work = turn.Setting.Needs[need.Kind].WorkMinutes;
        state.BusyUntil = turn.Now + travel + work;
        Effort.Give(me, travel + work, turn);
        bool clinician = me.Traits.Is(Trait.Clinician) && need.Kind is NeedKind.Emergency or NeedKind.Fall;
        bool knows = me.Ties.Strength(turn.Roster.SlotOf(m.Sender), turn.Today) * Ties.One >= Ties.Known;
        HelpSource source = (state.Roles & (Roles.BuildingHead | Roles.CenterHousehold)) != 0 ? HelpSource.Head
            : clinician ? HelpSource.Clinician : knows ? HelpSource.Tie : HelpSource.Neighbor;
        turn.Send(m.Sender, Kind.HelpArrives, travel, need, (uint)work, (uint)source);
    }

    /// <summary>There is enough help: free again.</summary>
    public static void OnRelease(Resident me, in Message m, Turn turn)
    {
        ref ResidentState state = ref me.State;
        if (state.ReservedBy != m.Sender.Value || state.ReservedFor.Value != m.A || me.IsFree(turn.Now)) return;
        state.BusyUntil = turn.Now;
        state.ReservedBy = 0;
    }

    /// <summary>Thanked: a tie to the asker grows, and the habit of helping (rules 3, 5).</summary>
    public static void OnThanks(Resident me, in Message m, Turn turn)
    {
        Contact.With(me, m.Sender, turn.P.ContactHelp, turn);
        Effort.BeThanked(me, turn);
        if (!turn.Recording) return;
        int asker = turn.Roster.SlotOf(m.Sender);
        double tie = asker < 0 ? 0 : me.Ties.Strength(asker, turn.Today);
        turn.Note(Event.Thanked, new NeedKey(m.A), m.Sender, Asking.TenThousandths(tie));
    }

    /// <summary>
    /// The evening visit to a friend across town who asked by mail; the friend's household counts the help at
    /// midnight, when mail arrives.
    /// </summary>
    public static void OnVisitFriend(Resident me, in Message m, Turn turn)
    {
        if (!me.IsFree(turn.Now) || !turn.Setting.MayTravel) return;
        var need = new NeedKey(m.A);
        int work = turn.Setting.Needs[need.Kind].WorkMinutes, travel = (int)turn.P.FriendTravelMinutes;
        me.State.BusyUntil = turn.Now + (2 * travel) + work;
        Effort.Give(me, (2 * travel) + work, turn);
        turn.Mail(new ActorId(m.B), Kind.HelpArrives, 0, m.A, (uint)work, (uint)HelpSource.Tie);
    }

    /// <summary>
    /// Two minutes to get going, then the way at 70 m/min, 45 from 80 years on (rule 4); stairs without lifts.
    /// </summary>
    public static int TravelMinutes(Resident me, int toSlot, Turn turn)
    {
        double metres = turn.Roster.Distance(me.Traits.Building, turn.Roster.Residents[toSlot].Building);
        double speed = me.Traits.Age >= 80 ? turn.P.WalkSpeedOld : turn.P.WalkSpeed;
        int stairs = turn.Setting.ClimbMinutes(me.Traits, turn.Now)
            + turn.Setting.ClimbMinutes(turn.Roster.Residents[toSlot], turn.Now);
        return (int)(turn.P.StartMinutes + (metres / speed) + 0.5) + stairs;
    }

    /// <summary>Whether to help is a decision: whoever controls the resident may make it, 0 for no (law 6).</summary>
    private static bool Wants(double u, double p, Turn turn) => turn.Choice is { } choice ? choice != 0 : u < p;

    /// <summary>At home, awake, free, and allowed to go there.</summary>
    private static bool CanCome(Resident me, int askerSlot, Turn turn) =>
        me.IsFree(turn.Now) && askerSlot >= 0 && me.Slot != askerSlot
        && turn.Setting.IsHome(me.Traits, turn.Now) && turn.Setting.IsAwake(me.Traits, turn.Now)
        && turn.Setting.MayVisit(me, turn.Roster.Residents[askerSlot].Building);

    private static void Offer(Resident me, ActorId asker, NeedKey need, Turn turn, int delay)
    {
        ref ResidentState state = ref me.State;
        state.BusyUntil = turn.Now + ReservationMinutes;
        state.ReservedBy = asker.Value;
        state.ReservedFor = need;
        turn.Tally.Add(Metric.Offers);
        turn.Note(Event.Offered, need, asker);
        turn.Send(asker, Kind.Offer, delay, need);
    }

    /// <summary>A clinician who cannot come advises by phone.</summary>
    private static void Advise(Resident me, ActorId asker, NeedKey need, Turn turn)
    {
        int minutes = (int)turn.P.AdviceMinutes;
        me.State.BusyUntil = turn.Now + minutes;
        Effort.Give(me, minutes, turn);
        turn.Send(asker, Kind.Advice, 1, need, (uint)minutes);
    }

    private static double FarStrength(Resident me, ActorId other, Turn turn)
    {
        foreach (ref readonly FarTie tie in me.FarTies.Items)
        {
            if (tie.To == other.Value)
                return tie.Strength * (1.0 / Ties.One) * turn.Setting.TieDecay(turn.Today.Value - tie.Day);
        }
        return 0;
    }
}
