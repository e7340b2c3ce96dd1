namespace Jinlin.Model.Indicators;

/// <summary>The chapter of a report to which an indicator belongs.</summary>
public enum Pillar
{
    /// <summary>Who gets help, how fast, and how people feel.</summary>
    Outcomes,

    /// <summary>居民与居民近邻互助.</summary>
    MutualHelp,

    /// <summary>居民与组织近邻守护.</summary>
    Guardianship,

    /// <summary>组织与组织近邻共建.</summary>
    CoBuilding,

    /// <summary>Shock and recovery.</summary>
    Resilience,

    /// <summary>What it costs.</summary>
    Cost,

    /// <summary>Counts of what happened: every metric.</summary>
    Activity,
}

/// <summary>What an indicator's number counts.</summary>
public enum IndicatorUnit
{
    /// <summary>0 to 1; shown in percent.</summary>
    Share,

    /// <summary>Difference of two shares times 100.</summary>
    Points,

    /// <summary>An index of its own scale.</summary>
    Index,
    Minutes,
    HoursPerYear,
    Count,
    PerPersonYear,
    PerThousandPersonYears,
    YuanPerPersonYear,
}

/// <summary>Which way is better, if either.</summary>
public enum Direction
{
    Neutral,
    HigherIsBetter,
    LowerIsBetter,
}

/// <summary>
/// The value over a window for a group (0: everybody). NaN: not defined, nothing to judge by. Infinity: beyond the
/// horizon.
/// </summary>
public delegate double IndicatorFormula(in IndicatorWindow window, int group);

/// <summary>One indicator: what it is called and how it is read from the daily integers.</summary>
/// <param name="Id">Name in files and on the command line, kebab-case.</param>
/// <param name="English">Label.</param>
/// <param name="Chinese">Label.</param>
/// <param name="Description">The formula in words, English.</param>
public sealed record Indicator(
    string Id, string English, string Chinese, Pillar Pillar, IndicatorUnit Unit, Direction Direction,
    string Description, IndicatorFormula Formula)
{
    /// <summary>Whether it has a value for each group; else for everybody only.</summary>
    public bool ByGroup { get; init; }

    /// <summary>It looks back so many days from the end of any longer window; 0: over the whole window.</summary>
    public int TrailingDays { get; init; }

    /// <summary>Among the few that a summary shows.</summary>
    public bool Headline { get; init; }
}
