using Jinlin.Model.World;

namespace Jinlin.Model.Shocks;

/// <summary>What shocks do to residents day by day.</summary>
public static class ResidentShocks
{
    /// <summary>The daily hook for residents of 60 and over; touches the resident's own row only.</summary>
    public static void BeginElderDay(Resident me, Turn turn)
    {
        if (!turn.Setting.Shock.Any) return;
        HeatHazard.BeginElderDay(me, turn);
        CoolGuest.BeginElderDay(me, turn);
    }
}
