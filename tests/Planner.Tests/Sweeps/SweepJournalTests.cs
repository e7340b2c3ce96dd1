using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Sweeps;

namespace Jinlin.Planner.Tests.Sweeps;

public sealed class SweepJournalTests : IDisposable
{
    private static readonly Measure[] Two = [new("on-time-rate"), Measure.Cost];
    private static readonly ReplicationKey A = new("aa"), B = new("bb");

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-journal-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void What_was_added_is_found_again_to_the_bit()
    {
        using (SweepJournal journal = SweepJournal.Open(_root.FullName, Two))
        {
            journal.Add(A, [.1 + .2, double.NaN]);
            journal.Add(B, null);
        }

        using SweepJournal again = SweepJournal.Open(_root.FullName, Two);
        Assert.True(again.TryFind(A, out double[]? outcomes));
        Assert.Equal([.1 + .2, double.NaN], outcomes!);
        Assert.True(again.TryFind(B, out outcomes));
        Assert.Null(outcomes);
        Assert.False(again.TryFind(new("cc"), out _));
    }

    [Fact]
    public void Other_outcomes_begin_anew()
    {
        using (SweepJournal journal = SweepJournal.Open(_root.FullName, Two)) journal.Add(A, [1, 2]);

        using SweepJournal other = SweepJournal.Open(_root.FullName, [Measure.Cost]);
        Assert.Equal(0, other.Count);
    }

    [Fact]
    public void Two_sweeps_cannot_write_one_folder()
    {
        using SweepJournal journal = SweepJournal.Open(_root.FullName, Two);

        Assert.Throws<InputException>(() => SweepJournal.Open(_root.FullName, Two));
    }
}
