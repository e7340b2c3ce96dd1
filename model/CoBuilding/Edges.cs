using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// An edge between two organizations that worked together, from the end of the estate; what Fragmentation counts
/// where the last day lies within 90 days.
/// </summary>
public readonly record struct OrganizationEdge(ActorId Estate, ActorId Other, Day LastActive);

/// <summary>An organization's memory of those it worked with, in its own row.</summary>
public static class Edges
{
    /// <summary>Organizations whose members are other organizations.</summary>
    public static ReadOnlySpan<OrganizationSlot> Holders =>
    [
        OrganizationSlot.HotlineDesk, OrganizationSlot.DutyDesk, OrganizationSlot.RotaDesk,
        OrganizationSlot.PartnerDesk,
    ];

    /// <summary>Worked together today.</summary>
    public static void Touch(Organization me, ActorId other, Turn turn)
    {
        Span<Member> known = me.Members.Items;
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i].Who != other) continue;
            known[i].LastDuty = (ushort)turn.Today.Value;
            return;
        }
        ushort today = (ushort)turn.Today.Value;
        me.Members.Add(new Member { Who = other, Since = today, LastDuty = today });
    }
}
