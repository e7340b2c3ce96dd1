using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Tests.Runs;

/// <summary>A result made up by hand: reports and folders are about writing, not about simulating.</summary>
internal static class MadeRun
{
    public const int BurnIn = 10;

    public static RunResult Of(
        string name = "estate", ulong seed = 7, int days = 60, string estate = "A",
        Provenance provenance = Provenance.Synthetic, double onTime = .5,
        int recorded = 100)
    {
        var scenario = new Scenario
        {
            Name = name,
            Town = new TownPlan
            {
                Name = $"Town of {name}",
                Provenance = provenance,
                CensusYear = 2020,
                Districts = ["D"],
                Estates =
                [
                    new EstatePlan { Name = estate, Population = 60, Households = 25, Buildings = 2, Over60 = 12 },
                    new EstatePlan { Name = "B", Population = 40, Households = 20, Buildings = 1, Over60 = 9,
                        X = 900, Y = 500 },
                ],
            },
            Calendar = new Calendar(new DateOnly(2024, 3, 1), BurnIn, []),
            BurnInDays = BurnIn,
            HorizonDays = days - BurnIn,
        };
        var series = new IndicatorSeries(BurnIn);
        var integers = new long[IndicatorCatalog.Count];
        for (int d = 0; d < days; d++)
        {
            for (int g = 0; g < Tally.GroupCount; g++)
            {
                integers[IndicatorCatalog.Of(GroupSum.Residents, g)] = g == 0 ? 100 : g == 1 ? 3 : 10 * g;
                integers[IndicatorCatalog.Need(NeedKind.Errand, g, NeedCount.Due)] = 100 * d;
                integers[IndicatorCatalog.Need(NeedKind.Errand, g, NeedCount.MetOnTime)] = (long)(100 * d * onTime);
            }
            series.Add(integers);
        }
        var needs = new NeedLog(_ => Groups.Migrant);
        var key = new NeedKey(NeedKind.Errand, new Day(12), 0);
        needs.Add(
        [
            new Model.Engine.Record(new Day(12).At(9), new ActorId(3), (ushort)Event.NeedArose, 0, key.Value, 0, 0, 0),
            new Model.Engine.Record(new Day(12).At(10), new ActorId(3), (ushort)Event.NeedAsked, 0, key.Value, 0, 0, 0),
            new Model.Engine.Record(
                new Day(12).At(11), new ActorId(3), (ushort)Event.NeedResolved, 0, key.Value, 0, (uint)HelpSource.Tie,
                (uint)(Channels.Tie | Channels.Chat)),
        ]);
        return new RunResult
        {
            Inputs = new RunInputs
            {
                Scenario = scenario,
                Seed = seed,
                Command = $"jinlin run {name}.yaml --seed {seed}",
                Files = [HashedFile.Of($"{name}.yaml", "town: x"u8)],
            },
            Series = series,
            Needs = needs,
            RecordedResidents = recorded,
            Organizations =
            [
                (new NeighborhoodId(0), new OrganizationReading(
                    OrganizationSlot.HelpGroup, new OrganizationId(99), 11, 5, 600, 1, 2)),
            ],
            Ties = [new TieReading(new ResidentId(3), new ResidentId(4), .25)],
            Estates = [new EstateOutcome(0, 60, onTime, .2), new EstateOutcome(1, 40, double.NaN, .3)],
            Digest = 0xABCDEF,
            Residents = 100,
            Neighborhoods = 3,
            Messages = [new MessageCount("Ask", 1000), new MessageCount("Meet", 20)],
            Effort = new RunEffort(1.5, 2.5, 1 << 20),
            Complete = true,
        };
    }
}
