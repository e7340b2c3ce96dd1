using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>Which organization's rules a message belongs to: one class for each, in its pillar's folder.</summary>
public static class OrganizationRules
{
    /// <summary>The daily hook at midnight; touches the organization's own row only.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
    }

    public static void Handle(Organization me, in Message m, Turn turn)
    {
        switch (me.Slot)
        {
            default: throw new ModelException($"{me.Slot} has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
        }
    }
}
