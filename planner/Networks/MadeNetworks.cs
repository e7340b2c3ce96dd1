using Jinlin.Model.Engine;

namespace Jinlin.Planner.Networks;

/// <summary>
/// Networks that a model makes on the same pairs for other people; keyed, so the same seed makes the same ones.
/// </summary>
public static class MadeNetworks
{
    private const uint Giving = 0x4E70_0001, Receiving = 0x4E70_0002, State = 0x4E70_0003;

    /// <summary>From the fitted model, with people who give and receive as readily as its spreads say.</summary>
    public static IEnumerable<(bool Helps, bool Helped)[]> Of(HelpModel model, Dyads dyads, int count, ulong seed)
    {
        var chance = new Chance(seed);
        for (uint n = 0; n < count; n++)
        {
            uint network = n;
            double[] gives = [.. People(Giving, model.Giving)], receives = [.. People(Receiving, model.Receiving)];
            yield return [.. dyads.All.Select((dyad, i) =>
            {
                (double neither, double forth, double back, _) = HelpModel.Probabilities(
                    model.LogOdds(dyad.Forth) + gives[dyad.First] + receives[dyad.Second],
                    model.LogOdds(dyad.Back) + gives[dyad.Second] + receives[dyad.First], model.Reciprocity);
                double u = chance.Uniform((uint)i, network, State);
                return (Helps: u >= neither && (u < neither + forth || u >= neither + forth + back),
                    Helped: u >= neither + forth);
            })];

            IEnumerable<double> People(uint purpose, double deviation) => Enumerable.Range(0, dyads.People)
                .Select(p => deviation * PortableMath.NormalInverse(chance.Uniform((uint)p, network, purpose)));
        }
    }

    /// <summary>Every tie as likely as any other, by the network's own density.</summary>
    public static IEnumerable<(bool Helps, bool Helped)[]> AtRandom(Dyads dyads, int count, ulong seed)
    {
        double density = dyads.Ties.Count() / (2.0 * dyads.All.Count);
        var chance = new Chance(seed);
        for (uint n = 0; n < count; n++)
        {
            uint network = n;
            yield return [.. dyads.All.Select((_, i) => (
                Helps: chance.Uniform((uint)i, network, State, 1) < density,
                Helped: chance.Uniform((uint)i, network, State, 2) < density))];
        }
    }
}
