using Jinlin.Grains.Storage;

namespace Jinlin.Grains.Tests.Storage;

public sealed class FolderBlobStoreTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_written_is_read_listed_and_deleted_by_prefix()
    {
        var store = new FolderBlobStore(_folder.Path);
        await store.WriteAsync("run/1-15/0", "zero"u8.ToArray());
        await store.WriteAsync("run/1-15/1", "one"u8.ToArray());
        await store.WriteAsync("run/1-15/1", "uno"u8.ToArray());
        await store.WriteAsync("run/1-150/1", "other"u8.ToArray());
        Assert.Equal("uno"u8.ToArray(), await store.ReadAsync("run/1-15/1"));
        Assert.Null(await store.ReadAsync("run/1-15/2"));
        Assert.Equal(["run/1-15/0", "run/1-15/1"], await store.ListAsync("run/1-15/"));
        Assert.Equal(3, (await store.ListAsync("run/1-15")).Count);
        await store.DeleteAsync("run/1-15/");
        Assert.Equal(["run/1-150/1"], await store.ListAsync("run/"));
        await store.DeleteAsync("nothing/");
    }

    [Fact]
    public async Task A_file_that_somebody_was_writing_when_it_died_is_no_blob()
    {
        var store = new FolderBlobStore(_folder.Path);
        await store.WriteAsync("run/a", "whole"u8.ToArray());
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "run", "b~77"), "hal");
        Assert.Equal(["run/a"], await store.ListAsync("run/"));
        Assert.Null(await store.ReadAsync("run/b"));
    }

    /// <summary>Names with any legal part are listed.</summary>
    [Fact]
    public async Task A_run_may_be_called_a_part()
    {
        var store = new FolderBlobStore(_folder.Path);
        await store.WriteAsync("my.part1/a", "whole"u8.ToArray());
        Assert.Equal(["my.part1/a"], await store.ListAsync("my.part1/"));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("run/../../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("run//a")]
    [InlineData("run/a b")]
    [InlineData("")]
    public async Task A_name_that_leaves_the_folder_is_refused(string name)
    {
        var store = new FolderBlobStore(_folder.Path);
        await Assert.ThrowsAsync<ArgumentException>(() => store.WriteAsync(name, new byte[1]));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ReadAsync(name));
    }

    /// <summary>A full disk, played by a folder where the file should go.</summary>
    [Fact]
    public async Task A_failed_write_leaves_what_was_there()
    {
        var store = new FolderBlobStore(_folder.Path);
        await store.WriteAsync("run/a", "whole"u8.ToArray());
        Directory.CreateDirectory(Path.Combine(_folder.Path, "run", "taken", "x"));
        await Assert.ThrowsAnyAsync<Exception>(() => store.WriteAsync("run/taken", new byte[10]));
        Assert.Equal(["run/a"], await store.ListAsync("run/"));
        Assert.Equal("whole"u8.ToArray(), await store.ReadAsync("run/a"));
    }
}
