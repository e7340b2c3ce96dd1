using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>
/// The building group (楼道党小组): finds heads (党员楼长) and a center household (党员中心户) among the building's
/// activists, shows who they are, passes visits on to them, and finds others when they give up.
/// </summary>
public static class BuildingGroup
{
    /// <summary>The post after the heads' posts.</summary>
    public const int CenterPost = Posts.Most;

    /// <summary>Weeks after which vacant posts are tried again.</summary>
    private const int RetryWeeks = 4;

    /// <summary>Residents pass the notice after an hour at the earliest, spread over the day that follows.</summary>
    private const int FirstPassed = 60, LastPassed = 1200;

    /// <summary>One head per so many households, at least one, at most as many as there are posts; 0: none.</summary>
    public static int HeadsFor(int households, double perHead) =>
        perHead <= 0 || households == 0 ? 0 : Math.Clamp((int)((households / perHead) + 0.5), 1, Posts.Most);

    /// <summary>The head's post that serves a household, by equal shares.</summary>
    public static int PostOf(in BuildingTraits building, int household, int heads) =>
        heads <= 1 ? 0 : (household - building.FirstHousehold) * heads / building.Households;

    /// <summary>Once a week each head gets its hour, on a keyed evening.</summary>
    public static void BeginDay(Building me, Turn turn)
    {
        if (turn.Today.Value % 7 != 0) return;
        uint week = (uint)DutySorts.WeekOf(turn.Today);
        for (int post = 0; post <= CenterPost; post++)
        {
            int holder = HolderOf(me, post);
            if (holder == 0) continue;
            ResidentId who = turn.Roster.Resident(holder - 1);
            double u = turn.DrawOf(who, week, Purpose.HeadHour, 0);
            turn.Send(who, Kind.HeadDuty, BuildingHead.DutyMinute(u), (uint)post, week);
        }
    }

    /// <summary>
    /// What the branch wants: posts too many are given up, the others reported; vacant ones are filled at once when
    /// the mandate changes, else tried again every four weeks.
    /// </summary>
    public static void OnGroupMandate(Building me, in Message m, Turn turn)
    {
        ref BuildingState state = ref me.State;
        (int heads, int centers, int shown) = ((int)m.A, (int)m.B, (int)m.C);
        bool changed = state.HeadsWanted != heads || state.CentersWanted != centers || state.IdentityShown != shown;
        if (!changed && DutySorts.WeekOf(turn.Today) % RetryWeeks != 0) return;
        bool wasShown = state.IdentityShown != 0;
        (state.HeadsWanted, state.CentersWanted, state.IdentityShown) = (heads, centers, shown);
        for (int post = 0; post <= CenterPost; post++)
        {
            int holder = HolderOf(me, post);
            if (holder == 0) continue;
            bool wanted = IsWanted(me, post);
            Report(me, holder - 1, wanted ? 1u : 0, turn);
            if (wanted) continue;
            turn.Send(turn.Roster.Resident(holder - 1), Kind.HeadReleased, 1, (uint)post);
            Occupy(me, post, 0);
        }
        if (changed && (wasShown || shown != 0)) Show(me, -1, turn);
        FillNext(me, after: -1, turn);
    }

    public static void OnHeadAnswer(Building me, in Message m, Turn turn)
    {
        int post = (int)m.A, slot = turn.Roster.SlotOf(m.Sender);
        if (m.B == 1)
        {
            if (!IsWanted(me, post) || HolderOf(me, post) != 0)
            {
                turn.Send(m.Sender, Kind.HeadReleased, 1, m.A);
                return;
            }
            Occupy(me, post, slot + 1);
            turn.Tally.Add(Metric.HeadsAppointed);
            turn.Note(Event.HeadAppointed, default, m.Sender, m.A);
            Report(me, slot, 1, turn);
            if (post != CenterPost && me.State.IdentityShown != 0) Show(me, post, turn);
        }
        FillNext(me, slot, turn);
    }

