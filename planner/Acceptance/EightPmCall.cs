using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>
/// The report's own case: eight in the evening, somebody who lives alone is in pain and asks. Claims 1 and 2.
/// </summary>
internal static class EightPmCall
{
    /// <summary>Neighbors there within a quarter-hour, minutes until the first, whether a clinician advised.</summary>
    public readonly record struct Outcome(int Neighbors, double FirstMinutes, bool Advised, int Ambulances);

    /// <summary>With the chat and the clinicians' roster.</summary>
    public static Outcome WithChat(ulong seed) => Call(seed, null, (Lever.ChatCoverage, 1), (Lever.ClinicianRoster, 1));

    /// <summary>Without chat: three ties asked by name.</summary>
    public static Outcome WithoutChat(ulong seed) => Call(seed, null, (Lever.ChatCoverage, 0));

    /// <summary>Without chat and without a tie.</summary>
    public static Outcome Alone(ulong seed)
    {
        TownPlan plan = TownPlans.Estate();
        return Call(seed, plan with { Estates = [plan.Estates[0] with { Ties = [] }] }, (Lever.ChatCoverage, 0));
    }

    private static Outcome Call(ulong seed, TownPlan? plan, params (Lever Lever, double Value)[] levers)
    {
        // The first evening: ties are stationary from minute 0, and without any there are none to meet yet.
        using var world = new World(seed, 1, plan, record: true, levers: levers);
        Minute evening = new Day(0).At(20);
        world.Town.Advance(evening);
        ResidentId caller = world.Roster.Resident(Caller(world.Roster, seed));
        var need = new NeedKey(NeedKind.Emergency, new Day(0), 7);
        world.Town.Submit(caller, (byte)Kind.NeedArises, need.Value, 1);
        world.Town.Advance(evening + 60);
        int neighbors = 0, ambulances = 0;
        double first = double.NaN;
        bool advised = false;
        foreach (Record r in world.Records)
        {
            if (r.Actor != (ActorId)caller || r.A != need.Value) continue;
            advised |= r.Kind == (ushort)Event.Advised;
            if (r.Kind != (ushort)Event.HelpArrived) continue;
            int minutes = r.At - evening;
            bool neighbor = world.Roster.SlotOf(new ActorId(r.B)) >= 0;
            if (!neighbor) ambulances++;
            if (!neighbor || minutes > 15) continue;
            neighbors++;
            if (double.IsNaN(first)) first = minutes;
        }
        return new Outcome(neighbors, first, advised, ambulances);
    }

    /// <summary>Somebody between 20 and 45 who lives alone and would be in the chat: keyed by the seed.</summary>
    private static int Caller(Roster roster, ulong seed)
    {
        int n = roster.Residents.Length, start = (int)(seed * 97 % (ulong)n);
        for (int step = 0; step < n; step++)
        {
            int slot = (start + step) % n;
            ref readonly ResidentTraits r = ref roster.Residents[slot];
            if (r.Age is >= 20 and < 45 && r.Is(Trait.LivesAlone) && r.ChatRank < 1) return slot;
        }
        return start;
    }
}
