using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Planner.Runs;

/// <summary>What became of a need.</summary>
public enum Outcome : byte
{
    /// <summary>Neither helped nor lapsed when the run ended.</summary>
    Open,
    OnTime,
    Late,
    Lapsed,
}

/// <summary>One need from its rise to its end; the minutes count from the run's start, −1: never.</summary>
public record struct NeedRow(
    ActorId Asker, NeedKey Key, Groups Groups, int Arose, int Asked, int FirstHelp, int Closed, Outcome Outcome,
    HelpSource? Source, Channels Channels);

/// <summary>
/// The needs of a run as a table, put together from its records. Needs that arose before recording began are left
/// out.
/// </summary>
public sealed class NeedLog
{
    private readonly List<NeedRow> _rows = [];
    private readonly Dictionary<(ActorId, NeedKey), int> _open = [];
    private readonly NeedTable _terms = new();
    private readonly Func<ActorId, Groups> _groups;

    /// <param name="groups">The groups of a resident.</param>
    public NeedLog(Func<ActorId, Groups> groups) => _groups = groups;

    /// <summary>In the order in which they arose.</summary>
    public IReadOnlyList<NeedRow> Rows => _rows;

    /// <summary>Takes the records of a day in.</summary>
    public void Add(IEnumerable<Record> records)
    {
        foreach (Record record in records) Add(record);
    }

    /// <summary>Share of the needs that were helped in which neighbors or their organizations came first.</summary>
    public double SolvedBeforeOutsideAid
    {
        get
        {
            int helped = 0, inside = 0;
            foreach (NeedRow row in _rows)
            {
                if (row.Source is not { } source) continue;
                helped++;
                if (!IsOutside(source)) inside++;
            }
            return helped == 0 ? double.NaN : (double)inside / helped;
        }
    }

    private static bool IsOutside(HelpSource source) =>
        source is HelpSource.Ambulance or HelpSource.LiftContractor or HelpSource.Department or HelpSource.Court;

    private void Add(in Record record)
    {
        var key = new NeedKey(record.A);
        if ((Event)record.Kind == Event.NeedArose)
        {
            _open[(record.Actor, key)] = _rows.Count;
            _rows.Add(new NeedRow(
                record.Actor, key, _groups(record.Actor), record.At.Value, -1, -1, -1, Outcome.Open, null,
                    Channels.None));
            return;
        }
        if (!_open.TryGetValue((record.Actor, key), out int place)) return;
        NeedRow row = _rows[place];
        switch ((Event)record.Kind)
        {
            case Event.NeedAsked or Event.Posted when row.Asked < 0:
                row.Asked = record.At.Value;
                break;
            case Event.HelpArrived when row.FirstHelp < 0:
                row.FirstHelp = record.At.Value;
                break;
            case Event.NeedResolved:
                bool onTime = record.At.Value - row.Arose <= _terms[key.Kind].DeadlineMinutes;
                row = row with
                {
                    FirstHelp = row.FirstHelp < 0 ? record.At.Value : row.FirstHelp,
                    Closed = record.At.Value,
                    Outcome = onTime ? Outcome.OnTime : Outcome.Late,
                    Source = (HelpSource)record.C,
                    Channels = (Channels)record.D,
                };
                _open.Remove((record.Actor, key));
                break;
            case Event.NeedLapsed:
                row = row with
                {
                    Closed = record.At.Value,
                    Outcome = Outcome.Lapsed,
                    Channels = (Channels)record.D,
                };
                _open.Remove((record.Actor, key));
                break;
            default:
                return;
        }
        _rows[place] = row;
    }
}
