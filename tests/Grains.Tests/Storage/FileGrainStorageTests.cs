using Jinlin.Grains.Runs;
using Jinlin.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace Jinlin.Grains.Tests.Storage;

public sealed class FileGrainStorageTests : IDisposable
{
    private static readonly GrainId Grain = GrainId.Create("run", "a/b 近邻");
    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();

    public void Dispose()
    {
        _folder.Dispose();
        _services.Dispose();
    }

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
        Assert.Null(second.ETag);
        Assert.Empty(second.State.Runs);
    }

    /// <summary>A state that was cleared and written anew is another one, whatever its count of writes.</summary>
    [Fact]
    public async Task Who_knows_a_state_from_before_it_was_cleared_is_refused()
    {
        GrainState<RunIndex> old = new(new RunIndex()), current = new(new RunIndex());
        await Store().WriteStateAsync("index", Grain, old);
        await Store().ReadStateAsync("index", Grain, current);
        await Store().ClearStateAsync("index", Grain, current);
        await Store().WriteStateAsync("index", Grain, current);
        await Assert.ThrowsAsync<InconsistentStateException>(() => Store().WriteStateAsync("index", Grain, old));
    }

    [Fact]
    public async Task A_file_that_is_cut_short_or_of_another_version_is_refused()
    {
        GrainState<RunIndex> state = new(new RunIndex());
        await Store().WriteStateAsync("index", Grain, state);
        string file = Directory.GetFiles(_folder.Path, "*.state").Single();
        byte[] whole = await File.ReadAllBytesAsync(file);
        for (int length = 0; length < 24; length++)
        {
            await File.WriteAllBytesAsync(file, whole[..length]);
            await Assert.ThrowsAsync<InvalidDataException>(() => Store().ReadStateAsync("index", Grain, state));
        }
        whole[4] = 2;
        await File.WriteAllBytesAsync(file, whole);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Store().ReadStateAsync("index", Grain, state));
        Assert.Contains("version 2", refused.Message);
    }

    [Fact]
    public async Task Of_two_that_write_the_first_time_one_is_refused()
    {
        GrainState<RunIndex> first = new(new RunIndex()), second = new(new RunIndex());
        await Store().WriteStateAsync("index", Grain, first);
        await Assert.ThrowsAsync<InconsistentStateException>(() => Store().WriteStateAsync("index", Grain, second));
    }

    private FileGrainStorage Store() => new(
        _services.GetRequiredService<Serializer>(), _services.GetRequiredService<IActivatorProvider>(), _folder.Path);
}
