using System.Globalization;
using System.Text;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Sweeps;

/// <summary>
/// What a sweep has finished: a line for each run, appended at once, so that a sweep that is killed goes on from there.
/// A line is known by the hash of its run's inputs; a torn last one counts as missing. Safe for many threads.
/// </summary>
public sealed class SweepJournal : IDisposable
{
    public const string FileName = "sweep.journal";

    private const string Format = "jinlin-sweep/1", Failed = "failed";

    private readonly Dictionary<string, string[]> _known = [];
    private readonly Lock _lock = new();
    private readonly StreamWriter _file;

    private SweepJournal(StreamWriter file) => _file = file;

    /// <summary>Goes on with the journal of a folder, or begins one where its outcomes or engine are others.</summary>
    /// <exception cref="InputException">The folder cannot be written, or another sweep is at work in it.</exception>
    public static SweepJournal Open(string folder, IReadOnlyList<Measure> outcomes)
    {
        string path = Path.Combine(folder, FileName);
        string header = string.Join('\t', [Format, RunInputs.EngineVersion, .. outcomes.Select(o => o.Name)]);
        try
        {
            Directory.CreateDirectory(folder);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var lines = new List<string>();
            using (var reader = new StreamReader(file, Encoding.UTF8, false, 1 << 16, leaveOpen: true))
            {
                string text = reader.ReadToEnd();
                lines.AddRange(text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
            }
            bool goesOn = lines.Count > 0 && lines[0] == header;
            file.SetLength(goesOn ? lines.Sum(l => Encoding.UTF8.GetByteCount(l) + 1L) : 0);
            file.Seek(0, SeekOrigin.End);
            var journal = new SweepJournal(new StreamWriter(file) { AutoFlush = true, NewLine = "\n" });
            if (!goesOn) journal._file.WriteLine(header);
            foreach (string[] fields in lines.Skip(1).Where(_ => goesOn).Select(l => l.Split('\t')))
                if (fields.Length == outcomes.Count + 1 || fields[^1] == Failed) journal._known[fields[0]] = fields[1..];
            return journal;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError(folder, 0, SafeText.Quoted(e.Message), Words.WritableFolder));
        }
    }

    /// <summary>How many runs it knows.</summary>
    public int Count => _known.Count;

    /// <summary>Whether a run is finished, and its outcomes; null where the model failed.</summary>
    public bool TryFind(ReplicationKey key, out double[]? outcomes)
    {
        outcomes = null;
        lock (_lock)
        {
            if (!_known.TryGetValue(key.Text, out string[]? fields)) return false;
            if (fields[^1] != Failed)
                outcomes = [.. fields.Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
            return true;
        }
    }

    /// <summary>Adds a finished run.</summary>
    /// <param name="outcomes">Null where the model failed.</param>
    public void Add(ReplicationKey key, IReadOnlyList<double>? outcomes)
    {
        string[] fields = outcomes is null
            ? [Failed]
            : [.. outcomes.Select(o => o.ToString("R", CultureInfo.InvariantCulture))];
        lock (_lock)
        {
            _known[key.Text] = fields;
            _file.WriteLine(string.Join('\t', [key.Text, .. fields]));
        }
    }

    public void Dispose() => _file.Dispose();
}
