using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Shocks;

public class CoolRoomTests
{
    private static readonly Place.City City = new();
    private static readonly Shock Heat = new(ShockKind.Heat, 1, 0, 5 * 24, 1, City);

    /// <summary>100 elders, of whom .6 ask each of five hot days; 20 seats.</summary>
    [Fact]
    public void Seats_are_given_to_as_many_as_there_are()
    {
        using var town = new ShockedTown(shocks: [Heat], levers: [(Lever.CoolRoomSeats, 20)]);
        town.RunDays(8);
        Assert.InRange(town.Sent(Kind.CoolSeatAsked), 250, 350);
        Assert.Equal(100, town.Sent(Kind.CoolSeatGiven));
        Assert.InRange(town[Metric.CoolRoomGuests], 90, 100);
        Assert.Equal(town[Metric.CoolRoomGuests], town.Sent(Kind.CoolRoomEntered));
    }

    /// <summary>
    /// Over thirty days with 20 seats for 60 who ask, no elder is favored: at most a few times the mean.
    /// </summary>
    [Fact]
    public void Nobody_is_favored()
    {
        using var town = new ShockedTown(
            shocks: [Heat with { Hours = 30 * 24 }], levers: [(Lever.CoolRoomSeats, 20)]);
        town.RunDays(32);
        ILookup<uint, uint> stays = town.Records.Where(r => r.Kind == (ushort)Event.CooledOff)
            .Select(r => r.B / 2).ToLookup(elder => elder);
        int[] counts = [.. Enumerable.Range(0, 100).Select(elder => stays[(uint)elder].Count())];
        Assert.InRange(counts.Average(), 5.4, 6);
        Assert.InRange(counts.Max(), 7, 16);
        Assert.InRange(counts[..50].Sum() / (double)counts.Sum(), .4, .6);
    }

    [Fact]
    public void It_is_closed_without_heat_without_the_lever_and_in_a_lockdown()
    {
        using var mild = new ShockedTown(levers: [(Lever.CoolRoomSeats, 20)]);
        using var none = new ShockedTown(shocks: [Heat]);
        using var locked = new ShockedTown(
            shocks: [Heat, new Shock(ShockKind.Lockdown, 0, 0, 20 * 24, 1, City)], levers: [(Lever.CoolRoomSeats, 20)]);
        foreach (ShockedTown town in new[] { mild, none, locked })
        {
            town.RunDays(8);
            Assert.Equal(0, town.Sent(Kind.CoolSeatAsked));
        }
    }
}
