using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;

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
        if (GuardianshipRules.Handle(me, m, turn)) return;
        throw new ModelException($"a building has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
    }
}
