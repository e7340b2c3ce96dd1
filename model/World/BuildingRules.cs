using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>Which rule of which pillar a building's message belongs to.</summary>
public static class BuildingRules
{
    public static void Handle(Building me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            default: throw new ModelException($"a building has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
        }
    }
}
