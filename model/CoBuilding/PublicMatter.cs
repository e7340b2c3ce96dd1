using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// What a public matter is by nature, the same in every world: keyed by who has it and which it is (rule 7).
/// </summary>
public static class PublicMatter
{
    /// <summary>No matter takes longer: the need lapses after 45 days.</summary>
    public const int MostServiceMinutes = 44 * Minute.PerDay;

    /// <summary>Departments that it takes: 1 + Poisson(1.2), at most 12; one for a repair.</summary>
    public static int Departments(Chance chance, ActorId asker, NeedKey need, Parameters p)
    {
        if (need.Kind != NeedKind.Public) return 1;
        double u = chance.Uniform(asker.Value, need.Value, (uint)Purpose.DepartmentCount);
        return Math.Min(CitySlots.Departments, 1 + PortableMath.Poisson(u, p.ExtraDepartments));
    }

    /// <summary>The department of a step, 0 to 11: the departments in the order of one keyed number each.</summary>
    public static int Department(Chance chance, ActorId asker, NeedKey need, int step)
    {
        Span<uint> rank = stackalloc uint[CitySlots.Departments];
        chance.Fill(asker.Value, need.Value, (uint)Purpose.DepartmentChoice, rank);
        for (int d = 0; d < rank.Length; d++)
        {
            int before = 0;
            for (int other = 0; other < rank.Length; other++)
            {
                if (rank[other] < rank[d] || (rank[other] == rank[d] && other < d)) before++;
            }
            if (before == step) return d;
        }
        throw new ArgumentOutOfRangeException(nameof(step), step, $"below {CitySlots.Departments}");
    }

    /// <summary>
    /// How long one department works at it, minutes: lognormal, median 2 d, σ .8; a repair, median .25 d.
    /// </summary>
    public static int ServiceMinutes(Chance chance, ActorId asker, NeedKey need, int department, Parameters p)
    {
        double u = chance.Uniform(asker.Value, need.Value, (uint)Purpose.DepartmentService, (uint)department);
        double days = PortableMath.Lognormal(
            u, need.Kind == NeedKind.Public ? p.DepartmentServiceDays : p.RepairServiceDays, p.DepartmentServiceSpread);
        return Math.Clamp((int)(days * Minute.PerDay), 1, MostServiceMinutes);
    }

    /// <summary>Mean of a lognormal: median · e^(σ²/2).</summary>
    public static double MeanServiceDays(double medianDays, Parameters p) =>
        medianDays * PortableMath.Exp(p.DepartmentServiceSpread * p.DepartmentServiceSpread / 2);

    /// <summary>Square mean of a lognormal, days²: median² · e^(2σ²).</summary>
    public static double SquareServiceDays(double medianDays, Parameters p) =>
        medianDays * medianDays * PortableMath.Exp(2 * p.DepartmentServiceSpread * p.DepartmentServiceSpread);

    /// <summary>How long the hotline takes to find the next department: Exp(1.5 d).</summary>
    public static int RouteMinutes(Chance chance, ActorId asker, NeedKey need, int step, Parameters p)
    {
        double u = chance.Uniform(asker.Value, need.Value, (uint)Purpose.HotlineRoute, (uint)step);
        return Math.Clamp(
            (int)(PortableMath.Exponential(u, p.HotlineRouteDays) * Minute.PerDay), 1, MostServiceMinutes);
    }
}
