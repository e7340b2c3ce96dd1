namespace Jinlin.Planner.Statistics;

/// <summary>What a list of pairs allows to be said.</summary>
public enum PairState
{
    /// <summary>Fewer than two pairs: there is no interval.</summary>
    Undetermined,

    /// <summary>Both worlds have the same value under every seed.</summary>
    Identical,

    /// <summary>The worlds differ by one and the same amount under every seed, as a price does.</summary>
    Constant,

    /// <summary>The differences vary: mean and interval are estimates.</summary>
    Estimated,

    /// <summary>Some pair has a value beyond the horizon: the median is known, a mean is not.</summary>
    Censored,
}
