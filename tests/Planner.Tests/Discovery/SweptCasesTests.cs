using Jinlin.Planner.Discovery;
using Jinlin.Planner.Input;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Tests.Sweeps;

namespace Jinlin.Planner.Tests.Discovery;

public sealed class SweptCasesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-cases-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_case_is_a_point_with_the_means_over_its_seeds()
    {
        SweepPlan plan = MadeSweep.Plan();
        Sweep sweep = MadeSweep.Run(plan, _root.FullName);

        SweptCases cases = SweptCases.Read(_root.FullName);

        Assert.Equal(["none", "mutual-help"], cases.Policies);
        Assert.Equal(["ask-chat", "respond-routine"], cases.Conditions.Select(c => c.Name));
        Assert.Equal([.. Enumerable.Range(0, 4).Select(p => plan.Values(p)[1])], cases.Conditions[1].Values);
        Assert.Equal(
            (sweep.Outcomes(2, 0, 1)![1] + sweep.Outcomes(2, 1, 1)![1]) / 2,
            cases.Means("mutual-help", "needs-arisen")[2], 12);
    }

    [Fact]
    public void A_table_that_somebody_changed_is_refused()
    {
        MadeSweep.Run(MadeSweep.Plan(points: 2, seeds: 1), _root.FullName);
        File.AppendAllText(Path.Combine(_root.FullName, SweepFolder.Table), "\n");

        Assert.Contains(SweepFolder.Table, Assert.Single(
            Assert.Throws<InputException>(() => SweptCases.Read(_root.FullName)).Errors).File);
    }

    [Fact]
    public void Another_folder_is_refused() =>
        Assert.Throws<InputException>(() => SweptCases.Read(_root.FullName));
}
