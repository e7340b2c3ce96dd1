using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>One estate of 1,400 for 180 days of burn-in and a year, under the given levers.</summary>
internal sealed class EstateYear
{
    public const int BurnIn = 180, Year = 365;

    private EstateYear(NearNeighborModel model, IndicatorSeries series, EstatePopulation estate, UInt128 digest)
    {
        Model = model;
        Series = series;
        Estate = estate;
        Digest = digest;
    }

    public NearNeighborModel Model { get; }

    public IndicatorSeries Series { get; }

    /// <summary>As it is at the end.</summary>
    public EstatePopulation Estate { get; }

    public UInt128 Digest { get; }

    public required long[] SentByKind { get; init; }

    /// <summary>Residents at the start of the year.</summary>
    public required ResidentReading[] AtStart { get; init; }

    /// <summary>The year's records, if asked for.</summary>
    public required IReadOnlyList<Record> Records { get; init; }

    public static Scenario Scenario(TownPlan town, IReadOnlyDictionary<Lever, double>? set, bool inBurnIn, int burnIn)
    {
        PolicyPlan[] plans = set is null ? []
            : [new PolicyPlan("levers", [new PolicyStep { Set = set, Place = new Place.City() }])];
        return new Scenario
        {
            Name = "acceptance",
            Town = town,
            Calendar = new Calendar(new DateOnly(2024, 1, 1), burnIn, Holidays.Table),
            BurnInDays = burnIn,
            HorizonDays = Year,
            StatusQuo = inBurnIn ? plans.FirstOrDefault() : null,
            Policies = inBurnIn ? [] : plans,
        };
    }

    public static EstateYear Run(
        ulong seed, TownPlan plan, IReadOnlyDictionary<Lever, double>? set, bool inBurnIn = false,
        bool records = false, bool verify = false, int threads = 1)
    {
        var model = new NearNeighborModel(Scenario(plan, set, inBurnIn, BurnIn), seed);
        using var town = new Town(model, threads) { VerifyInvariants = verify };
        var series = new IndicatorSeries(BurnIn);
        town.DayEnded = (_, integers) => series.Add(integers.Span);
        var estate = (EstatePopulation)town.Neighborhoods[0].Population;
        town.Advance(new Day(BurnIn).Start);
        ResidentReading[] atStart = [.. estate.ReadResidents()];
        town.Neighborhoods[0].Recording = records;
        var lines = new List<Record>();
        for (int day = BurnIn + 1; day <= BurnIn + Year; day++)
        {
            town.Advance(new Day(day).Start);
            if (records) town.Neighborhoods[0].DrainRecords(lines);
        }
        return new EstateYear(model, series, estate, town.Digest())
        {
            SentByKind = town.Neighborhoods[0].SentByKind.ToArray(),
            AtStart = atStart,
            Records = lines,
        };
    }

    /// <summary>An indicator over the year.</summary>
    public double this[string indicator, int group = 0] => Series.Course(IndicatorList.Find(indicator)!, group);

    public double OnDay(string indicator, int day) => Series.On(IndicatorList.Find(indicator)!, new Day(day));

    /// <summary>The year's window of the daily integers.</summary>
    public IndicatorWindow Window => new(Series[new Day(BurnIn - 1)], Series[new Day(BurnIn + Year - 1)], Year);
}
