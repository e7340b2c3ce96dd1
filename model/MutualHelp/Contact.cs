using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// Rule 5 from one end: what a contact leaves in one's own row. The other end does the same for itself.
/// </summary>
public static class Contact
{
    /// <summary>A contact of weight a with a neighbor of the same estate, or with somebody across town.</summary>
    public static void With(Resident me, ActorId other, double weight, Turn turn)
    {
        Day today = turn.Today;
        me.State.SeenDay = (ushort)(today.Value + 1);
        int slot = turn.Roster.SlotOf(other);
        if (slot < 0)
        {
            WithFar(me, other, weight, turn);
            return;
        }
        double change = me.Ties.Touch(slot, weight, today);
        ref ResidentState state = ref me.State;
        double sum = state.TieSum * turn.Setting.TieDecay(today.Value - state.TieSumDay);
        state.TieSum = (float)Math.Max(0, sum + change);
        state.TieSumDay = (ushort)today.Value;
    }

    private static void WithFar(Resident me, ActorId other, double weight, Turn turn)
    {
        Span<FarTie> ties = me.FarTies.Items;
        for (int i = 0; i < ties.Length; i++)
        {
            if (ties[i].To != other.Value) continue;
            double s = ties[i].Strength * (1.0 / Ties.One) * turn.Setting.TieDecay(turn.Today.Value - ties[i].Day);
            ties[i] = new FarTie(other.Value, (ushort)((s + (weight * (1 - s))) * Ties.One), (ushort)turn.Today.Value);
            return;
        }
    }
}
