using CsCheck;
using Jinlin.Model.Engine;

namespace Jinlin.Model.Tests.Engine;

/// <summary>Only what changed is simulated, and nothing shows it: digests, indicators and counts are the whole run's.</summary>
public sealed class VariantTownTests
{
    private const int Estates = 5, Actors = 6, Days = 20;

    /// <summary>Policies that touch some estates on some days, and whose messages reach others by mail and by calls.</summary>
    [Fact]
    public void A_variant_is_the_whole_world_simulated() => Gen.Select(
        Gen.ULong, Gen.Select(Gen.Int[0, Estates - 1], Gen.Int[0, Days - 1]).Array[0, 6], Gen.Int[1, 2]).Sample(
        (seed, touched, threads) => Compare(seed, threads, (n, day) => touched.Contains((n.Value, day.Value))),
        iter: 60);

    [Fact]
    public void What_is_touched_by_nothing_is_not_simulated_at_all()
    {
        using Town town = Recorded(3);
        var recording = new Recording(town);
        using var variant = new VariantTown(World(3, (_, _) => false), recording, (_, _, _, _) => false, 1);
        for (int day = 0; day < Days; day++) recording.AdvanceDay();
        Assert.Equal((0, 0L), (variant.Simulated, variant.SimulatedDays));
        Assert.Equal(town.Digest(), variant.Digest());
        Assert.Equal(town.Neighborhoods.Sum(n => n.Sent), variant.Sent);
    }

    [Fact]
    public void Until_a_message_reaches_them_other_estates_follow()
    {
        using Town town = Recorded(3);
        var recording = new Recording(town);
        using var variant = new VariantTown(
            World(3, (n, day) => n.Value == 2 && day.Value == 10), recording,
            (n, day, _, _) => n.Value == 2 && day.Value == 10, 1);
        for (int day = 0; day < 10; day++) recording.AdvanceDay();
        Assert.Equal(0, variant.Simulated);
        recording.AdvanceDay();
        Assert.InRange(variant.Simulated, 1, Estates);
        Assert.NotEqual(town.Digest(), variant.Digest());
    }

    [Fact]
    public void Touching_more_than_needs_be_costs_time_and_nothing_else()
    {
        using Town town = Recorded(4);
        var recording = new Recording(town);
        using var variant = new VariantTown(
            World(4, (_, _) => false), recording, (n, day, _, _) => n.Value < 2 && day.Value is 3 or 12, 1);
        for (int day = 0; day < Days; day++) recording.AdvanceDay();
        Assert.True(variant.Simulated >= 2);
        // As nothing differs they follow again from the next midnight whose states are kept.
        Assert.InRange(variant.SimulatedDays, 2, Days * (Estates + 1) / 2);
        Assert.Equal(town.Digest(), variant.Digest());
        Assert.Equal(town.Neighborhoods.Sum(n => n.Sent), variant.Sent);
    }

    [Fact]
    public void A_variant_begins_with_its_recording()
    {
        using Town town = Recorded(1);
        var recording = new Recording(town);
        recording.AdvanceDay();
        Assert.Throws<ArgumentException>(
            () => new VariantTown(World(1, (_, _) => false), recording, (_, _, _, _) => false, 1));
        town.Advance(town.Clock + Minute.QuarterHour);
        Assert.Throws<ArgumentException>(() => new Recording(town));
    }

    private static void Compare(ulong seed, int threads, Func<NeighborhoodId, Day, bool> stirred)
    {
        var whole = new List<long[]>();
        var part = new List<long[]>();
        using var alone = new Town(World(seed, stirred), 1) { DayEnded = (_, sums) => whole.Add(sums.ToArray()) };
        using Town town = Recorded(seed);
        var recording = new Recording(town);
        using var variant = new VariantTown(
            World(seed, stirred), recording, (n, day, _, _) => stirred(n, day), threads)
        {
            DayEnded = (_, sums) => part.Add(sums.ToArray()),
        };
        for (int day = 1; day <= Days; day++)
        {
            alone.Advance(new Day(day).Start);
            recording.AdvanceDay();
            if (day % 6 == 0) Assert.Equal(alone.Digest(), variant.Digest());
        }
        Assert.Equal(alone.Digest(), variant.Digest());
        Assert.Equal(alone.Neighborhoods.Sum(n => n.Sent), variant.Sent);
        Assert.Equal(whole, part);
    }

    private static Bazaar World(ulong seed, Func<NeighborhoodId, Day, bool> stirred) =>
        new(seed, Estates, Actors, stirred);

    private static Town Recorded(ulong seed) => new(World(seed, (_, _) => false), 1);
}
