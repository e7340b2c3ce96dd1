using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// The canteens of other estates within the fifteen-minute circle: where a policy elsewhere has opened one, elders of an
/// estate without any eat at the nearest to their own door (rule 9). Places are frozen; which are open changes by day.
/// </summary>
public sealed class CanteenReach
{
    /// <summary>Metres between centres: estates farther off have no canteen within the circle.</summary>
    private const double Farthest = 2000;

    private const int MostEstates = 5, MostCanteens = 3;

    private readonly Site[] _sites;

    private readonly record struct Site(NeighborhoodId Estate, int Canteen, ActorId Counter, double X, double Y);

    /// <param name="town">Places and sizes of all estates.</param>
    /// <param name="estate">The estate from which one walks; places are relative to its centre.</param>
    /// <param name="chance">Where sites and buildings are is keyed by the run's seed.</param>
    public CanteenReach(TownPlan town, NeighborhoodId estate, Chance chance)
    {
        EstatePlan here = town.Estates[estate.Value];
        var near = new List<(int Estate, double Metres, uint First)>();
        uint first = 0;
        for (int e = 0; e < town.Estates.Count; e++)
        {
            EstatePlan plan = town.Estates[e];
            double metres = Metres(plan, here);
            if (e != estate.Value && metres <= Farthest) near.Add((e, metres, first));
            first += (uint)Synthesis.ActorCount(plan);
        }
        _sites =
        [
            .. near.OrderBy(n => n.Metres).ThenBy(n => n.Estate).Take(MostEstates)
                .SelectMany(n => SitesOf(town.Estates[n.Estate], n.Estate, n.First, here, chance)),
        ];
    }

    /// <summary>Whether elders of one estate might eat in the other.</summary>
    public static bool IsNear(EstatePlan one, EstatePlan other) => Metres(one, other) <= Farthest;

    /// <summary>For each building of an estate the nearest canteen that is open on a day; null: none is near.</summary>
    public void Find(
        PolicySchedule policies, Day day, ulong signals, Parameters p, BuildingTraits[] from, FarCanteen?[] found)
    {
        Array.Clear(found);
        foreach (Site site in _sites)
        {
            Levers levers = policies.LeversIn(site.Estate, day, signals);
            if (site.Canteen >= Canteen.Open(levers)) continue;
            for (int b = 0; b < from.Length; b++)
            {
                double metres = 20 + Math.Abs(site.X - from[b].X) + Math.Abs(site.Y - from[b].Y);
                if (metres > p.CircleMetres || (found[b] is { } other && other.Metres <= metres)) continue;
                found[b] = new FarCanteen(site.Counter, metres, Canteen.Price(levers, p));
            }
        }
    }

    private static double Metres(EstatePlan one, EstatePlan other) =>
        Math.Abs(one.X - other.X) + Math.Abs(one.Y - other.Y);

    private static IEnumerable<Site> SitesOf(EstatePlan plan, int estate, uint first, EstatePlan here, Chance chance)
    {
        var draw = new SynthesisDraw(chance, new ActorId(first));
        uint organizations = first + (uint)(plan.Population + plan.Buildings);
        for (int i = 0; i < MostCanteens; i++)
        {
            var counter = new ActorId(organizations + (uint)Canteen.SlotAt(i));
            int building = Canteen.BuildingOf(counter, plan.Buildings, chance);
            (double x, double y) = Buildings.PlaceOf(plan, building, draw);
            yield return new Site(
                new NeighborhoodId(estate), i, counter, plan.X - here.X + x, plan.Y - here.Y + y);
        }
    }
}
