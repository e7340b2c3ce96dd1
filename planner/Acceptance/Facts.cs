namespace Jinlin.Planner.Acceptance;

/// <summary>What one seed's worlds say, by name; claims read it over all seeds.</summary>
internal sealed class Facts
{
    private readonly Dictionary<string, double> _values = [];

    /// <summary>NaN where the seed says nothing.</summary>
    public double this[string name]
    {
        get => _values.GetValueOrDefault(name, double.NaN);
        set => _values[name] = value;
    }
}

/// <summary>A family of claims: what it reads of a seed's worlds, and what it concludes over all seeds.</summary>
internal interface IClaimFamily
{
    IReadOnlyList<int> Numbers { get; }

    void Read(SeedWorlds worlds, Facts facts);

    IEnumerable<Claim> Judge(IReadOnlyList<Facts> seeds);
}
