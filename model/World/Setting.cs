using Jinlin.Model.Engine;
using Jinlin.Model.Policy;

namespace Jinlin.Model.World;

/// <summary>
/// The read-only context of one estate on one day (law 1): parameters, levers in force, what synthesis froze. The
/// population makes a new day's values at the daily hook; handlers only read.
/// </summary>
public sealed class Setting
{
    public required Parameters Parameters { get; init; }

    public required Roster Roster { get; init; }

    /// <summary>Levers in force in this estate today.</summary>
    public required Levers Levers { get; set; }

    /// <summary>The city's services: address of the first slot.</summary>
    public required ActorId City { get; init; }

    public OrganizationId CityService(CitySlot slot, int index = 0) => new(City.Value + (uint)slot + (uint)index);
}
