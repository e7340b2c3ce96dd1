using BenchmarkDotNet.Attributes;
using Jinlin.Model.Engine;

namespace Jinlin.Benchmarks;

/// <summary>
/// The engine alone, under micro-aid: time and allocation per simulated day of one hot estate. A resident handles
/// 57 messages a day (28.8 asks, nearly as many answers), so a day of 1,400 is about 80,000 messages.
/// </summary>
[MemoryDiagnoser]
public class HotEstateDay
{
    private const int Residents = 1400;
    private Town _town = null!;

    [GlobalSetup]
    public void Start()
    {
        _town = new Town(new MicroAid(Residents, Residents, seed: 1), threads: 1);
        // The pools reach their steady size.
        _town.Advance(new Day(5).Start);
    }

    [GlobalCleanup]
    public void Stop() => _town.Dispose();

    [Benchmark]
    public void Day() => _town.Advance(_town.Clock.NextMidnight);
}

/// <summary>What a keyed draw costs: alone, in a row of one purpose, and down a column of residents.</summary>
public class Draws
{
    private const int Count = 1024;
    private readonly uint[] _x = new uint[Count], _y = new uint[Count], _z = new uint[Count], _w = new uint[Count];
    private readonly Chance _chance = new(1);

    [Benchmark(OperationsPerInvoke = Count)]
    public uint One_by_one()
    {
        uint sum = 0;
        for (uint i = 0; i < Count; i++) sum += _chance.Bits(1, 2, 3, i);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void A_roster() => _chance.Fill(1, 2, 3, _x);

    [Benchmark(OperationsPerInvoke = 4 * Count)]
    public void A_column() => _chance.FillEntities(1, 2, 3, 0, _x, _y, _z, _w);
}
