using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// 近邻食堂 the canteen (rule 9): ordered the day before, served at 11:00, eaten at a table with neighbors; when a
/// regular's meal stays on the counter, somebody looks after them.
/// </summary>
public static class Canteen
{
    /// <summary>When meals are on the table.</summary>
    public const int ServesHour = 11;

    /// <summary>Until when somebody who ordered may come, and walk-ins are served.</summary>
    private const int MinutesOpen = 120, CountAfter = 60;

    /// <summary>A regular ate here on so many of the last 14 days.</summary>
    private const int RegularMeals = 5;

    /// <summary>Two weeks of days as bits.</summary>
    private const int TwoWeeks = 0x3FFF;

    /// <summary><see cref="Order.Note"/>: came and ate.</summary>
    private const ushort Eaten = 1;

    /// <summary>How many canteens the estate has.</summary>
    public static int Open(Levers levers) => (int)levers[Lever.Canteens];

    /// <summary>The n-th canteen, from 0.</summary>
    public static OrganizationSlot SlotAt(int canteen) => (OrganizationSlot)((int)OrganizationSlot.Canteen + canteen);

    /// <summary>Whether somebody who comes now is served.</summary>
    public static bool IsServing(OrganizationSlot canteen, Turn turn)
    {
        int minute = turn.Now.OfDay - (ServesHour * 60);
        return canteen - OrganizationSlot.Canteen < Open(turn.Setting.Levers) && minute >= 0 && minute < MinutesOpen
            && turn.Setting.MayTravel;
    }

    /// <summary>What a meal costs the eater, yuan.</summary>
    public static double Price(Levers levers, Parameters p) => Math.Max(0, p.MealPrice - levers[Lever.MealSubsidy]);

    /// <summary>The building where the canteen is: keyed, the same in every world.</summary>
    public static int BuildingOf(Roster roster, int canteen, Chance chance) =>
        BuildingOf(roster.Organization(SlotAt(canteen)), roster.Buildings.Length, chance);

    /// <summary>The building of a canteen among so many of its estate.</summary>
    public static int BuildingOf(ActorId canteen, int buildings, Chance chance) =>
        (int)(chance.Uniform(canteen.Value, 0, (uint)Purpose.SitePlace) * buildings);

    /// <summary>Somebody orders for a day. A day. Who is of another estate gets an answer by mail.</summary>
    public static void OnMealOrder(Organization me, in Message m, Turn turn)
    {
        int waiting = 0;
        foreach (ref readonly Order order in me.Orders.Items)
        {
            if (order.At.Day.Value == (int)m.A) waiting++;
        }
        if (waiting >= Capacity(turn))
        {
            me.State.Unfilled++;
            turn.Tally.Add(Metric.MealsRefused);
            turn.SendOrMail(m.Sender, Kind.MealRefused, 1, 0, m.A);
            return;
        }
        if (me.State.FoundedDay == 0) me.State.FoundedDay = turn.Today.Value + 1;
        me.Orders.Add(new Order { Asker = m.Sender.Value, At = new Day((int)m.A).At(ServesHour) });
        if (turn.Roster.SlotOf(m.Sender) < 0) turn.Mail(m.Sender, Kind.MealReserved, 0, m.A);
    }

