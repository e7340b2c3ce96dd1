using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Shocks;

/// <summary>
/// Needs that a shock causes, a stream of its own on top of the base needs (rule 1): supplies in lockdown and where
/// power is out, more emergencies in heat, more falls in the dark, lifts that stop with people inside.
/// </summary>
public static class ShockNeeds
{
    /// <summary>The kinds that arise person by person; LIFT arises lift by lift.</summary>
    public static ReadOnlySpan<NeedKind> Kinds => [NeedKind.Emergency, NeedKind.Fall, NeedKind.Supply];

    /// <summary>Mean needs of a resident today beyond the base needs.</summary>
    /// <param name="basePerDay">The resident's base rate of the kind per day.</param>
    public static double PerDay(
        NeedKind kind, in ResidentTraits traits, ShockState shock, double basePerDay, Parameters p)
    {
        bool old = traits.Age >= 60;
        return kind switch
        {
            NeedKind.Emergency => old ? shock.Heat * p.HeatEmergencies * basePerDay : 0,
            NeedKind.Fall => old && IsDark(traits, shock) ? p.DarkFalls * basePerDay : 0,
            NeedKind.Supply => RunsShort(traits, shock) ? 1 / p.SupplyEveryDays : 0,
            _ => 0,
        };
    }

    /// <summary>Whether somebody is in a lift when its power fails, by the lift's own draw.</summary>
    public static bool IsTrapped(double u, Parameters p) => u < p.TrappedPerLift;

    /// <summary>A household without stock runs short on the days that begin locked down or dark.</summary>
    private static bool RunsShort(in ResidentTraits traits, ShockState shock) =>
        traits.Is(Trait.HouseholdHead) && (shock.Lockdown || IsDark(traits, shock))
        && shock.IsWithoutStock(traits.Household);

    private static bool IsDark(in ResidentTraits traits, ShockState shock) =>
        shock.PowerOut(traits.Building, shock.Today.Start);
}
