using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>What residents do with what organizations build together: the third pillar's messages.</summary>
public static class ResidentCoBuilding
{
    /// <summary>The daily hook for residents of 60 and over; touches the resident's own row only.</summary>
    public static void BeginElderDay(Resident me, Turn turn) => Dining.BeginElderDay(me, turn);

    public static void Handle(Resident me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.CoachingDuty: CoachingDesk.OnDuty(me, m, turn); break;
            case Kind.MealReserved: Dining.OnMealReserved(me, m, turn); break;
            case Kind.MealReady: Dining.OnMealReady(me, m, turn); break;
            case Kind.TableCompanion: Dining.OnTableCompanion(me, m, turn); break;
            // The elder eats at home; the refusal is for the record.
            case Kind.MealRefused: break;
            default: throw new ModelException($"a resident has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
        }
    }
}
