using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>The help group and the teams: lever, role, who may join. All share rule 6.</summary>
public static class Team
{
    public static bool IsTeam(OrganizationSlot slot) =>
        slot is >= OrganizationSlot.HelpGroup and <= OrganizationSlot.HomeServiceTeam;

    /// <summary>The help group begins with the branch, a team with its hours.</summary>
    public static bool IsOn(OrganizationSlot slot, Levers levers) =>
        slot == OrganizationSlot.HelpGroup ? levers.On(Lever.Branches) : levers.On(HoursOf(slot));

    /// <summary>Minutes a week: the lever's, or what the help group's members promise.</summary>
    public static int Budget(OrganizationSlot slot, int members, Turn turn) => (int)(60 * (
        slot == OrganizationSlot.HelpGroup
            ? members * turn.P.HelpGroupHoursPerMember
            : turn.Setting.Levers[HoursOf(slot)]));

    /// <summary>Whether its hours are worked in shifts, or on orders.</summary>
    public static bool WorksShifts(OrganizationSlot slot) => slot is OrganizationSlot.SortingTeam
        or OrganizationSlot.TreeTeam or OrganizationSlot.WomensTeam or OrganizationSlot.MarshalTeam;

    public static Roles RoleOf(OrganizationSlot slot) => slot switch
    {
        OrganizationSlot.HelpGroup => Roles.HelpGroup,
        OrganizationSlot.SortingTeam => Roles.SortingTeam,
        OrganizationSlot.TreeTeam => Roles.TreeTeam,
        OrganizationSlot.WomensTeam => Roles.WomensTeam,
        OrganizationSlot.MarshalTeam => Roles.MarshalTeam,
        _ => Roles.HomeServiceTeam,
    };

    /// <summary>Adults up to 79 who are able; women in the women's organization.</summary>
    public static bool MayJoin(OrganizationSlot slot, in ResidentTraits traits) =>
        traits.Age is >= 18 and < 80 && (traits.Flags & (Trait.Frail | Trait.Homebound)) == 0
        && (slot != OrganizationSlot.WomensTeam || traits.Is(Trait.Woman));

    /// <summary>
    /// The resident at a place of the group's fixed pool (rule 6): the roster is cut into as many strata as the
    /// pool has places, and each gives the one with the smallest keyed draw among those who may join; −1: none may.
    /// </summary>
    public static int PoolSlot(OrganizationSlot slot, int place, Turn turn)
    {
        Roster roster = turn.Roster;
        long n = roster.Residents.Length;
        int places = (int)turn.P.VolunteerPool, best = -1;
        int end = (int)((place + 1) * n / places);
        uint bits = uint.MaxValue, group = roster.Organization(slot).Value;
        for (int s = (int)(place * n / places); s < end; s++)
        {
            if (!MayJoin(slot, roster.Residents[s])) continue;
            uint draw = turn.Chance.Bits(group, (uint)place, (uint)Purpose.VolunteerPool, (uint)s);
            if (best < 0 || draw < bits) (best, bits) = (s, draw);
        }
        return best;
    }

    private static Lever HoursOf(OrganizationSlot slot) => slot switch
    {
        OrganizationSlot.SortingTeam => Lever.SortingHours,
        OrganizationSlot.TreeTeam => Lever.TreeHours,
        OrganizationSlot.WomensTeam => Lever.WomensHours,
        OrganizationSlot.MarshalTeam => Lever.MarshalHours,
        _ => Lever.HomeServiceHours,
    };
}
