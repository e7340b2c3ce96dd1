using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// Who lives in the neighborhood of hubs and partners: partner organizations, then the joint committees of the
/// communities and of the subdistricts, by their numbers. All are there in every world; without policy they idle.
/// </summary>
public sealed class HubPlan
{
    /// <summary>Partnerships that an estate may have at most.</summary>
    public const int PartnersPerEstate = 20;

    private const int FewestPartners = 32;

    public HubPlan(TownPlan town)
    {
        // A power of two, so that an odd stride visits every partner once.
        Partners = FewestPartners;
        while (Partners < 2 * town.Estates.Count) Partners *= 2;
        foreach (EstatePlan estate in town.Estates)
        {
            Communities = Math.Max(Communities, estate.Community + 1);
            Subdistricts = Math.Max(Subdistricts, estate.Subdistrict + 1);
        }
    }

    /// <summary>Companies, schools, offices that may pair with estates: two per estate, 32 at least.</summary>
    public int Partners { get; }

    public int Communities { get; }

    public int Subdistricts { get; }

    public int Actors => Partners + Communities + Subdistricts;

    public int CommunityCommittee(int community) => Partners + community;

    public int SubdistrictCommittee(int subdistrict) => Partners + Communities + subdistrict;

    public bool IsPartner(int index) => index < Partners;

    /// <summary>
    /// The partner in one of an estate's 20 places, the same in every world: a keyed start and an odd keyed stride,
    /// so that no organization has two places.
    /// </summary>
    public int PartnerAt(ActorId estateDesk, int place, Chance chance)
    {
        uint start = chance.Bits(estateDesk.Value, 0, (uint)Purpose.PartnerPlace, 0);
        uint stride = chance.Bits(estateDesk.Value, 0, (uint)Purpose.PartnerPlace, 1) | 1;
        return (int)((start + (stride * (uint)place)) & (uint)(Partners - 1));
    }
}
