using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// What the whole city asks of one department, and the capacity that this implies: the departments serve
/// everybody, whether simulated or not (section 2). City-wide levers act on the background too.
/// </summary>
internal sealed class CityLoad
{
    private readonly double _cityPopulation, _backgroundShare;

    /// <param name="simulated">Residents that are simulated; the rest of the city is background.</param>
    /// <param name="hotline">Whom departments tell the end of a matter.</param>
    public CityLoad(Scenario scenario, long simulated, ActorId hotline)
    {
        Parameters = scenario.Parameters;
        Hotline = hotline;
        _cityPopulation = Math.Max(scenario.Town.CityPopulation, simulated);
        _backgroundShare = (_cityPopulation - simulated) / _cityPopulation;
        double servers = MattersPerDay(Parameters)
            * PublicMatter.MeanServiceDays(Parameters.DepartmentServiceDays, Parameters)
            / Parameters.DepartmentUtilization;
        CapacityPerMinute = Math.Max(1, (long)(servers * DueQueue.Unit));
    }

    public Parameters Parameters { get; }

    public ActorId Hotline { get; }

    /// <summary>Work a department does per minute, in thousandths of a server minute; servers × 1,000.</summary>
    public long CapacityPerMinute { get; }

    /// <summary>Check-in on a matter that came by the hotline is due after so many minutes.</summary>
    public int HotlineDueMinutes => (int)(Parameters.HotlineDueDays * Minute.PerDay);

    /// <summary>The way to the estate.</summary>
    public int TravelMinutes => (int)Parameters.CheckInMinutes;

    /// <summary>When check-in on today's background matters is due: whistled where the whole city whistles.</summary>
    public int BackgroundDueMinutes(Levers city) => city[Lever.Whistle] >= 2
        ? (int)(city[Lever.WhistleDeadline] * 60) : HotlineDueMinutes;

    /// <summary>
    /// The day's background of one department as a flow: a compound Poisson sum by its normal approximation, one
    /// keyed draw; never below 0.
    /// </summary>
    public long BackgroundPerMinute(int department, Day day, Levers city, Chance chance)
    {
        Parameters p = Parameters;
        double publicPerDay = MattersPerDay(p) * _backgroundShare;
        double mean = publicPerDay * PublicMatter.MeanServiceDays(p.DepartmentServiceDays, p);
        double variance = publicPerDay * PublicMatter.SquareServiceDays(p.DepartmentServiceDays, p);
        if (city[Lever.Whistle] >= 3)
        {
            double repairsPerDay = p.RepairsVoiced * city[Lever.WhistleRepairShare] * _cityPopulation
                * _backgroundShare / 365 / CitySlots.Departments;
            mean += repairsPerDay * PublicMatter.MeanServiceDays(p.RepairServiceDays, p);
            variance += repairsPerDay * PublicMatter.SquareServiceDays(p.RepairServiceDays, p);
        }
        double z = PortableMath.NormalInverse(
            chance.Uniform((uint)department, (uint)day.Value, (uint)Purpose.BackgroundLoad));
        // Days of one server, spread evenly over the day: as many thousandths per minute.
        return (long)(Math.Max(0, mean + (z * Math.Sqrt(variance))) * DueQueue.Unit);
    }

    /// <summary>Matters of the whole city that reach one department on a day.</summary>
    private double MattersPerDay(Parameters p) =>
        p.PublicVoiced * _cityPopulation / 365 * (1 + p.ExtraDepartments) / CitySlots.Departments;
}
