using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.World;

/// <summary>Which rule of which pillar a building's message belongs to.</summary>
public static class BuildingRules
{
    /// <summary>The daily hook; touches the building's own row only.</summary>
    public static void BeginDay(Building me, Turn turn)
    {
        BuildingGroup.BeginDay(me, turn);
    }

    public static void Handle(Building me, in Message m, Turn turn)
    {
        // Owners of settled disputes thank the building; nobody of it gains by it.
        if ((Kind)m.Kind == Kind.Thanks) return;
        // Whoever controls the building may decline to hear a dispute (law 6).
        if ((Kind)m.Kind == Kind.Order && turn.Choice == 0) turn.Send(m.Sender, Kind.OrderRefused, 1, m.A);
        else if ((Kind)m.Kind == Kind.Order) Disputes.OnBrought(me, m, turn);
        else if (!GuardianshipRules.Handle(me, m, turn))
            throw new ModelException($"a building has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
    }
}
