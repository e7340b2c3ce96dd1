using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>What residents do with what organizations build together: the third pillar's messages.</summary>
public static class ResidentCoBuilding
{
    /// <summary>The daily hook for residents of 60 and over; touches the resident's own row only.</summary>
    public static void BeginElderDay(Resident me, Turn turn)
    {
    }

    public static void Handle(Resident me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            default: throw new ModelException($"a resident has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
        }
    }
}
