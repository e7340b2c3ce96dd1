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
        string file = Path.Combine(_folder.Path, "run.journal");
        long opened = new FileInfo(file).Length;
        await store.AppendAsync("run", 1, 0, [Entry(0)]);
        long first = new FileInfo(file).Length;
        await store.AppendAsync("run", 1, 1, [Entry(1), Entry(2)]);
        byte[] whole = await File.ReadAllBytesAsync(file);
        for (int length = (int)opened; length <= whole.Length; length++)
        {
            await File.WriteAllBytesAsync(file, whole[..length]);
            int kept = (await store.OpenAsync("run", 1)).Count;
            Assert.Equal(length == whole.Length ? 3 : length >= first ? 1 : 0, kept);
            await store.AppendAsync("run", 1, kept, [Entry(7)]);
            Assert.Equal(Entry(7), (await Store().OpenAsync("run", 1))[kept]);
        }
    }

    /// <summary>What was acknowledged is not dropped in silence because a byte before it has gone bad.</summary>
    [Fact]
    public async Task Damage_before_the_end_is_refused_wherever_it_is()
    {
        await Store().OpenAsync("run", 1);
        string file = Path.Combine(_folder.Path, "run.journal");
        int begin = (int)new FileInfo(file).Length;
        await Store().AppendAsync("run", 1, 0, [Entry(0)]);
        int end = (int)new FileInfo(file).Length;
        await Store().AppendAsync("run", 1, 1, [Entry(1)]);
        byte[] whole = await File.ReadAllBytesAsync(file);
        for (int at = begin; at < end; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            await File.WriteAllBytesAsync(file, damaged);
            var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Store().OpenAsync("run", 2));
            Assert.Contains($"damaged at byte {begin}", refused.Message);
        }
    }

    [Fact]
    public async Task An_entry_that_looks_like_a_journal_is_an_entry()
    {
        FolderJournalStore store = Store();
        await store.OpenAsync("run", 1);
        await store.AppendAsync("run", 1, 0, [Entry(0)]);
        string file = Path.Combine(_folder.Path, "run.journal");
        byte[] journal = await File.ReadAllBytesAsync(file);
        await store.OpenAsync("other", 1);
        await store.AppendAsync("other", 1, 0, [journal]);
        string other = Path.Combine(_folder.Path, "other.journal");
        byte[] whole = await File.ReadAllBytesAsync(other);
        await File.WriteAllBytesAsync(other, whole[..^1]);
        Assert.Empty(await Store().OpenAsync("other", 2));
    }

    [Fact]
    public async Task Another_version_and_another_file_are_refused()
    {
        await Store().OpenAsync("run", 1);
        string file = Path.Combine(_folder.Path, "run.journal");
        byte[] head = await File.ReadAllBytesAsync(file);
        head[4] = 2;
        await File.WriteAllBytesAsync(file, head);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Store().OpenAsync("run", 2));
        Assert.Contains("version 2; this program reads version 1", refused.Message);
        await File.WriteAllTextAsync(file, "no journal at all, but long enough");
        await Assert.ThrowsAsync<InvalidDataException>(() => Store().OpenAsync("run", 2));
    }

    [Fact]
    public async Task Appends_that_do_not_wait_for_each_other_keep_their_order()
    {
        FolderJournalStore store = Store();
        await store.OpenAsync("run", 1);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => store.AppendAsync("run", 1, i, [Entry(i)])));
        Assert.Equal([.. Enumerable.Range(0, 200).Select(Entry)], await Store().OpenAsync("run", 2));
    }

    [Fact]
    public async Task Whoever_has_deleted_and_begun_again_is_not_taken_for_the_one_before()
    {
        FolderJournalStore first = Store(), second = Store();
        await first.OpenAsync("run", 1);
        await first.AppendAsync("run", 1, 0, [Entry(0)]);
        await second.DeleteAsync("run");
        await Assert.ThrowsAsync<StaleEpochException>(() => first.AppendAsync("run", 1, 1, [Entry(1)]));
        await second.OpenAsync("run", 1);
        await second.AppendAsync("run", 1, 0, [Entry(5)]);
        await Assert.ThrowsAsync<StaleEpochException>(() => first.AppendAsync("run", 1, 2, [Entry(1)]));
        await first.AppendAsync("run", 1, 1, [Entry(6)]);
        Assert.Equal([Entry(5), Entry(6)], await second.OpenAsync("run", 2));
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
