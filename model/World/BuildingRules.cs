using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>Which rule of which pillar a building's message belongs to.</summary>
public static class BuildingRules
{
    /// <summary>The daily hook; touches the building's own row only.</summary>
    public static void BeginDay(Building me, Turn turn)
    {
    }

    public static void Handle(Building me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            default: throw new ModelException($"a building has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
        }
    }
}
