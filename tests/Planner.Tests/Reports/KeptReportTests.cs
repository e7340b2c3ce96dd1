using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Tests.Experiments;
using Jinlin.Planner.Tests.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Tests.Reports;

public sealed class KeptReportTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-kept-");

    public void Dispose() => _root.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_report_written_again_has_the_same_bytes(bool comparison)
    {
        string folder = Write(comparison);
        Dictionary<string, byte[]> first = Contents(folder);
        Again(folder, chinese: false);
        Assert.Equal(first, Contents(folder));
        Again(folder, chinese: true);
        Assert.Contains("lang=\"zh-CN\"", File.ReadAllText(Path.Combine(folder, RunFolder.Report)));
        File.Delete(Path.Combine(folder, RunFolder.Report));
        Again(folder, chinese: false);
        Assert.Equal(first, Contents(folder));
    }

    [Theory]
    [InlineData(false, RunFolder.Report)]
    [InlineData(false, RunFolder.Database)]
    [InlineData(false, RunFolder.Summaries)]
    [InlineData(true, RunFolder.Report)]
    [InlineData(true, RunFolder.Manifest)]
    [InlineData(true, ComparisonFolder.Replications)]
    public void A_file_edited_by_hand_is_named_and_nothing_is_written(bool comparison, string name)
    {
        string folder = Write(comparison);
        File.AppendAllText(Path.Combine(folder, name), " ");
        Dictionary<string, byte[]> before = Contents(folder);
        Assert.Contains(name, Refused(folder));
        Assert.Equal(before, Contents(folder));
    }

    [Fact]
    public void What_is_no_folder_of_results_is_refused()
    {
        Assert.Contains("run or compare", Refused(Path.Combine(_root.FullName, "nowhere")));
        Assert.Contains("run or compare", Refused(_root.FullName));
        File.WriteAllText(Path.Combine(_root.FullName, RunFolder.Manifest), "{\"format\":\"other/1\"}");
        Assert.Contains("run or compare", Refused(_root.FullName));
    }

    /// <summary>Law 8: single replications of consented people stay in the program.</summary>
    [Fact]
    public void Consented_people_leave_no_replications()
    {
        string folder = ComparisonFolder.Write(Path.Combine(_root.FullName, "consented"),
            MadeComparison.Of(pairs: 4, provenance: Model.World.Provenance.Consented), false);
        Assert.False(File.Exists(Path.Combine(folder, ComparisonFolder.Replications)));
        Assert.Contains("consented", Refused(folder));
    }

    [Fact]
    public void Results_of_another_engine_are_refused()
    {
        RunResult run = MadeRun.Of();
        string text = System.Text.Encoding.UTF8.GetString(SummariesFile.Write([new RunSummary(run)]));
        byte[] other = System.Text.Encoding.UTF8.GetBytes(text.Replace(RunInputs.EngineVersion.Replace("+", "\\u002B"), "0.0.1"));
        Assert.Contains("0.0.1", Assert.Throws<InvalidDataException>(() => SummariesFile.Read(other)).Message);
    }

    private string Write(bool comparison)
    {
        Language.IsChinese = false;
        string path = Path.Combine(_root.FullName, "results");
        RunResult run = MadeRun.Of();
        return comparison
            ? ComparisonFolder.Write(path, MadeComparison.Of(pairs: 4), false)
            : RunFolder.Write(path, run, [new RunSummary(run), new RunSummary(MadeRun.Of(seed: 8))], run.Effort, false);
    }

    private static void Again(string folder, bool chinese)
    {
        Language.IsChinese = chinese;
        KeptReport.Of(folder, chinese).Write();
        Language.IsChinese = false;
    }

    private static string Refused(string folder)
    {
        Language.IsChinese = false;
        return Assert.Single(Assert.Throws<InputException>(() => KeptReport.Of(folder, false)).Errors).ToString();
    }

    private static Dictionary<string, byte[]> Contents(string folder) => Directory.EnumerateFiles(folder)
        .ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
}
