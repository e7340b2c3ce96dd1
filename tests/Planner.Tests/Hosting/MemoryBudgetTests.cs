using Jinlin.Planner.Hosting;

namespace Jinlin.Planner.Tests.Hosting;

public sealed class MemoryBudgetTests
{
    private readonly MemoryBudget _budget = new();

    [Fact]
    public void Small_towns_have_one_thread_each_a_town_that_fills_memory_has_them_all()
    {
        using (MemoryBudget.Share small = _budget.Take(1_400, 4, default)) Assert.Equal(1, small.Threads);
        using MemoryBudget.Share large = _budget.Take(1_000_000_000_000, 4, default);
        Assert.Equal(4, large.Threads);
    }

    [Fact]
    public async Task What_does_not_fit_waits_until_there_is_room_or_it_is_stopped()
    {
        MemoryBudget.Share first = _budget.Take(1_000_000_000_000, 2, default);
        Task<MemoryBudget.Share> second = Task.Run(() => _budget.Take(1_000_000_000_000, 2, default));
        using var stop = new CancellationTokenSource();
        Task third = Task.Run(() => _budget.Take(1_000_000_000_000, 2, stop.Token));
        stop.Cancel();
        await Assert.ThrowsAsync<OperationCanceledException>(() => third);
        Assert.False(second.IsCompleted);
        first.Dispose();
        Assert.Equal(2, (await second).Threads);
    }
}
