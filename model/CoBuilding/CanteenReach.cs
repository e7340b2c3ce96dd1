using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// The estates within a fifteen-minute circle, nearest first: where a policy elsewhere has opened a canteen, elders
/// of an estate without one may eat there (rule 9).
/// </summary>
public sealed class CanteenReach
{
    /// <summary>Metres: half an hour's walk; beyond it rule 9 sends hardly anybody.</summary>
    private const double Farthest = 2000;

    private const int MostEstates = 5;

    private readonly (int Estate, double Metres, ActorId Canteen)[] _estates;

    /// <param name="town">Places and sizes of all estates.</param>
    /// <param name="estate">The estate from which one walks.</param>
    public CanteenReach(TownPlan town, NeighborhoodId estate)
    {
        EstatePlan here = town.Estates[estate.Value];
        var near = new List<(int Estate, double Metres, ActorId Canteen)>();
        uint end = 0;
        for (int e = 0; e < town.Estates.Count; e++)
        {
            EstatePlan plan = town.Estates[e];
            end += (uint)(plan.Population + plan.Buildings + CitySlots.PerEstate);
            double metres = Math.Abs(plan.X - here.X) + Math.Abs(plan.Y - here.Y);
            if (e == estate.Value || metres > Farthest) continue;
            near.Add((e, metres, new ActorId(end - CitySlots.PerEstate + (uint)OrganizationSlot.Canteen)));
        }
        _estates = [.. near.OrderBy(n => n.Metres).ThenBy(n => n.Estate).Take(MostEstates)];
    }

    /// <summary>The nearest canteen that is open on a day, or null.</summary>
    public FarCanteen? Find(PolicySchedule policies, Day day, ulong signals, Parameters p)
    {
        foreach ((int estate, double metres, ActorId canteen) in _estates)
        {
            Levers levers = policies.LeversIn(new NeighborhoodId(estate), day, signals);
            if (levers.On(Lever.Canteens)) return new FarCanteen(canteen, metres, Canteen.Price(levers, p));
        }
        return null;
    }
}
