using Jinlin.Grains.Partitions;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Orleans.Serialization.Invocation;

namespace Jinlin.Grains.Tests.Runs;

/// <summary>What a network may do to messages between partitions changes nothing.</summary>
public class DeliveryTests
{
    private static readonly RunDefinition Twelve = BazaarSource.Define(days: 12) with { Partitions = 5, GrantMinutes = 60 };

    [Theory]
    [InlineData(Trouble.Twice)]
    [InlineData(Trouble.TwiceAndLater)]
    [InlineData(Trouble.Late)]
    [InlineData(Trouble.Reordered)]
    public async Task A_batch_that_comes_twice_late_or_out_of_order_is_taken_once(Trouble trouble)
    {
        var network = new Network(trouble);
        await using RunCluster cluster = await RunCluster.Start(2, silo => silo.AddIncomingGrainCallFilter(network));
        network.Grains = cluster.Silos.Client;
        RunOutcome outcome = (await cluster.Complete(Twelve)).Outcome;
        Assert.True(network.Troubled > 20, $"only {network.Troubled} batches were disturbed");
        Assert.Equal(BazaarSource.Expected(Twelve), outcome.Digest);
    }

    [Fact]
    public async Task A_slow_silo_holds_the_others_up_and_nothing_else()
    {
        var network = new Network(Trouble.SlowSilo);
        await using RunCluster cluster = await RunCluster.Start(3, silo => silo.AddIncomingGrainCallFilter(network));
        network.Slow = cluster.Silos.Silos[1].SiloAddress;
        (RunStatus status, RunOutcome outcome) = await cluster.Complete(Twelve);
        Assert.True(network.Troubled > 20, $"only {network.Troubled} calls were slow");
        Assert.Equal(0, status.Recoveries);
        Assert.Equal(BazaarSource.Expected(Twelve), outcome.Digest);
    }

    [Fact]
    public async Task Two_partitions_that_write_to_each_other_at_once_do_not_wait_for_each_other()
    {
        var crossing = new Crossing();
        await using RunCluster cluster = await RunCluster.Start(2, silo => silo.AddIncomingGrainCallFilter(crossing));
        RunDefinition two = Twelve with { Partitions = 2 };
        RunOutcome outcome = (await cluster.Complete(two)).Outcome;
        Assert.True(crossing.Met, "no two batches crossed");
        Assert.Equal(BazaarSource.Expected(two), outcome.Digest);
    }

    public enum Trouble
    {
        Twice,
        TwiceAndLater,
        Late,
        Reordered,
        SlowSilo,
    }

    private sealed class Network(Trouble trouble) : IIncomingGrainCallFilter
    {
        private static readonly Chance Chance = new(20);
        private int _calls;
        private int _troubled;

        public int Troubled => _troubled;

        public IGrainFactory? Grains { get; set; }

        public SiloAddress? Slow { get; set; }

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            int call = Interlocked.Increment(ref _calls);
            if (trouble == Trouble.SlowSilo)
            {
                if (context.Grain is PartitionGrain && context.TargetContext.Address.SiloAddress!.Equals(Slow))
                {
                    Interlocked.Increment(ref _troubled);
                    await Task.Delay(20);
                }
                await context.Invoke();
                return;
            }
            if (context.Grain is not IPartitionGrain target || context.MethodName != nameof(IPartitionGrain.Deliver))
            {
                await context.Invoke();
                return;
            }
            Interlocked.Increment(ref _troubled);
            var batch = (Batch)context.Request.GetArgument(0)!;
            int milliseconds = 1 + (int)(30 * Chance.Uniform((uint)call, 0, 1));
            string key = context.TargetId.Key.ToString()!;
            switch (trouble)
            {
                case Trouble.Twice:
                    await target.Deliver(batch);
                    await context.Invoke();
                    break;
                case Trouble.TwiceAndLater:
                    await context.Invoke();
                    _ = Again(key, batch, milliseconds);
                    break;
                case Trouble.Late:
                    // Acknowledged before it is there: the next grant announces what has not come.
                    context.Response = Response.Completed;
                    _ = Again(key, batch, milliseconds);
                    break;
                default:
                    await Task.Delay(milliseconds);
                    await context.Invoke();
                    break;
            }
        }

        private async Task Again(string key, Batch batch, int milliseconds)
        {
            await Task.Delay(milliseconds);
            try
            {
                await Grains!.GetGrain<IPartitionGrain>(key).Deliver(batch);
            }
            catch (Exception gone) when (gone is PartitionLostException or OrleansException)
            {
                // The run has ended meanwhile.
            }
        }
    }

    /// <summary>Holds a batch from 0 to 1 until one from 1 to 0 has come too.</summary>
    private sealed class Crossing : IIncomingGrainCallFilter
    {
        private readonly TaskCompletionSource[] _came =
        [
            new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously),
        ];

        public bool Met => _came[0].Task.IsCompleted && _came[1].Task.IsCompleted;

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            if (context.Grain is PartitionGrain && context.MethodName == nameof(IPartitionGrain.Deliver))
            {
                int from = ((Batch)context.Request.GetArgument(0)!).Id.From;
                _came[from].TrySetResult();
                await _came[1 - from].Task;
            }
            await context.Invoke();
        }
    }
}
