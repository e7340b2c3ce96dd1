using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.World;

namespace Jinlin.Model.Shocks;

/// <summary>
/// Rule 10: the expected hazard of dying from heat, per elder and hot day: logit = base + Σ ln OR·x. Nobody is
/// removed; the hazard is summed in units of 1e-9. Sources: Semenza et al. 1996 (living alone), Bouchama et al. 2007
/// (not leaving home, social contact, cool places, air conditioning).
/// </summary>
public static class HeatHazard
{
    /// <summary>One elder's probability on one day.</summary>
    /// <param name="contact">Seen by anybody within the day.</param>
    /// <param name="cool">Was in the cool room.</param>
    /// <param name="air">Has air conditioning, and power for it.</param>
    public static double Probability(
        bool alone, bool homebound, bool contact, bool cool, bool air, Parameters p)
    {
        double logit = p.HeatBase;
        if (alone) logit += PortableMath.Log(p.HeatAlone);
        if (homebound) logit += PortableMath.Log(p.HeatHomebound);
        if (contact) logit += PortableMath.Log(p.HeatContact);
        if (cool) logit += PortableMath.Log(p.HeatCool);
        if (air) logit += PortableMath.Log(p.HeatAir);
        return PortableMath.Logistic(logit);
    }

    /// <summary>At the midnight after a hot day: what the day was to this elder.</summary>
    public static void BeginElderDay(Resident me, Turn turn)
    {
        double heat = turn.Setting.Shock.HeatYesterday;
        if (heat <= 0) return;
        int today = turn.Today.Value;
        var yesterday = new Day(today - 1);
        double p = Probability(
            me.Traits.Is(Trait.LivesAlone), me.Traits.Is(Trait.Homebound), me.State.SeenDay >= today,
            me.State.CoolDay == today, HasCoolAir(me.Traits, yesterday, turn), turn.P);
        turn.Tally.Add(Metric.HeatHazardPpb, (long)((heat * p * 1e9) + 0.5));
    }

    /// <summary>Air conditioning works in the heat of the afternoon: no power, no air conditioning.</summary>
    public static bool HasCoolAir(in ResidentTraits traits, Day day, Turn turn) =>
        traits.Is(Trait.AirConditioned) && !turn.Setting.Shock.PowerOut(traits.Building, day.At(15));
}
