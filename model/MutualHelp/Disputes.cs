using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// Rule 8: small matters stay in the building, big ones are settled over tea in the reasoning room (近邻评理室), what
/// neither settles goes to court. One attempt per tier. A dispute has an owner and a keyed other party next door.
/// </summary>
public static class Disputes
{
    private const int BigBit = 0x400;
    private const double TrustUnits = 1000;
    private const int HearingDay = 2, HearingHour = 15, HearingsEach = 2;

    /// <summary>Room for the lever's most.</summary>
    private const uint MostMediators = 16;

    /// <summary>How long a hearing lasts.</summary>
    public const int HearingMinutes = 60;

    /// <summary>P(settle) = σ(2 + 2(trust − .5) + tier − 2.2·severity − .03·days).</summary>
    public static double Settles(double trust, int tier, bool big, int days, Parameters p) => PortableMath.Logistic(
        p.SettleBase + (p.SettleTrust * (trust - 0.5)) + tier - (big ? p.SettleSeverity : 0) - (p.SettlePerDay * days));

    /// <summary>Takes the owner's dispute to the next tier there is: building, reasoning room, court.</summary>
    public static void Bring(Resident me, ref NeedState need, Turn turn)
    {
        bool big = turn.Draw(need.Key, Purpose.DisputeSeverity) >= turn.P.DisputeSmallShare;
        uint facts = (uint)(me.State.Trust * TrustUnits) | (big ? BigBit : 0u);
        need.Attempts++;
        if (need.Note == 0)
        {
            need.Note = 1;
            if (!big)
            {
                turn.Send(
                    turn.Roster.Building(me.Traits.Building), Kind.Order, 1, need.Key, me.Traits.Building, 0, facts);
                return;
            }
        }
        if (need.Note == 1)
        {
            need.Note = 2;
            if (turn.Setting.Levers.On(Lever.Mediators))
            {
                turn.Send(
                    turn.Roster.Organization(OrganizationSlot.ReasoningRoom), Kind.Order, 1, need.Key,
                    me.Traits.Building, 0, facts);
                return;
            }
        }
        if (need.Note != 2) return;
        need.Note = 3;
        Trust.Lower(me, turn.P.TrustSoured);
        turn.Send(turn.Roster.Resident(OtherParty(me, need.Key, turn)), Kind.DisputeSoured, 1, need.Key);
        turn.Mail(turn.Setting.CityService(CitySlot.Court), Kind.Order, 0, need.Key.Value, me.Traits.Building);
    }

    /// <summary>Tier 0: the building hears both sides within a day.</summary>
    public static void OnBrought(Building me, in Message m, Turn turn)
    {
        me.State.DisputesHeard++;
        var need = new NeedKey(m.A);
        turn.Tally.Add(Metric.DisputesHeard);
        Decide(m.Sender, need, m.D, tier: 0, delay: Minute.PerDay, HelpSource.Building, turn);
    }

    /// <summary>Tier 1: the matter waits for tea.</summary>
    public static void OnBrought(Organization me, in Message m, Turn turn) => me.Orders.Add(new Order
    {
        Asker = m.Sender.Value,
        Need = m.A,
        At = turn.Now,
        Note = (ushort)m.D,
    });

    /// <summary>Tea is on a fixed day of the week, an hour for each of a mediator's two hearings.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        if (turn.Today.Value % 7 != HearingDay || me.Orders.Count == 0) return;
        for (int hour = 0; hour < HearingsEach; hour++)
            turn.Later(Kind.HearingHeld, (HearingHour + hour) * 60, (uint)hour);
    }

    /// <summary>Mediators are called, one to a hearing, for as many matters as wait.</summary>
    public static void OnHearing(Organization me, in Message m, Turn turn)
    {
        int mediators = (int)turn.Setting.Levers[Lever.Mediators];
        if (mediators == 0)
        {
            // The room was closed: whoever waits goes elsewhere.
            foreach (ref readonly Order order in me.Orders.Items)
                turn.Send(new ActorId(order.Asker), Kind.OrderRefused, 1, order.Need);
            me.Orders.Clear();
            return;
        }
        uint first = ((uint)turn.Today.Value << 5) | (m.A * MostMediators);
        for (int h = 0; h < Math.Min(mediators, me.Orders.Count); h++)
            Callout.Begin(me, first + (uint)h, DutySort.Hearing, turn);
    }

    /// <summary>
    /// A mediator has come: the oldest matter is heard. Without one it stays for the next week's tea, older by then.
    /// </summary>
    public static void OnTaken(Organization me, in Message m, Turn turn)
    {
        Callout.OnTaken(m, turn);
        if (me.Orders.Count == 0) return;
        Order order = me.Orders[0];
        me.Orders.RemoveAt(0);
        turn.Tally.Add(Metric.DisputesHeard);
        Decide(
            new ActorId(order.Asker), new NeedKey(order.Need), order.Note, tier: 1, delay: HearingMinutes,
            HelpSource.ReasoningRoom, turn);
    }

    /// <summary>Settled among neighbors: a tie and trust at the owner's end, word to the other party.</summary>
    public static void Reconcile(Resident me, NeedKey need, Turn turn)
    {
        ActorId other = turn.Roster.Resident(OtherParty(me, need, turn));
        turn.Tally.Add(Metric.DisputesSettled);
        Contact.With(me, other, turn.P.ContactConversation, turn);
        Trust.Raise(me, turn.P.TrustSettled);
        turn.Send(other, Kind.DisputeSettled, 1, need);
    }

    public static void OnSettled(Resident me, in Message m, Turn turn)
    {
        Contact.With(me, m.Sender, turn.P.ContactConversation, turn);
        Trust.Raise(me, turn.P.TrustSettled);
    }

    public static void OnSoured(Resident me, in Message m, Turn turn) => Trust.Lower(me, turn.P.TrustSoured);

    private static void Decide(
        ActorId owner, NeedKey need, uint facts, int tier, int delay, HelpSource source, Turn turn)
    {
        double trust = (facts & (BigBit - 1)) / TrustUnits;
        double p = Settles(trust, tier, (facts & BigBit) != 0, turn.Today - need.Day, turn.P);
        if (turn.DrawOf(owner, need.Value, Purpose.DisputeSettles, (uint)tier) < p)
            turn.Send(owner, Kind.HelpArrives, delay, need, HearingMinutes, (uint)source);
        else turn.Send(owner, Kind.OrderRefused, delay, need);
    }

    /// <summary>Somebody else of the building; alone in a house, somebody else of the estate.</summary>
    private static int OtherParty(Resident me, NeedKey need, Turn turn)
    {
        BuildingTraits building = turn.Roster.Buildings[me.Traits.Building];
        (int first, int count) = building.Count > 1
            ? (building.FirstResident, building.Count)
            : (0, turn.Roster.Residents.Length);
        int slot = first + (int)(turn.Draw(need, Purpose.DisputeParty) * Math.Max(1, count - 1));
        return slot >= me.Slot && count > 1 ? slot + 1 : slot;
    }
}
