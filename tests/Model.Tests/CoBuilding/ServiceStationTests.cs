using CsCheck;
using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class ServiceStationTests
{
    private const int Estates = 10, Standing = 3;
    private static readonly ActorId[] First =
        [.. Enumerable.Range(0, Estates + 2).Select(e => new ActorId(1100u * (uint)e))];

    [Fact]
    public void A_desk_that_refused_gets_a_run_from_the_reserve()
    {
        (ServiceStation station, Outbox outbox) = Make();
        Assert.Equal(3, station.Reserve);
        station.OnQuotaUsed(Report(4, Standing, 1), new TownAddresses(First), outbox);
        Envelope mail = Assert.Single(outbox.Outbound);
        Assert.Equal(Standing + 1u, mail.Message.B);
        Assert.Equal(2, station.Reserve);
        // It needs less than half of what it has: the run goes back.
        station.OnQuotaUsed(Report(4, 1, 0), new TownAddresses(First), outbox);
        Assert.Equal((uint)Standing, outbox.Outbound[1].Message.B);
        Assert.Equal(3, station.Reserve);
    }

    /// <summary>Whatever desks report, what they may draw in all is what the station has.</summary>
    [Fact]
    public void The_total_is_never_exceeded() =>
        Gen.Select(Gen.Int[0, Estates - 1], Gen.UInt[0, 6], Gen.UInt[0, 3]).Array[0, 60].Sample(days =>
        {
            (ServiceStation station, Outbox outbox) = Make();
            foreach ((int estate, uint used, uint refused) in days)
                station.OnQuotaUsed(Report(estate, used, refused), new TownAddresses(First), outbox);
            int[] quota = [.. Enumerable.Repeat(Standing, Estates)];
            foreach (Envelope e in outbox.Outbound) quota[e.To.Value / 1100] = (int)e.Message.B;
            Assert.True(station.IsWithinCapacity);
            Assert.Equal((Standing * Estates) + 3, quota.Sum() + station.Reserve);
        });

    private static (ServiceStation Station, Outbox Outbox) Make()
    {
        var station = new ServiceStation([.. Enumerable.Repeat(1000, Estates)], new Parameters());
        var outbox = new Outbox(new Wheel(), new Chance(1), Latencies.NearNeighbor, First[^2], CitySlots.Services);
        outbox.Begin(new Minute(0), First[^2]);
        return (station, outbox);
    }

    private static Message Report(int estate, uint used, uint refused) => new(
        new Minute(0), 0, (byte)Kind.QuotaUsed, new ActorId(First[estate + 1].Value - 1), 0, 0, used, refused, 0, 0);
}
