using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.Tests.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class HubPopulationTests
{
    private const int Days = 16;

    /// <summary>
    /// Saved and loaded at any quarter-hour, the city's services and the hubs go on as if nothing had happened.
    /// </summary>
    [Fact]
    public void Hub_and_city_go_on_from_a_snapshot()
    {
        using Town whole = Villages.Open(Villages.Scene("all"));
        whole.Advance(new Day(Days).Start);
        UInt128 city = whole.Neighborhoods[3].Digest(), hub = whole.Neighborhoods[4].Digest();
        Gen.Int[1, (Days * 96) - 1].Sample(quarter =>
        {
            using Town before = Villages.Open(Villages.Scene("all"));
            before.Advance(new Minute(quarter * Minute.QuarterHour));
            using Town after = Villages.Open(Villages.Scene("all"));
            after.Load(before.Save());
            Assert.Equal(before.Neighborhoods[4].Digest(), after.Neighborhoods[4].Digest());
            after.Advance(new Day(Days).Start);
            return after.Neighborhoods[3].Digest() == city && after.Neighborhoods[4].Digest() == hub;
        }, iter: 6, threads: 1);
        Assert.True(whole.Neighborhoods[4].SentByKind.ToArray().Sum() > 50);
    }
}
