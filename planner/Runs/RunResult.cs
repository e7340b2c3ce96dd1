using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.World;

namespace Jinlin.Planner.Runs;

/// <summary>How many messages of one kind were sent.</summary>
public readonly record struct MessageCount(string Kind, long Sent);

/// <summary>One estate at the end of a run.</summary>
/// <param name="Place">Index of the estate in the town plan.</param>
/// <param name="OnTimeRate">The indicator of that name over the course, of this estate alone.</param>
public readonly record struct EstateOutcome(int Place, int Residents, double OnTimeRate, double Acquaintance);

/// <summary>What the machine did for it; differs from run to run and enters no report.</summary>
public readonly record struct RunEffort(double WallSeconds, double CpuSeconds, long PeakBytes);

/// <summary>What carried a run; changes no digest and enters no report.</summary>
/// <param name="Silos">That had partitions of it.</param>
/// <param name="ActivatedActors">That lived in grains of their own.</param>
/// <param name="GrainCalls">Between coordinator, partitions and those actors.</param>
public readonly record struct RunCarrier(int Silos, int Partitions, int ActivatedActors, long GrainCalls);

/// <summary>A run that has ended, or was stopped at a midnight.</summary>
public sealed record RunResult
{
    public required RunInputs Inputs { get; init; }

    public required IndicatorSeries Series { get; init; }

    /// <summary>Null where needs were not recorded.</summary>
    public required NeedLog? Needs { get; init; }

    /// <summary>Residents of the estates whose needs are listed in <see cref="Needs"/>; 0 where it is null.</summary>
    public required int RecordedResidents { get; init; }

    public required IReadOnlyList<(NeighborhoodId Neighborhood, OrganizationReading Organization)> Organizations
    {
        get;
        init;
    }

    /// <summary>A sample: all ties of every n-th resident.</summary>
    public required IReadOnlyList<TieReading> Ties { get; init; }

    public required IReadOnlyList<EstateOutcome> Estates { get; init; }

    public required UInt128 Digest { get; init; }

    public required int Residents { get; init; }

    /// <summary>Estates and services of the city.</summary>
    public required int Neighborhoods { get; init; }

    public required IReadOnlyList<MessageCount> Messages { get; init; }

    public required RunEffort Effort { get; init; }

    /// <summary>Null for a run on plain threads.</summary>
    public RunCarrier? Carrier { get; init; }

    /// <summary>False if it was stopped before the horizon's end.</summary>
    public required bool Complete { get; init; }

    /// <summary>Days simulated, burn-in included.</summary>
    public int Days => Series.Days;

    public long MessagesSent => Messages.Sum(m => m.Sent);

    /// <summary>As 32 hexadecimal digits.</summary>
    public string DigestText => Digest.ToString("x32");
}
