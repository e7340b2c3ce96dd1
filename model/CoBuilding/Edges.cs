using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// An organization's memory of the organizations that it worked with, among its members: a member that is no
/// resident is an edge, active while its last duty lies within 90 days (Fragmentation).
/// </summary>
public static class Edges
{
    /// <summary>The place of an organization among the members, or −1.</summary>
    public static int Find(Organization me, ActorId other)
    {
        Span<Member> known = me.Members.Items;
        for (int i = 0; i < known.Length; i++)
        {
            if (known[i].Who == other) return i;
        }
        return -1;
    }

    /// <summary>Worked together today; a new edge if they never did. Returns its place.</summary>
    public static int Touch(Organization me, ActorId other, Turn turn)
    {
        ushort today = (ushort)turn.Today.Value;
        int i = Find(me, other);
        if (i < 0)
        {
            me.Members.Add(new Member { Who = other, Since = today, LastDuty = today });
            return me.Members.Count - 1;
        }
        me.Members[i].LastDuty = today;
        return i;
    }
}
