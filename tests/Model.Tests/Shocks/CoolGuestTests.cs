using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Shocks;

public class CoolGuestTests
{
    private static readonly Place.City City = new();
    private static readonly Shock Heat = new(ShockKind.Heat, 1, 0, 10 * 24, 1, City);

    [Theory]
    [InlineData(Trait.None, .6)]
    [InlineData(Trait.AirConditioned, .05)]
    [InlineData(Trait.Homebound, 0)]
    public void Those_ask_who_need_it_and_can_leave_home(Trait flags, double wish)
    {
        using var town = new ShockedTown(40, flags, [Heat], levers: [(Lever.CoolRoomSeats, 200)]);
        town.RunDays(12);
        double error = Math.Sqrt(wish * (1 - wish) / 4000);
        Assert.InRange(town.Sent(Kind.CoolSeatAsked) / 4000.0, wish - (4 * error), wish + (4 * error));
    }

    [Fact]
    public void Air_conditioning_without_power_is_none()
    {
        using var town = new ShockedTown(
            40, Trait.AirConditioned, [Heat, new Shock(ShockKind.Outage, 0, 0, 20 * 24, 1, City)],
            levers: [(Lever.CoolRoomSeats, 200)]);
        town.RunDays(12);
        Assert.InRange(town.Sent(Kind.CoolSeatAsked) / 4000.0, .56, .64);
    }

    /// <summary>A day in the cool room is a contact and a cool place: hazard times .4 × .34.</summary>
    [Fact]
    public void A_stay_lowers_the_hazard()
    {
        Parameters keen = ShockedTown.Quiet with { CoolWish = 1 };
        using var without = new ShockedTown(10, shocks: [Heat], parameters: keen);
        using var with = new ShockedTown(10, shocks: [Heat], parameters: keen, levers: [(Lever.CoolRoomSeats, 200)]);
        without.RunDays(13);
        with.RunDays(13);
        double expected = HeatHazard.Probability(false, false, false, false, false, keen);
        double cooled = HeatHazard.Probability(false, false, true, true, false, keen);
        Assert.InRange(without[Metric.HeatHazardPpb] / (1000 * expected * 1e9), .97, 1.0001);
        Assert.InRange(
            with[Metric.HeatHazardPpb] * expected / (cooled * without[Metric.HeatHazardPpb]), .999, 1.1);
    }
}
