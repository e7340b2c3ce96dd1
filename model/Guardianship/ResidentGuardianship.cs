using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>What residents do with the organizations that look after them: the second pillar's messages.</summary>
public static class ResidentGuardianship
{
    /// <summary>The daily hook for residents of 60 and over; touches the resident's own row only.</summary>
    public static void BeginElderDay(Resident me, Turn turn)
    {
    }

    public static void Handle(Resident me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.OrderRefused: Asking.OnOrderRefused(me, m, turn); break;
            case Kind.OrderAccepted: BeingHelped.OnOrderAccepted(me, m, turn); break;
            default: throw new ModelException($"a resident has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
        }
    }
}
