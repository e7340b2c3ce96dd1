using Jinlin.Planner.Experiments;
using Jinlin.Planner.Hosting;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Hosting;

public sealed class SharedForksTests
{
    private readonly SharedForks _forks = new();
    private int _runs;

    [Fact]
    public void Worlds_of_a_seed_share_one_burn_in_until_nobody_asks_again()
    {
        SeedFork first = Of("a", 1);
        Assert.Same(first, Of("a", 1));
        Assert.NotSame(first, Of("b", 1));
        Assert.Equal(2, _runs);
        _forks.Forget(first);
        Assert.NotSame(first, Of("a", 1));
    }

    [Fact]
    public void Only_as_many_seeds_as_threads_are_held()
    {
        SeedFork first = Of("a", 1);
        Of("a", 2);
        Of("a", 3);
        Assert.NotSame(first, Of("a", 1));
    }

    [Fact]
    public void A_burn_in_that_was_stopped_is_run_again()
    {
        Assert.Throws<OperationCanceledException>(
            () => _forks.Of("a", 1, 2, () => throw new OperationCanceledException()));
        Assert.NotNull(Of("a", 1));
    }

    private SeedFork Of(string scenario, ulong seed) => _forks.Of(scenario, seed, 2, () =>
    {
        _runs++;
        return SeedFork.Run(Villages.Scenario(days: 1) with { BurnInDays = 1 }, seed, 1);
    });
}
