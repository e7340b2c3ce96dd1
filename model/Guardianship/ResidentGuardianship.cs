using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>What residents do with and for the organizations that look after them: the second pillar's messages.</summary>
public static class ResidentGuardianship
{
    public static void Handle(Resident me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            default: throw new ModelException($"a resident has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
        }
    }
}
