using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class HotlineTests
{
    private static readonly ActorId Asker = new(5);
    private static readonly NeedKey Matter = new(NeedKind.Public, new Day(3), 0);

    /// <summary>A department that will not take a matter is tried after 2 and 4 searches; then the case rests.</summary>
    [Fact]
    public void A_refusing_department_is_tried_thrice_ever_later()
    {
        var wheel = new Wheel();
        var chance = new Chance(4);
        var p = new Parameters();
        var counts = new CityCounts();
        var hotline = new ActorId((uint)CitySlot.Hotline);
        var outbox = new Outbox(wheel, chance, Latencies.NearNeighbor, new ActorId(0), CitySlots.Services);
        Minute now = new Day(4).Start;
        outbox.Begin(now, hotline);
        Hotline.OnCase(new Message(now, 0, (byte)Kind.HotlineCase, Asker, 1, 0, Matter.Value, Asker.Value, 0, 0), p,
            counts, outbox);
        int search = PublicMatter.RouteMinutes(chance, Asker, Matter, 0, p);
        for (int tried = 0; tried < 3; tried++)
        {
            Message routed = Assert.Single(wheel.ToArray());
            wheel.Clear(null);
            Assert.Equal((Kind.CaseRouted, search << tried), ((Kind)routed.Kind, routed.Due - now));
            now = routed.Due + 1;
            outbox.Begin(now, hotline);
            Hotline.OnDone(
                new Message(now, 0, (byte)Kind.DepartmentDone, routed.Sender, 1, 0, routed.A, routed.B, routed.C, 0), p,
                counts, outbox);
        }
        Assert.Empty(wheel.ToArray());
        Assert.Equal((1, 0), (counts.HotlineResting, counts.HotlineResolved));
    }
}
