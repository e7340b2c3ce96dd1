using Jinlin.Grains.Runs;
using Jinlin.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Storage;

namespace Jinlin.Grains.Tests.Storage;

public sealed class FileGrainStorageTests : IDisposable
{
    private static readonly GrainId Grain = GrainId.Create("run", "a/b 近邻");
    private readonly TestFolder _folder = new();
    private readonly Serializer _serializer = new ServiceCollection().AddSerializer().BuildServiceProvider()
        .GetRequiredService<Serializer>();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_state_comes_back_and_its_older_writer_is_refused()
    {
        GrainState<RunIndex> first = new(new RunIndex()), second = new(new RunIndex());
        await Store().ReadStateAsync("index", Grain, first);
        Assert.False(first.RecordExists);
        first.State!.Runs.Add("one");
        await Store().WriteStateAsync("index", Grain, first);
        await Store().ReadStateAsync("index", Grain, second);
        Assert.Equal(["one"], second.State!.Runs);
        second.State!.Runs.Add("two");
        await Store().WriteStateAsync("index", Grain, second);
        await Assert.ThrowsAsync<InconsistentStateException>(() => Store().WriteStateAsync("index", Grain, first));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Store().ClearStateAsync("index", Grain, first));
        await Store().ReadStateAsync("index", Grain, first);
        Assert.Equal(["one", "two"], first.State.Runs);
        await Store().ClearStateAsync("index", Grain, first);
        await Store().ReadStateAsync("index", Grain, second);
        Assert.False(second.RecordExists);
    }

    [Fact]
    public async Task Of_two_that_write_the_first_time_one_is_refused()
    {
        GrainState<RunIndex> first = new(new RunIndex()), second = new(new RunIndex());
        await Store().WriteStateAsync("index", Grain, first);
        await Assert.ThrowsAsync<InconsistentStateException>(() => Store().WriteStateAsync("index", Grain, second));
    }

    private FileGrainStorage Store() => new(_serializer, _folder.Path);
}
