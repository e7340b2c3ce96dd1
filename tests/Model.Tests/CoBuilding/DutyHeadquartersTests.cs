using CsCheck;
using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class DutyHeadquartersTests
{
    /// <summary>Law 2: the total is never exceeded; in the long run every desk gets its share.</summary>
    [Fact]
    public void Shares_never_exceed_the_total() =>
        Gen.Select(Gen.Int[100, 9000].Array[1, 40], Gen.Double[0.05, 1], Gen.ULong).Sample((populations, rate, seed) =>
        {
            var headquarters = new DutyHeadquarters(populations, rate);
            int[] weeks = [.. Enumerable.Range(0, 20).Select(w => Enumerable.Range(0, populations.Length)
                .Sum(e => headquarters.Share(e, w, new ActorId(9), new Chance(seed))))];
            return weeks.All(total => total >= 0 && total <= headquarters.RunsPerWeek);
        });

    [Fact]
    public void Every_desk_gets_its_share_in_the_long_run()
    {
        int[] populations = [700, 1400, 4000, 250];
        var headquarters = new DutyHeadquarters(populations, 0.2);
        for (int e = 0; e < populations.Length; e++)
        {
            double mean = Enumerable.Range(0, 20_000)
                .Average(w => headquarters.Share(e, w, new ActorId(9), new Chance(5)));
            Assert.Equal(populations[e] * 0.0002, mean, 0.015);
        }
    }

    /// <summary>Uniform from 5 to 30 minutes; the first on site is there within half an hour.</summary>
    [Fact]
    public void The_officer_is_there_within_half_an_hour()
    {
        int[] minutes = [.. Enumerable.Range(0, 1000).Select(i => DutyDesk.ResponseMinutes((i + 0.5) / 1000, 2))];
        Assert.Equal(5, minutes[0]);
        Assert.Equal(30, minutes[^1]);
    }

    /// <summary>What headquarters gave is what the desk may draw; the next emergency goes another way.</summary>
    [Fact]
    public void A_desk_draws_no_more_than_its_runs()
    {
        using var town = new CoTown(residents: 1200, levers: [(Lever.Whistle, 1), (Lever.EmergencyDeadline, 0.5)],
            parameters: new Parameters { DutyRunsPerThousandWeek = 2 });
        town.RunDays(3);
        for (int i = 0; i < 10; i++)
            town.Order(OrganizationSlot.DutyDesk, i, new NeedKey(NeedKind.Public, new Day(3), i % 8));
        town.RunDays(2);
        long runs = town.City.Counts.DutyRunsGiven;
        Assert.InRange(runs, 2, 3);
        Assert.Equal(runs, town.City.Counts.DutyRunsUsed);
        Assert.Equal(10 - runs, town.Sent(Kind.OrderRefused));
    }
}
