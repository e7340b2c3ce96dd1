using System.Text.Json;
using System.Text.Json.Serialization;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;

namespace Jinlin.Planner.Runs;

/// <summary>
/// What a report needs of one replication: the value of every indicator over the course, and the curves of the
/// headline indicators at some days. Small, so that hundreds fit in memory.
/// </summary>
public sealed class RunSummary
{
    private readonly Dictionary<(string Indicator, int Group), double> _values = [];
    private readonly Dictionary<(string Indicator, int Group), double[]> _curves = [];

    /// <summary>Of consented data, cells under this are suppressed (law 8).</summary>
    public const int LeastShown = 10;

    /// <summary>About how many points a curve has.</summary>
    private const int Points = 30;

    public RunSummary(RunResult result)
    {
        Inputs = result.Inputs;
        Digest = result.DigestText;
        Residents = result.Residents;
        Neighborhoods = result.Neighborhoods;
        Days = result.Days;
        Messages = result.Messages;
        Estates = result.Estates;
        Complete = result.Complete;
        SolvedBeforeOutsideAid = result.Needs?.SolvedBeforeOutsideAid ?? double.NaN;
        RecordedResidents = result.RecordedResidents;
        IndicatorSeries series = result.Series;
        Day last = new(series.Days - 1);
        for (int g = 0; g < Tally.GroupCount; g++)
            GroupResidents[g] = series[last][IndicatorCatalog.Of(GroupSum.Residents, g)];
        int course = Math.Max(1, series.Days - series.BurnInDays);
        int step = Math.Max(1, (course + Points - 1) / Points);
        // Points lie at multiples of the step from the last day back, so that the last is the course's end.
        CurveDays = [.. Enumerable.Range(0, ((course - 1) / step) + 1).Select(i => last.Value - (i * step)).Reverse()];
        foreach (Indicator indicator in IndicatorList.All)
        {
            for (int g = 0; g < (indicator.ByGroup ? Tally.GroupCount : 1); g++)
            {
                _values[(indicator.Id, g)] = series.Course(indicator, g);
                if (!indicator.Headline && indicator.Id != "quality") continue;
                _curves[(indicator.Id, g)] = [.. CurveDays.Select(d => series.On(indicator, new Day(d), g))];
            }
        }
    }

    private RunSummary(Form form, RunInputs inputs)
    {
        Inputs = inputs;
        (Digest, Residents, Neighborhoods, Days, Complete) =
            (form.Digest, form.Residents, form.Neighborhoods, form.Days, form.Complete);
        (Messages, Estates, CurveDays) = (form.Messages, form.Estates, form.CurveDays);
        (SolvedBeforeOutsideAid, RecordedResidents) = (form.SolvedBeforeOutsideAid, form.RecordedResidents);
        form.GroupResidents.CopyTo(GroupResidents, 0);
        foreach (Cell cell in form.Cells)
        {
            _values[(cell.Indicator, cell.Group)] = cell.Value;
            if (cell.Curve is { } curve) _curves[(cell.Indicator, cell.Group)] = curve;
        }
    }

    /// <summary>As it travels from the silo that made it.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(
        new Form(
            Digest, Residents, Neighborhoods, Days, Complete, [.. Messages], [.. Estates], SolvedBeforeOutsideAid,
            RecordedResidents, GroupResidents, [.. CurveDays],
            [.. _values.Select(v => new Cell(v.Key.Indicator, v.Key.Group, v.Value, _curves.GetValueOrDefault(v.Key)))]),
        Format);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static RunSummary Read(ReadOnlySpan<byte> bytes, RunInputs inputs) =>
        new(JsonSerializer.Deserialize<Form>(bytes, Format)!, inputs);

    private static readonly JsonSerializerOptions Format = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private sealed record Form(
        string Digest, int Residents, int Neighborhoods, int Days, bool Complete, MessageCount[] Messages,
        EstateOutcome[] Estates, double SolvedBeforeOutsideAid, int RecordedResidents, long[] GroupResidents,
        int[] CurveDays, Cell[] Cells);

    private sealed record Cell(string Indicator, int Group, double Value, double[]? Curve);

    public RunInputs Inputs { get; }

    public string Digest { get; }

    public int Residents { get; }

    public int Neighborhoods { get; }

    /// <summary>Days simulated, burn-in included.</summary>
    public int Days { get; }

    public bool Complete { get; }

    public IReadOnlyList<MessageCount> Messages { get; }

    public IReadOnlyList<EstateOutcome> Estates { get; }

    /// <summary>NaN where needs were not recorded.</summary>
    public double SolvedBeforeOutsideAid { get; }

    /// <summary>Residents of the estates whose needs are listed one by one; 0 where none are.</summary>
    public int RecordedResidents { get; }

    /// <summary>Residents by group; 0 is everybody.</summary>
    public long[] GroupResidents { get; } = new long[Tally.GroupCount];

    /// <summary>The days of the curves' points, ascending, the last day of the run among them.</summary>
    public IReadOnlyList<int> CurveDays { get; }

    /// <summary>Value over the course after burn-in.</summary>
    public double this[Indicator indicator, int group = 0] => _values[(indicator.Id, group)];

    /// <summary>
    /// The value as an output may show it: in a town of consented data, groups of fewer than ten are suppressed
    /// (law 8).
    /// </summary>
    public double Shown(Indicator indicator, int group = 0) => IsSuppressed(group) ? double.NaN : this[indicator,
        group];

    /// <summary>Whether a group is too small to be shown.</summary>
    public bool IsSuppressed(int group) =>
        Inputs.Scenario.Town.Provenance == Model.World.Provenance.Consented && GroupResidents[group] < LeastShown;

    /// <summary>
    /// Values at <see cref="CurveDays"/>, over the 30 days before each, or null for what has no curve.
    /// </summary>
    public double[]? Curve(Indicator indicator, int group = 0) =>
        _curves.GetValueOrDefault((indicator.Id, group));
}
