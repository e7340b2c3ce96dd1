using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>Ties to other estates: as imported, or some have a friend across town (labelled assumption).</summary>
internal static class FarFriends
{
    public static InitialFarTie[] Build(
        TownPlan town, NeighborhoodId id, IReadOnlyList<ActorId> first, int residents, SynthesisDraw draw, Parameters p)
    {
        if (town.Estates[id.Value].FarTies is { } imported)
        {
            return [.. imported.Select(t => new InitialFarTie(
                t.From, new ActorId(first[t.Estate].Value + (uint)t.To), t.Strength))];
        }
        if (town.Estates.Count < 2) return [];
        var ties = new List<InitialFarTie>((int)(residents * p.ShareFarFriend) + 8);
        for (int slot = 0; slot < residents; slot++)
        {
            if (draw.Of(slot, Purpose.FarFriend) >= p.ShareFarFriend) continue;
            int estate = (int)(draw.Of(slot, Purpose.FarFriend, 1) * (town.Estates.Count - 1));
            if (estate >= id.Value) estate++;
            uint friend = (uint)(draw.Of(slot, Purpose.FarFriend, 2) * town.Estates[estate].Population);
            ties.Add(new InitialFarTie(
                slot, new ActorId(first[estate].Value + friend), (float)p.FarFriendStrength));
        }
        return [.. ties];
    }
}
