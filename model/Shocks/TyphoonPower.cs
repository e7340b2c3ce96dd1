using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Shocks;

/// <summary>
/// How power comes back after a typhoon. The model states two numbers, a half-life of 2 days and 70 % back by 3.5 to
/// 4 days. An exponential curve with a half-life of exactly 2 days has 70.3 % back at 3.5 days; the curve here goes
/// through 70 % at 3.5 days, and its half-life is then 2.015 days: both numbers hold.
/// </summary>
public static class TyphoonPower
{
    /// <summary>Half-life of outages, days: 2.015 with the standing parameters.</summary>
    public static double HalfLifeDays(Parameters p) =>
        p.PowerBackDays * PortableMath.Log(2) / -PortableMath.Log(1 - p.PowerBackShare);

    /// <summary>Share of the buildings that lost power which have it back after so many days.</summary>
    public static double BackShare(double days, Parameters p) => 1 - PortableMath.Exp2(-days / HalfLifeDays(p));

    /// <summary>How long a building that lost power is without, by inversion: at least a minute.</summary>
    public static int OutMinutes(double u, Parameters p) => Math.Max(1, (int)PortableMath.Exponential(
        u, HalfLifeDays(p) * Minute.PerDay / PortableMath.Log(2)));
}
