using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;

namespace Jinlin.Planner.Tests.Experiments;

public sealed class ReplicationStoreTests : IDisposable
{
    private static readonly ReplicationKey A = new(new string('a', 64)), B = new(new string('b', 64));

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-store-");

    public void Dispose() => _root.Delete(recursive: true);

    private string Folder => Path.Combine(_root.FullName, "store");

    [Fact]
    public void What_is_kept_is_found_also_by_the_next()
    {
        ReplicationStore store = ReplicationStore.Open(Folder);
        Assert.Null(store.Find(A));
        store.Keep(A, MadeReplication.Of(3));
        Assert.Equal(3UL, store.Find(A)!.Seed);
        Assert.Null(store.Find(B));
        Assert.Equal(3UL, ReplicationStore.Open(Folder).Find(A)!.Seed);
        Assert.Single(Results());
    }

    [Fact]
    public void A_damaged_file_counts_as_missing_and_is_replaced()
    {
        ReplicationStore store = ReplicationStore.Open(Folder);
        store.Keep(A, MadeReplication.Of(3));
        byte[] bytes = File.ReadAllBytes(Results()[0]);
        bytes[^1] ^= 1;
        File.WriteAllBytes(Results()[0], bytes);
        Assert.Null(store.Find(A));
        store.Keep(A, MadeReplication.Of(4));
        Assert.Equal(4UL, store.Find(A)!.Seed);
    }

    [Theory]
    [InlineData("jinlin-store/2")]
    [InlineData("")]
    public void A_store_of_another_version_is_refused(string format)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "format"), format);
        InputException refused = Assert.Throws<InputException>(() => ReplicationStore.Open(Folder));
        Assert.Contains("jinlin-store/1", Assert.Single(refused.Errors).ToString());
        Assert.Equal(format, File.ReadAllText(Path.Combine(Folder, "format")));
    }

    [Fact]
    public void A_folder_of_other_things_is_not_touched()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "mine.txt"), "keep");
        Assert.Throws<InputException>(() => ReplicationStore.Open(Folder));
        Assert.Equal("mine.txt", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(Folder))));
        File.WriteAllText(Path.Combine(_root.FullName, "file"), "");
        Assert.Throws<InputException>(() => ReplicationStore.Open(Path.Combine(_root.FullName, "file")));
    }

    /// <summary>A disk that fills up: writing stops and says so, earlier results stay readable, nothing half-written.</summary>
    [Fact]
    public void A_full_disk_leaves_earlier_results_readable()
    {
        ReplicationStore.Open(Folder).Keep(A, MadeReplication.Of(3));
        ReplicationStore full = ReplicationStore.Open(Folder, 1 << 20, path => new FullDisk(File.Create(path)));
        full.Keep(B, MadeReplication.Of(4));
        Assert.Equal("no space left", full.Broken);
        Assert.Equal(3UL, full.Find(A)!.Seed);
        Assert.Null(full.Find(B));
        Assert.Single(Results());
    }

    [Fact]
    public void The_least_recently_used_go_when_it_grows_too_large()
    {
        ReplicationStore store = ReplicationStore.Open(Folder);
        ReplicationKey[] keys = [.. "0123456789".Select(c => new ReplicationKey(new string(c, 64)))];
        foreach (ReplicationKey key in keys) store.Keep(key, MadeReplication.Of());
        long size = new FileInfo(Results()[0]).Length;
        foreach (string path in Results())
        {
            int place = Path.GetFileName(path)[0] - '0';
            File.SetLastWriteTimeUtc(path, new DateTime(2024, 1, 1, 0, place, 0, DateTimeKind.Utc));
        }
        ReplicationStore bounded = ReplicationStore.Open(Folder, 5 * size);
        Assert.NotNull(bounded.Find(keys[0]));
        bounded.Trim();
        Assert.Equal([0, 6, 7, 8, 9], keys.Index().Where(k => bounded.Find(k.Item) is not null).Select(k => k.Index));
    }

    [Theory]
    [InlineData("/s", "/c", "/s")]
    [InlineData(null, "/c", "/c/jinlin/replications")]
    public void The_environment_names_the_folder(string? store, string? cache, string expected) => Assert.Equal(
        expected, ReplicationStore.DefaultFolder(v => v switch
        {
            ReplicationStore.FolderVariable => store,
            "XDG_CACHE_HOME" => cache,
            _ => null,
        }).Replace('\\', '/'));

    private string[] Results() => Directory.GetFiles(Folder, "*.jlr*", SearchOption.AllDirectories);

    /// <summary>Takes a few bytes and then has no room.</summary>
    private sealed class FullDisk(FileStream file) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => file.Length;

        public override long Position { get => file.Position; set => throw new NotSupportedException(); }

        public override void Flush() => file.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            file.Write(buffer, offset, Math.Min(count, 100));
            throw new IOException("no space left");
        }

        protected override void Dispose(bool disposing)
        {
            file.Dispose();
            base.Dispose(disposing);
        }
    }
}
