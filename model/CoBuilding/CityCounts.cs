using Jinlin.Model.Engine;

namespace Jinlin.Model.CoBuilding;

/// <summary>What the city's services count since the start.</summary>
public sealed class CityCounts
{
    private readonly long[] _values = new long[8];

    public ref long HotlineCases => ref _values[0];

    public ref long HotlineResolved => ref _values[1];

    public ref long DutyRunsGiven => ref _values[2];

    public ref long DutyRunsUsed => ref _values[3];

    public ref long CourtCases => ref _values[4];

    /// <summary>Runs of ambulance station and lift contractor, as their desks report them.</summary>
    public ref long ServiceRuns => ref _values[5];

    /// <summary>Thanks for what departments did.</summary>
    public ref long Thanked => ref _values[6];

    /// <summary>Hotline cases that a department refused for the last time.</summary>
    public ref long HotlineResting => ref _values[7];

    public void Save(StateWriter writer) => writer.WriteSpan<long>(_values);

    public void Load(StateReader reader) => reader.ReadInto<long>(_values);
}