    /// <summary>Where meals are ordered, they are served.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        if (me.Orders.Count > 0) turn.Later(Kind.MealsServed, ServesHour * 60);
    }

    /// <summary>
    /// 11:00: whoever ordered is expected. Who comes from another estate has come: no word from there arrives today.
    /// </summary>
    public static void OnMealsServed(Organization me, Turn turn)
    {
        Span<Order> orders = me.Orders.Items;
        foreach (ref Order order in orders)
        {
            if (order.At != turn.Now) continue;
            var eater = new ActorId(order.Asker);
            if (turn.Roster.SlotOf(eater) >= 0)
            {
                turn.Send(eater, Kind.MealReady, 1, (uint)turn.Today.Value);
                continue;
            }
            order.Note = Eaten;
            CountMeal(turn);
        }
        turn.Later(Kind.MealsCounted, CountAfter);
    }

    /// <summary>
    /// Somebody ate: here, or in another estate's canteen, of which this estate's counter hears. A need key of an
    /// open MEAL, or 0.
    /// </summary>
    public static void OnMealTaken(Organization me, in Message m, Turn turn)
    {
        foreach (ref Order order in me.Orders.Items)
        {
            if (order.Asker != m.Sender.Value || order.At.Day != turn.Today || order.Note == Eaten) continue;
            order.Note = Eaten;
            Remember(me, m.Sender, turn.Today);
            CountMeal(turn);
        }
        if (m.A != 0)
        {
            turn.Send(
                m.Sender, Kind.HelpArrives, 1, m.A, (uint)turn.Setting.Needs[NeedKind.Meal].WorkMinutes,
                (uint)HelpSource.Canteen);
        }
    }

    /// <summary>
    /// An hour later: those at one table have met; a regular who did not come is missed, and the branch's people look.
    /// </summary>
    public static void OnMealsCounted(Organization me, Turn turn)
    {
        Span<Order> orders = me.Orders.Items;
        for (int i = 0; i < orders.Length; i++)
        {
            if (orders[i].At.Day != turn.Today) continue;
            if (orders[i].Note == Eaten) Introduce(orders, i, turn);
            else Miss(me, new ActorId(orders[i].Asker), turn);
        }
        for (int i = me.Orders.Count - 1; i >= 0; i--)
        {
            if (me.Orders[i].At.Day <= turn.Today) me.Orders.RemoveAt(i);
        }
    }

    /// <summary>A walk-in who asks for a meal while the canteen is open. A need.</summary>
    public static void OnOrder(Organization me, in Message m, Turn turn)
    {
        ref OrganizationState state = ref me.State;
        if (state.Today != turn.Today.Value + 1)
        {
            state.Today = turn.Today.Value + 1;
            state.TasksToday = 0;
        }
        if (!IsServing(me.Slot, turn) || state.TasksToday + me.Orders.Count >= Capacity(turn))
        {
            Orders.Refuse(me, m, turn);
            return;
        }
        state.TasksToday++;
        CountMeal(turn);
        turn.Send(
            Orders.AskerOf(m), Kind.HelpArrives, (int)turn.P.SiteMinutes, m.A,
            (uint)turn.Setting.Needs[NeedKind.Meal].WorkMinutes, (uint)HelpSource.Canteen);
    }

    /// <summary>
    /// The table of somebody, the same for four weeks: a keyed number over a fixed count of tables, whoever else eats.
    /// </summary>
    public static int TableOf(ActorId who, Day day, Turn turn) => (int)(
        turn.DrawOf(who, (uint)(day.Value / 28), Purpose.CanteenTable) * turn.P.CanteenTables);

    /// <summary>Meals a day, by residents.</summary>
    public static int Capacity(Turn turn) => (int)Math.Max(
        turn.P.CanteenSeatsLeast, turn.P.CanteenSeatsPerThousand * turn.Roster.Residents.Length / 1000);

    /// <summary>
    /// Table by table each meets the next in the order of the list, so nobody meets more than two at a meal (labelled
    /// assumption).
    /// </summary>
    private static void Introduce(Span<Order> orders, int i, Turn turn)
    {
        var who = new ActorId(orders[i].Asker);
        if (turn.Roster.SlotOf(who) < 0) return;
        int table = TableOf(who, turn.Today, turn);
        for (int j = i + 1; j < orders.Length; j++)
        {
            var other = new ActorId(orders[j].Asker);
            if (orders[j].Note != Eaten || orders[j].At != orders[i].At || turn.Roster.SlotOf(other) < 0) continue;
            if (TableOf(other, turn.Today, turn) != table) continue;
            turn.Send(who, Kind.TableCompanion, 1, 0, other.Value);
            turn.Send(other, Kind.TableCompanion, 1, 0, who.Value);
            return;
        }
    }

    /// <summary>A meal is eaten: counted, and its subsidy is spent.</summary>
    private static void CountMeal(Turn turn)
    {
        turn.Tally.Add(Metric.MealsEaten);
        double subsidy = Math.Min(turn.P.MealPrice, turn.Setting.Levers[Lever.MealSubsidy]);
        turn.Tally.Add(Metric.CostFen, (long)(100 * subsidy));
    }

    private static void Miss(Organization me, ActorId who, Turn turn)
    {
        turn.Tally.Add(Metric.MealsMissed);
        if (!IsRegular(me, who, turn.Today) || !turn.Setting.Levers.On(Lever.Branches)
            || !turn.Setting.Levers.On(Lever.BranchSupport)) return;
        int slot = turn.Roster.SlotOf(who);
        if (slot < 0) return;
        turn.Tally.Add(Metric.MealChecks);
        turn.Note(Event.MealMissed, default, who);
        ActorId branch = turn.Roster.Organization(OrganizationSlot.Branch);
        Edges.Touch(me, branch, turn);
        turn.Send(branch, Kind.CheckOn, 1, (uint)slot);
    }

    private static bool IsRegular(Organization me, ActorId who, Day today)
    {
        foreach (ref readonly Member member in me.Members.Items)
        {
            if (member.Who != who) continue;
            int age = today.Value - member.LastDuty;
            return age < 14 && System.Numerics.BitOperations.PopCount((uint)((member.Minutes << age) & TwoWeeks))
                >= RegularMeals;
        }
        return false;
    }

    /// <summary><see cref="Member.Minutes"/> holds the last 14 days as bits, the lowest for the last duty.</summary>
    private static void Remember(Organization me, ActorId who, Day today)
    {
        Span<Member> members = me.Members.Items;
        for (int i = 0; i < members.Length; i++)
        {
            if (members[i].Who != who) continue;
            int age = today.Value - members[i].LastDuty;
            members[i].Minutes = (age < 14 ? (members[i].Minutes << age) & TwoWeeks : 0) | 1;
            members[i].LastDuty = (ushort)today.Value;
            return;
        }
        me.Members.Add(new Member
        {
            Who = who,
            Since = (ushort)today.Value,
            LastDuty = (ushort)today.Value,
            Minutes = 1,
        });
    }
}
