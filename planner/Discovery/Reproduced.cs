using Jinlin.Model.Engine;

namespace Jinlin.Planner.Discovery;

/// <summary>
/// How often a condition is limited again when PRIM sees half of the cases: at the box with the same coverage, and at
/// the one with the same density (Bryant and Lempert 2010).
/// </summary>
public readonly record struct Reproduced(double AtCoverage, double AtDensity)
{
    private const uint Purpose = 0xD15C_0001;

    /// <param name="box">The one in question.</param>
    /// <param name="resamples">At least 1.</param>
    /// <returns>For each condition, shares between 0 and 1.</returns>
    public static IReadOnlyList<Reproduced> Of(
        CaseTable table, Prim prim, FoundBox box, int resamples = 10, ulong seed = 20_100_101)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        var chance = new Chance(seed);
        var coverage = new int[table.Conditions.Count];
        var density = new int[table.Conditions.Count];
        for (uint r = 0; r < resamples; r++)
        {
            uint resample = r;
            int[] half = [.. Enumerable.Range(0, table.Count)
                .OrderBy(i => chance.Bits((uint)i, resample, Purpose, 0)).Take(table.Count / 2).Order()];
            IReadOnlyList<FoundBox> way = prim.Run(table.Of(half));
            // Several boxes may be as near in one measure: then the other one tells.
            foreach (int d in way.MinBy(b => (OffCoverage(b), OffDensity(b)))!.Restricted) coverage[d]++;
            foreach (int d in way.MinBy(b => (OffDensity(b), OffCoverage(b)))!.Restricted) density[d]++;
        }
        return [.. coverage.Zip(density,
            (c, d) => new Reproduced((double)c / resamples, (double)d / resamples))];

        double OffCoverage(FoundBox other) => Math.Abs(other.Coverage - box.Coverage);
        double OffDensity(FoundBox other) => Math.Abs(other.Density - box.Density);
    }
}
