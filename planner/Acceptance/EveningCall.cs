using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>
/// The call at eight in the evening: a pregnant resident who lives alone, is in the estate's chat and knows three
/// neighbors calls for help outright, and we count who comes within a quarter of an hour. The claim is about a call
/// that 200 see, so it takes an asker who can post it.
/// </summary>
/// <param name="Neighbors">Residents who arrived within 15 minutes.</param>
/// <param name="First">Minutes until the first of them; NaN: nobody.</param>
/// <param name="Advised">Whether a clinician advised from afar within 15 minutes.</param>
/// <param name="Ambulance">Whether the ambulance came at all.</param>
internal readonly record struct EveningCall(int Neighbors, double First, bool Advised, bool Ambulance)
{
    private const int Hour = 20, Within = 15, NeighborsKnown = 3;

    private const double Known = 0.1;

    /// <summary>Who calls.</summary>
    public enum Asker
    {
        /// <summary>In the chat, with three known neighbors.</summary>
        Connected,

        /// <summary>Whoever fits best, off the chat or on it.</summary>
        Anybody,

        /// <summary>Without any tie.</summary>
        Friendless,
    }

    /// <param name="days">Days simulated before the evening.</param>
    public static EveningCall Make(
        ulong seed, TownPlan plan, IReadOnlyDictionary<Lever, double> set, int days, Asker who = Asker.Connected)
    {
        var model = new NearNeighborModel(EstateYear.Scenario(plan, set, false, 0), seed);
        using var town = new Town(model, 1);
        town.Advance(new Day(days).At(Hour));
        Neighborhood home = town.Neighborhoods[0];
        var estate = (EstatePopulation)home.Population;
        int asker = Choose(estate, new Day(days), who);
        home.Recording = true;
        var key = new NeedKey(NeedKind.Emergency, new Day(days), 7);
        town.Submit(estate.Roster.Resident(asker), (byte)Kind.NeedArises, key.Value, 1);
        town.Advance(new Day(days).At(Hour + 2));
        var records = new List<Record>();
        home.DrainRecords(records);
        int start = new Day(days).At(Hour).Value;
        Record[] own = [.. records.Where(r => r.A == key.Value)];
        Record[] soon = [.. own.Where(r => r.At.Value - start <= Within)];
        int[] came = [.. soon.Where(r => r.Kind == (ushort)Event.HelpArrived
            && estate.Roster.SlotOf(new ActorId(r.B)) >= 0).Select(r => r.At.Value - start)];
        return new EveningCall(
            came.Length, came.Length == 0 ? double.NaN : came.Min(),
            soon.Any(r => r.Kind == (ushort)Event.Advised),
            own.Any(r => r.Kind == (ushort)Event.HelpArrived
                && estate.Roster.SlotOf(new ActorId(r.B)) < 0));
    }

    private static int Choose(EstatePopulation estate, Day today, Asker who)
    {
        ResidentTraits[] people = estate.Roster.Residents;
        int[] known = new int[people.Length];
        foreach (TieReading tie in estate.ReadTies(today, 1))
        {
            if (tie.Strength >= Known) known[estate.Roster.SlotOf(tie.From)]++;
        }
        bool Fits(ResidentReading r) => who switch
        {
            Asker.Friendless => r.Ties == 0,
            Asker.Anybody => true,
            _ => people[r.Slot].ChatRank < 1 && known[r.Slot] >= NeighborsKnown,
        };
        return estate.ReadResidents().Where(Fits)
            .OrderByDescending(r => (people[r.Slot].Is(Trait.LivesAlone) ? 2 : 0)
                + (people[r.Slot].Is(Trait.Pregnant) ? 3 : 0)
                + (people[r.Slot] is { Age: >= 18 and < 45 } t && t.Is(Trait.Woman) ? 1 : 0))
            .First().Slot;
    }
}
