using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// Rule 14: folk activities at the estate's venue (金好呷 snack making, 金康健 exercise): invite, reply, list, attend,
/// in one round. Invitations are drawn once over the fixed roster at a bound; who gets one thins the same draw by
/// their own ties, fatigue and timetable. Those who attend meet some of each other and carry gifts.
/// </summary>
public static class Events
{
    private const int DaysPerMonth = 30, MostPerMonth = 8, DaysEach = 3;
    private const int InviteHour = 9, ListHour = 12, HostHour = 14, StartHour = 15, GiftHour = 18;

    /// <summary>On an event day, the invitations go out in the morning.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        int month = turn.Today.Value / DaysPerMonth, day = turn.Today.Value % DaysPerMonth;
        double perMonth = turn.Setting.Levers[Lever.Events];
        for (uint k = 0; k < MostPerMonth; k++)
        {
            // The k-th event of a month falls on the same day in every world; the lever says how many are held.
            if (day != FirstDay((int)k) + (int)(turn.Draw((uint)month, Purpose.EventDay, 2 * k) * DaysEach)) continue;
            if (k + turn.Draw((uint)month, Purpose.EventDay, (2 * k) + 1) >= perMonth && k + 1 > perMonth) continue;
            turn.Later(Kind.EventOpens, InviteHour * 60, ((uint)turn.Today.Value << 3) | k);
        }
    }

    /// <summary>
    /// Each event of a month has three days of its own, so that no two share a venue, and a few are spread over it.
    /// </summary>
    private static int FirstDay(int k)
    {
        int spread = ((k & 1) << 2) | (k & 2) | (k >> 2);
        return spread * DaysPerMonth / MostPerMonth;
    }

    /// <summary>
    /// Invites: everybody by notice, some in person, a targeted share of those to the groups of care.
    /// </summary>
    public static void OnOpens(Organization me, in Message m, Turn turn)
    {
        me.Members.Clear();
        Parameters p = turn.P;
        ResidentTraits[] residents = turn.Roster.Residents;
        double targetedShare = turn.Setting.Levers[Lever.TargetedShare];
        int targeted = 0;
        foreach (ref readonly ResidentTraits r in residents.AsSpan()) targeted += IsTargeted(r) ? 1 : 0;
        double toTargeted = p.EventInvitations * targetedShare / Math.Max(1, targeted);
        double toOthers = p.EventInvitations * (1 - targetedShare) / Math.Max(1, residents.Length - targeted);
        for (int slot = 0; slot < residents.Length; slot++)
        {
            ref readonly ResidentTraits r = ref residents[slot];
            if (r.Age < 6) continue;
            bool inPerson = turn.Draw(m.A, Purpose.EventInPerson, (uint)slot) < (IsTargeted(r) ? toTargeted : toOthers);
            uint bits = turn.Chance.Bits(me.Id.Value, m.A, (uint)Purpose.EventAttend, (uint)slot);
            if (bits >= Chance.Threshold(Attendance(1, inPerson, Affinity(r, p), 0, p))) continue;
            turn.Send(turn.Roster.Resident(slot), Kind.EventInvite, 1, m.A, bits, inPerson ? 1u : 0u);
        }
        turn.Later(Kind.EventCloses, (ListHour - InviteHour) * 60, m.A);
        Callout.PlanShares(
            m.A, Callout.SharesOf(p.EventHours, DutySort.EventHost, p), turn.Now + 1, turn.Today.At(HostHour), turn);
        turn.Later(Kind.ShiftDue, (HostHour - InviteHour) * 60, Callout.Share(m.A, 0));
        turn.Later(Kind.EventBegins, ((StartHour - InviteHour) * 60) - 1, m.A);
        turn.Later(Kind.EventMingles, ((StartHour - InviteHour) * 60) + 30, m.A);
    }

    /// <summary>Minutes that a host gives: from opening the venue to the end.</summary>
    public static double HostMinutes(Parameters p) => (60 * (StartHour - HostHour)) + p.EventMinutes;

    /// <summary>A share of the event's work is due; the first is the host's.</summary>
    public static void OnShiftDue(Organization me, in Message m, Turn turn) => Callout.Begin(
        me, m.A, m.A == Callout.Share(Callout.WorkOf(m.A), 0) ? DutySort.EventHost : DutySort.EventWork, turn);

    /// <summary>No host yet: the next is asked while there is time before the event.</summary>
    public static void OnDeclined(Organization me, in Message m, Turn turn)
    {
        bool isLate = (DutySort)m.C == DutySort.EventHost && turn.Now >= turn.Today.At(StartHour) - 3;
        if (isLate) turn.Tally.Add(Metric.PlannedMinutesUnfilled, (long)HostMinutes(turn.P));
        else Callout.OnDeclined(me, m, turn);
    }

    /// <summary>Somebody gives a share of the work; the host is there and opens the venue.</summary>
    public static void OnTaken(Organization me, in Message m, Turn turn)
    {
        Callout.OnTaken(m, turn);
        if ((DutySort)m.C != DutySort.EventHost) return;
        me.State.Today = turn.Today.Value + 1;
        me.State.TasksToday = turn.Roster.SlotOf(m.Sender);
    }

    /// <summary>P(attend) = σ(−2.5 + 1.5·strongest tie among those going + .7·in person + affinity − F).</summary>
    public static double Attendance(double tie, bool inPerson, double affinity, double fatigue, Parameters p) =>
        PortableMath.Logistic(
            p.EventBase + (p.EventTie * tie) + (inPerson ? p.EventInPerson : 0) + affinity - fatigue);

    /// <summary>Invited: a reply if the draw still passes with one's own strongest tie, whoever it is.</summary>
    public static void OnInvite(Resident me, in Message m, Turn turn)
    {
        (_, double strongest) = me.Ties.Strongest(turn.Today);
        if (Chance.ToUniform(m.B) < Own(me, strongest, m.C != 0, turn))
            turn.Send(m.Sender, Kind.EventReply, 1, m.A, m.B, m.C);
    }

    /// <summary>Noted, with what the reply was drawn on.</summary>
    public static void OnReply(Organization me, in Message m) =>
        me.Members.Add(new Member { Who = m.Sender, Since = (ushort)m.C, Minutes = (int)m.B });

    /// <summary>The list is closed: at most as many as there are places, by keyed draw.</summary>
    public static void OnCloses(Organization me, in Message m, Turn turn) =>
        KeepPlaces(me, m.A, (int)turn.P.EventPlaces, turn);

    /// <summary>The list goes to those on it if a host is there; else the event is cancelled.</summary>
    public static void OnBegins(Organization me, in Message m, Turn turn)
    {
        if (!HasHost(me, turn))
        {
            me.Members.Clear();
            turn.Tally.Add(Metric.EventsCancelled);
            return;
        }
        turn.Tally.Add(Metric.Events);
        Span<Member> going = me.Members.Items;
        Span<ushort> slots = stackalloc ushort[going.Length];
        for (int i = 0; i < going.Length; i++) slots[i] = (ushort)turn.Roster.SlotOf(going[i].Who);
        slots.Sort();
        uint list = turn.Blocks.Publish(turn.Today, slots);
        foreach (ref readonly Member member in going)
            turn.Send(member.Who, Kind.EventList, 1, m.A, list, (uint)member.Minutes, member.Since);
        me.Members.Clear();
    }

    /// <summary>The hour has come: the same draw, now with the strongest tie among those on the list.</summary>
    public static void OnList(Resident me, in Message m, Turn turn)
    {
        if (!me.IsFree(turn.Now) || !turn.Setting.IsHome(me.Traits, turn.Now)
            || !turn.Setting.CanGoOut(me.Traits, turn.Now)) return;
        double tie = 0;
        ReadOnlySpan<ushort> going = turn.Blocks.Read(m.B);
        for (int i = 0; i < me.Ties.Count; i++)
        {
            if (going.BinarySearch(me.Ties.Slots[i]) >= 0)
                tie = Math.Max(tie, me.Ties.StrengthAt(i, turn.Today) * (1.0 / Ties.One));
        }
        if (Chance.ToUniform(m.C) >= Own(me, tie, m.D != 0, turn)) return;
        me.State.BusyUntil = turn.Now + (int)turn.P.EventMinutes;
        me.State.ActiveDay = (ushort)(turn.Today.Value + 1);
        turn.Tally.Add(Metric.EventAttendance);
        turn.Note(Event.Attended, default, m.Sender, m.A);
        turn.Send(m.Sender, Kind.EventAttend, 1, m.A);
    }

    public static void OnAttend(Organization me, in Message m) => me.Members.Add(new Member { Who = m.Sender });

    /// <summary>
    /// Those who came, the host among them, meet some of each other: in keyed order, each the next few; some carry a gift home.
    /// </summary>
    public static void OnMingles(Organization me, in Message m, Turn turn)
    {
        if (!HasHost(me, turn)) return;
        me.Members.Add(new Member { Who = turn.Roster.Resident(me.State.TasksToday) });
        turn.Tally.Add(Metric.EventAttendance);
        Span<Member> here = me.Members.Items;
        if (here.Length < 2) return;
        SortByDraw(here, m.A, Purpose.EventPairs, turn);
        int meets = Math.Min((int)turn.P.EventMeets, (here.Length - 1) / 2);
        for (int i = 0; i < here.Length; i++)
        {
            for (int k = 1; k <= Math.Max(1, meets); k++)
            {
                ActorId other = here[(i + k) % here.Length].Who;
                turn.Send(here[i].Who, Kind.EventMeet, 1, m.A, other.Value);
                turn.Send(other, Kind.EventMeet, 1, m.A, here[i].Who.Value);
            }
        }
        SendGifts(here, m.A, turn);
        me.Members.Clear();
    }

    public static void OnMeet(Resident me, in Message m, Turn turn) =>
        Contact.With(me, new ActorId(m.B), turn.P.ContactEvent, turn);

    /// <summary>After the event a gift is carried to a neighbor who was not there, later tries from home.</summary>
    public static void OnGiftCarried(Resident me, in Message m, Turn turn)
    {
        int recipient = turn.Roster.SlotOf(new ActorId(m.B));
        if (m.C == 0) turn.Send(new ActorId(m.B), Kind.Gift, (int)turn.P.EventMinutes, m.A);
        else if (me.IsFree(turn.Now) && turn.Setting.IsHome(me.Traits, turn.Now)
            && turn.Setting.MayVisit(me, turn.Roster.Residents[recipient].Building))
            turn.Send(new ActorId(m.B), Kind.Gift, 1, m.A, 0, m.C);
        else CarryTomorrow(m.A, m.B, m.C, turn);
    }

    /// <summary>The door opens if somebody is at home and awake.</summary>
    public static void OnGift(Resident me, in Message m, Turn turn)
    {
        bool opens = turn.Setting.IsHome(me.Traits, turn.Now) && turn.Setting.IsAwake(me.Traits, turn.Now);
        if (opens)
        {
            turn.Tally.Add(Metric.Gifts);
            Contact.With(me, m.Sender, turn.P.ContactConversation, turn);
        }
        turn.Send(m.Sender, Kind.GiftThanks, 1, m.A, opens ? 1u : 0, m.C);
    }

    /// <summary>Thanked; or nobody was in, and the gift is carried there again tomorrow.</summary>
    public static void OnGiftThanks(Resident me, in Message m, Turn turn)
    {
        if (m.B == 1) Contact.With(me, m.Sender, turn.P.ContactConversation, turn);
        else CarryTomorrow(m.A, m.Sender.Value, m.C, turn);
    }

    /// <summary>A day later, at another hour than today; what did not arrive after some tries is kept.</summary>
    private static void CarryTomorrow(uint occasion, uint recipient, uint tried, Turn turn)
    {
        if (tried + 1 < turn.P.GiftTries)
        {
            Minute at = turn.Today.Next.At(GiftHour);
            turn.Later(Kind.GiftCarried, at - turn.Now, occasion, recipient, tried + 1);
        }
        else turn.Tally.Add(Metric.GiftsKept);
    }

    /// <summary>Elders, disabled people and children are drawn in (敬老、助残、扶幼).</summary>
    private static bool IsTargeted(in ResidentTraits r) => r.Age >= 60 || r.Age < 16 || r.Is(Trait.Disabled);

    private static double Affinity(in ResidentTraits r, Parameters p) =>
        r.Age >= 60 ? p.EventAffinity : r.Is(Trait.Parent) ? p.EventAffinity / 2 : 0;

    private static bool HasHost(Organization me, Turn turn) => me.State.Today == turn.Today.Value + 1;

    private static double Own(Resident me, double tie, bool inPerson, Turn turn) =>
        Attendance(tie, inPerson, Affinity(me.Traits, turn.P), Effort.Fatigue(me, turn), turn.P);

    private static void SendGifts(Span<Member> here, uint occasion, Turn turn)
    {
        int gifts = Math.Min(here.Length, (int)(turn.P.EventGifts * turn.Setting.Levers[Lever.TargetedShare]));
        ResidentTraits[] residents = turn.Roster.Residents;
        for (int g = 0; g < gifts; g++)
        {
            // A keyed start in the roster, then the next of a targeted group.
            int start = (int)(turn.Draw(occasion, Purpose.EventGift, (uint)g) * residents.Length);
            for (int step = 0; step < residents.Length; step++)
            {
                int slot = (start + step) % residents.Length;
                if (!IsTargeted(residents[slot]) || turn.Roster.Resident(slot) == (ActorId)here[g].Who) continue;
                turn.Send(here[g].Who, Kind.GiftCarried, 1, occasion, turn.Roster.Resident(slot).Value);
                break;
            }
        }
    }

    private static void KeepPlaces(Organization me, uint occasion, int places, Turn turn)
    {
        SortByDraw(me.Members.Items, occasion, Purpose.EventPlace, turn);
        while (me.Members.Count > places) me.Members.RemoveAt(me.Members.Count - 1);
    }

    private static void SortByDraw(Span<Member> members, uint occasion, Purpose purpose, Turn turn)
    {
        Span<ulong> keys = stackalloc ulong[members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            uint slot = (uint)turn.Roster.SlotOf(members[i].Who);
            keys[i] = ((ulong)turn.Chance.Bits(turn.Self.Value, occasion, (uint)purpose, slot) << 32) | slot;
        }
        keys.Sort(members);
    }
}
