using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>
/// How a building group has somebody looked in on: the head of that share of the building first, then the other
/// heads and the center household, whom the timetable has at home; a visit waits for the evening, when those who
/// work are; in the end the help group is asked.
/// </summary>
public static class LookingIn
{
    private const int Posts = BuildingGroup.CenterPost + 1, EveningHour = 19, EveningMinutes = 90;

    /// <summary>In the high half of C: the round in which heads are asked, 1 in the evening.</summary>
    private const uint EveningRound = 1 << 16;

    public static void OnVisitWanted(Building me, in Message m, Turn turn)
    {
        ActorId elder = turn.Roster.Resident((int)m.A);
        Offer(me, Home(me, (int)m.A, turn), 0, m.B, elder, m.C, turn);
    }

    /// <summary>The next post after the one that declined.</summary>
    public static void OnDutyDeclined(Building me, in Message m, Turn turn)
    {
        int elder = turn.Roster.SlotOf(new ActorId(m.B)), slot = turn.Roster.SlotOf(m.Sender);
        int first = Home(me, elder, turn), declined = 0;
        while (declined < Posts && BuildingGroup.HolderOf(me, (first + declined) % Posts) != slot + 1) declined++;
        Offer(me, first, declined + 1, m.A, new ActorId(m.B), m.C, turn);
    }

    private static int Home(Building me, int elder, Turn turn) => BuildingGroup.PostOf(
        turn.Roster.Buildings[me.Index], turn.Roster.Residents[elder].Household, me.State.HeadsWanted);

    private static void Offer(Building me, int first, int skip, uint occasion, ActorId elder, uint sort, Turn turn)
    {
        for (; skip < Posts; skip++)
        {
            int holder = BuildingGroup.HolderOf(me, (first + skip) % Posts);
            if (holder == 0 || turn.Roster.Resident(holder - 1) == elder) continue;
            ref readonly ResidentTraits traits = ref turn.Roster.Residents[holder - 1];
            if (!turn.Setting.IsHome(traits, turn.Now) || !turn.Setting.IsAwake(traits, turn.Now)) continue;
            turn.Send(
                turn.Roster.Resident(holder - 1), Kind.Duty, 1, occasion, elder.Value, sort,
                (uint)turn.P.VisitMinutes);
            return;
        }
        Resort(me, occasion, elder, sort, turn);
    }

    /// <summary>Nobody of the group can go now.</summary>
    private static void Resort(Building me, uint occasion, ActorId elder, uint sort, Turn turn)
    {
        uint slot = (uint)turn.Roster.SlotOf(elder);
        if ((DutySort)sort == DutySort.Visit && turn.Now.Hour < EveningHour && HasHeads(me))
        {
            double u = turn.DrawOf(elder, occasion, Purpose.VisitTime, 3);
            Minute evening = turn.Today.At(EveningHour, (int)(EveningMinutes * u));
            turn.Later(Kind.VisitWanted, evening - turn.Now, slot, occasion, sort | EveningRound);
            return;
        }
        turn.Send(
            turn.Roster.Organization(OrganizationSlot.HelpGroup), Kind.VisitOrder, 1, slot, occasion, sort & 0xFF);
    }

    private static bool HasHeads(Building me)
    {
        for (int post = 0; post < Posts; post++)
        {
            if (BuildingGroup.HolderOf(me, post) != 0) return true;
        }
        return false;
    }
}
