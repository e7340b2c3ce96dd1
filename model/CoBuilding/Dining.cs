using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>A canteen within reach that is not of the own estate, found beforehand.</summary>
/// <param name="Canteen">Its address.</param>
/// <param name="Metres">The way there.</param>
/// <param name="Price">What a meal costs there, yuan.</param>
public readonly record struct FarCanteen(ActorId Canteen, double Metres, double Price);

/// <summary>The elder's side of the canteen (rule 9).</summary>
public static class Dining
{
    /// <summary>Orders go out in the evening, when tomorrow is being thought of.</summary>
    private const int OrderingHour = 18;

    /// <summary>Days after which a friend met at the canteen no longer draws.</summary>
    private const int FriendDays = 14;

    /// <summary>Midnight: whether to eat at the canteen tomorrow (the day after where the order is mailed).</summary>
    public static void BeginElderDay(Resident me, Turn turn)
    {
        Levers levers = turn.Setting.Levers;
        int open = Canteen.Open(levers);
        if (open == 0)
        {
            if (turn.Setting.FarCanteens[me.Traits.Building] is { } far) OrderFar(me, far, turn);
            return;
        }
        int nearest = 0;
        double metres = double.MaxValue;
        for (int i = 0; i < open; i++)
        {
            double d = turn.Roster.Distance(
                me.Traits.Building, Canteen.BuildingOf(turn.Roster, i, turn.Chance));
            if (d < metres) (metres, nearest) = (d, i);
        }
        double p = Propensity(me, metres, Canteen.Price(levers, turn.P), turn);
        if (turn.Draw((uint)turn.Today.Value, Purpose.CanteenChoice) >= p || !MayLeave(me)) return;
        turn.Send(
            turn.Roster.Organization(Canteen.SlotAt(nearest)), Kind.MealOrder, OrderingHour * 60,
            (uint)turn.Today.Value + 1);
    }

    /// <summary>
    /// P(eat) = σ(−1.4 + 3.2·difficulty − .1·¥ − walk/15 min + .5·friends met there within 14 d).
    /// </summary>
    public static double Propensity(Resident me, double metres, double price, Turn turn)
    {
        Parameters p = turn.P;
        double walk = metres / (me.Traits.Age >= 80 ? p.WalkSpeedOld : p.WalkSpeed);
        return Propensity(me.Traits.Is(Trait.CookingHard), price, walk, FriendsThere(me, turn.Today), p);
    }

    /// <summary>The formula of rule 9.</summary>
    /// <param name="difficulty">Finds cooking hard.</param>
    /// <param name="price">Yuan.</param>
    /// <param name="walk">Minutes.</param>
    /// <param name="friends">Companions met there within 14 days.</param>
    public static double Propensity(bool difficulty, double price, double walk, int friends, Parameters p) =>
        PortableMath.Logistic(
            p.EatBase + (difficulty ? p.EatDifficulty : 0) - (p.EatPrice * price) - (walk / p.EatWalkMinutes)
            + (p.EatFriend * friends));

    /// <summary>A seat in another estate's canteen: out there at eleven. A day.</summary>
    public static void OnMealReserved(Resident me, in Message m, Turn turn)
    {
        int minutes = new Day((int)m.A).At(Canteen.ServesHour) - turn.Now;
        if (minutes > 0) turn.Later(Kind.MealReady, minutes, m.A);
    }

    /// <summary>The meal is ready: go and eat, unless one cannot. A day.</summary>
    public static void OnMealReady(Resident me, in Message m, Turn turn)
    {
        if (!MayLeave(me) || !me.IsFree(turn.Now) || !turn.Setting.CanGoOut(me.Traits, turn.Now)) return;
        uint meal = 0;
        foreach (ref readonly NeedState need in me.Needs.Items)
        {
            if (need.Key.Kind == NeedKind.Meal && need.Status != NeedStatus.Helped) meal = need.Key.Value;
        }
        int walk = (int)turn.P.SiteMinutes;
        me.State.BusyUntil = turn.Now + walk + 30;
        turn.Note(Event.Ate, new NeedKey(meal), m.Sender);
        ActorId counter = m.Sender == me.Id ? turn.Roster.Organization(OrganizationSlot.Canteen) : m.Sender;
        turn.Send(counter, Kind.MealTaken, walk, meal);
    }

    /// <summary>Ate at one table with somebody: a contact (rule 5). B companion.</summary>
    public static void OnTableCompanion(Resident me, in Message m, Turn turn)
    {
        var other = new ActorId(m.B);
        Contact.With(me, other, turn.P.ContactMeal, turn);
        int slot = turn.Roster.SlotOf(other);
        if (slot < 0) return;
        ref ResidentState state = ref me.State;
        ushort today = (ushort)(turn.Today.Value + 1), friend = (ushort)slot;
        if (state.TableFriend == friend || state.TableFriendDay == 0)
        {
            (state.TableFriend, state.TableFriendDay) = (friend, today);
            return;
        }
        // The last two companions are remembered.
        (state.OtherFriend, state.OtherFriendDay) = (state.TableFriend, state.TableFriendDay);
        (state.TableFriend, state.TableFriendDay) = (friend, today);
    }

    /// <summary>Of the last two companions, those met within 14 days: at most 2 (labelled assumption).</summary>
    private static int FriendsThere(Resident me, Day today)
    {
        ref readonly ResidentState state = ref me.State;
        int friends = 0;
        if (state.TableFriendDay != 0 && today.Value + 1 - state.TableFriendDay <= FriendDays) friends++;
        if (state.OtherFriendDay != 0 && today.Value + 1 - state.OtherFriendDay <= FriendDays) friends++;
        return friends;
    }

    /// <summary>Not lying on the floor and not bound to the home.</summary>
    private static bool MayLeave(Resident me)
    {
        foreach (ref readonly NeedState need in me.Needs.Items)
        {
            if (need.Key.Kind is NeedKind.Fall or NeedKind.Emergency && need.Status != NeedStatus.Helped) return false;
        }
        return !me.Traits.Is(Trait.Homebound);
    }

    /// <summary>
    /// Another estate's canteen: the order and its answer travel by mail, so the seat is for the day after tomorrow.
    /// </summary>
    private static void OrderFar(Resident me, FarCanteen far, Turn turn)
    {
        double p = Propensity(me, far.Metres, far.Price, turn);
        if (turn.Draw((uint)turn.Today.Value, Purpose.CanteenChoice) >= p || !MayLeave(me)) return;
        turn.Mail(far.Canteen, Kind.MealOrder, 0, (uint)turn.Today.Value + 2);
    }
}
