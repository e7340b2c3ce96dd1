using System.Buffers.Binary;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;
using Orleans.Serialization;

namespace Jinlin.Grains.Actors;

/// <summary>
/// Reads one actor's profile off its estate. Of a town of consented data no person is shown (law 8).
/// </summary>
internal sealed class ActorReader(Serializer serializer) : INeighborhoodReader
{
    public const string ReaderName = "actor";

    public string Name => ReaderName;

    public byte[] Read(IModel model, Neighborhood neighborhood, ReadOnlySpan<byte> question)
    {
        uint actor = BinaryPrimitives.ReadUInt32LittleEndian(question);
        if (actor - neighborhood.First.Value >= (uint)neighborhood.Actors
            || neighborhood.Population is not EstatePopulation estate) return [];
        return serializer.SerializeToArray(Profile(model, neighborhood, estate, (int)(actor - neighborhood.First.Value)));
    }

    private static object Profile(IModel model, Neighborhood home, EstatePopulation estate, int index)
    {
        Roster roster = estate.Roster;
        var today = new Day(Math.Max(0, home.Clock.Day.Value));
        if (index < roster.Residents.Length)
        {
            bool consented = model is NearNeighborModel { Scenario.Town.Provenance: Provenance.Consented };
            return consented ? "this town was made from consented data: persons are not shown"
                : ResidentAt(estate, index, today);
        }
        index -= roster.Residents.Length;
        if (index < roster.Buildings.Length)
        {
            BuildingTraits building = roster.Buildings[index];
            return new BuildingProfile { Floors = building.Floors, Lifts = building.Lifts, Residents = building.Count };
        }
        OrganizationReading o = estate.ReadOrganizations().ElementAt(index - roster.Buildings.Length);
        return new OrganizationProfile
        {
            Kind = o.Slot.ToString(),
            Founded = o.FoundedDay > 0 ? o.FoundedDay - 1 : null,
            Members = o.Members,
            Waiting = o.OrdersWaiting,
            Unfilled = o.Unfilled,
            MinutesGiven = o.Minutes,
        };
    }

    private static ResidentProfile ResidentAt(EstatePopulation estate, int slot, Day today)
    {
        PersonReading person = estate.ReadPerson(slot, today);
        ResidentTraits traits = estate.Roster.Residents[slot];
        return new ResidentProfile
        {
            Age = traits.Age,
            Building = estate.Roster.Building(traits.Building).Value,
            LivesAlone = traits.Is(Trait.LivesAlone),
            Groups = traits.Groups.ToString(),
            Traits = traits.Flags.ToString(),
            Roles = person.State.Roles.ToString(),
            Trust = person.State.Trust,
            Loneliness = person.State.Loneliness,
            MinutesGiven = person.State.MinutesGiven,
            OpenNeeds = [.. person.Needs.Where(n => n.Status != NeedStatus.Helped).Select(n => new OpenNeed(
                n.Key.Kind.ToString(), n.Arose.Value, n.Status.ToString(), n.Key.Value))],
            Ties = [.. person.Ties.Select(t => new Acquaintance(t.To.Value, t.Strength))],
        };
    }
}
