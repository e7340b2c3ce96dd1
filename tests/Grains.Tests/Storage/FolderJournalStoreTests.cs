using System.Text;
using Jinlin.Grains.Storage;

namespace Jinlin.Grains.Tests.Storage;

public sealed class FolderJournalStoreTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Entries_come_back_in_their_order()
    {
        FolderJournalStore store = Store();
        Assert.Empty(await store.OpenAsync("run", 1));
        await store.AppendAsync("run", 1, 0, [Entry(0), Entry(1)]);
        await store.AppendAsync("run", 1, 2, [Entry(2)]);
        Assert.Equal([Entry(0), Entry(1), Entry(2)], await Store().OpenAsync("run", 2));
        await store.DeleteAsync("run");
        Assert.Empty(await store.OpenAsync("run", 1));
    }

    [Fact]
    public async Task Whoever_has_been_replaced_is_refused()
    {
        FolderJournalStore old = Store(), replacing = Store();
        await old.OpenAsync("run", 1);
        await old.AppendAsync("run", 1, 0, [Entry(0)]);
        await replacing.OpenAsync("run", 2);
        await Assert.ThrowsAsync<StaleEpochException>(() => old.AppendAsync("run", 1, 1, [Entry(1)]));
        await Assert.ThrowsAsync<StaleEpochException>(() => old.OpenAsync("run", 1));
        await Assert.ThrowsAsync<StaleEpochException>(() => replacing.AppendAsync("run", 2, 0, [Entry(9)]));
        await replacing.AppendAsync("run", 2, 1, [Entry(1)]);
        Assert.Equal([Entry(0), Entry(1)], await Store().OpenAsync("run", 3));
    }

    /// <summary>The power may go at any byte: what was whole before stays, nothing half comes back.</summary>
    [Fact]
    public async Task A_torn_end_is_dropped_wherever_it_tore()
    {
        FolderJournalStore store = Store();
        await store.OpenAsync("run", 1);
        await store.AppendAsync("run", 1, 0, [Entry(0), Entry(1)]);
        string file = Path.Combine(_folder.Path, "run.journal");
        byte[] whole = await File.ReadAllBytesAsync(file);
        for (int length = 0; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(file, whole[..length]);
            int kept = (await store.OpenAsync("run", 1)).Count;
            Assert.Equal(length == whole.Length ? 2 : length >= whole.Length / 2 ? 1 : 0, kept);
            await store.AppendAsync("run", 1, kept, [Entry(7)]);
            Assert.Equal(Entry(7), (await store.OpenAsync("run", 1))[kept]);
        }
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await Store().OpenAsync("run", 1);
        var taken = new bool[40];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            FolderJournalStore store = Store();
            for (int i = 0; i < 40; i++)
            {
                try
                {
                    await store.AppendAsync("run", 1, i, [Entry(writer)]);
                    Assert.False(taken[i]);
                    taken[i] = true;
                }
                catch (StaleEpochException)
                {
                    // Somebody else has this number.
                }
            }
        })));
        Assert.Equal(taken.Count(t => t), (await Store().OpenAsync("run", 1)).Count);
        Assert.Equal(40, taken.Count(t => t));
    }

    [Theory]
    [InlineData("../run")]
    [InlineData(".hidden")]
    [InlineData("a b")]
    [InlineData("")]
    public async Task A_name_that_leaves_the_folder_is_refused(string run) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store().OpenAsync(run, 1));

    private FolderJournalStore Store() => new(_folder.Path);

    private static byte[] Entry(int number) => Encoding.UTF8.GetBytes($"entry {number}");
}