    /// <summary>A head gives up: the branch is told, the next is asked.</summary>
    public static void OnHeadQuits(Building me, in Message m, Turn turn)
    {
        int slot = turn.Roster.SlotOf(m.Sender);
        if (HolderOf(me, (int)m.A) != slot + 1) return;
        turn.Note(Event.HeadLeft, default, m.Sender, m.A);
        Vacate(me, (int)m.A, turn);
        FillNext(me, slot, turn);
    }

    /// <summary>Slot + 1 of who holds a post; 0: vacant.</summary>
    public static int HolderOf(Building me, int post) => post == CenterPost ? me.State.Center : me.State.Heads[post];

    /// <summary>
    /// Asks the activist after the one asked last, in the building's keyed order, to take the first vacant post.
    /// </summary>
    private static void FillNext(Building me, int after, Turn turn)
    {
        int post = 0;
        while (post <= CenterPost && (!IsWanted(me, post) || HolderOf(me, post) != 0)) post++;
        if (post > CenterPost) return;
        int next = NextActivist(me, after, turn);
        if (next >= 0) turn.Send(turn.Roster.Resident(next), Kind.HeadAsked, 1, (uint)post);
    }

    private static int NextActivist(Building me, int after, Turn turn)
    {
        BuildingTraits building = turn.Roster.Buildings[me.Index];
        ulong floor = after < 0 ? 0 : Rank(after) + 1, best = ulong.MaxValue;
        int next = -1;
        for (int slot = building.FirstResident; slot < building.FirstResident + building.Count; slot++)
        {
            ref readonly ResidentTraits traits = ref turn.Roster.Residents[slot];
            if (!traits.Is(Trait.Activist) || traits.Age < 18 || Holds(me, slot)) continue;
            ulong rank = Rank(slot);
            if (rank >= floor && rank < best) (best, next) = (rank, slot);
        }
        return next;

        ulong Rank(int slot) => turn.Chance.Bits(
            turn.Self.Value, 0, (uint)Purpose.HeadRanking, (uint)slot);
    }

    private static bool Holds(Building me, int slot)
    {
        for (int post = 0; post <= CenterPost; post++)
        {
            if (HolderOf(me, post) == slot + 1) return true;
        }
        return false;
    }

    private static bool IsWanted(Building me, int post) =>
        post == CenterPost ? me.State.CentersWanted > 0 : post < me.State.HeadsWanted;

    private static void Vacate(Building me, int post, Turn turn)
    {
        int slot = HolderOf(me, post) - 1;
        Occupy(me, post, 0);
        Report(me, slot, 0, turn);
        if (post != CenterPost && me.State.IdentityShown != 0) Show(me, post, turn);
    }

    private static void Occupy(Building me, int post, int holder)
    {
        if (post == CenterPost) me.State.Center = holder;
        else me.State.Heads[post] = holder;
    }

    private static void Report(Building me, int slot, uint holds, Turn turn)
    {
        OrganizationSlot branch = Branch.IsOwn(OrganizationSlot.Branch, me.Index, turn)
            ? OrganizationSlot.Branch : OrganizationSlot.SecondBranch;
        turn.Send(turn.Roster.Organization(branch), Kind.HeadReported, 1, (uint)slot, holds);
    }

    /// <summary>
    /// The notice in lift and stairwell changes, for one head's residents or all: each passes it within the day.
    /// </summary>
    private static void Show(Building me, int post, Turn turn)
    {
        BuildingTraits building = turn.Roster.Buildings[me.Index];
        for (int slot = building.FirstResident; slot < building.FirstResident + building.Count; slot++)
        {
            int own = PostOf(building, turn.Roster.Residents[slot].Household, me.State.HeadsWanted);
            if (post >= 0 && own != post) continue;
            uint head = me.State.IdentityShown == 0 || me.State.HeadsWanted == 0 ? 0 : (uint)me.State.Heads[own];
            turn.Send(turn.Roster.Resident(slot), Kind.HeadShown, FirstPassed + (slot * 37 % LastPassed), head);
        }
    }
}
