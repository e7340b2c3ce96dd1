using System.Globalization;
using Jinlin.Planner.Commands;

namespace Jinlin.Silo.Tests;

/// <summary><c>jinlin compare --cluster</c> against real silo processes.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("jinlin-compare-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task On_a_cluster_it_prints_the_same_object_and_needs_none_for_what_is_kept()
    {
        (int code, string here, _) = await Compare("here");
        Assert.Equal(ExitCode.Done, code);
        await using (SiloProcess silo = await SiloProcess.Start(Folder("silo")))
        {
            (code, string there, string error) = await Compare("there", "--cluster", silo.Gateway);
            Assert.Equal((ExitCode.Done, here, ""), (code, there, error));
        }
        (code, string kept, _) = await Compare("there", "--cluster", "127.0.0.1:1");
        Assert.Equal((ExitCode.Done, here), (code, kept));
    }

    /// <summary>A client's calls under way would wait a day for a silo that is gone.</summary>
    [Fact]
    public async Task A_cluster_that_is_lost_is_one_line_and_what_is_finished_is_kept()
    {
        await using SiloProcess silo = await SiloProcess.Start(Folder("silo"));
        using var error = new FirstLine();
        Task<(int Code, string Output)> lost = Compare(
            "lost", error, "--cluster", silo.Gateway, "--seeds", "2000", "--days", "300");
        await Task.WhenAny(error.Written, lost);
        await silo.Kill();
        (int code, string output) = await lost;
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains(silo.Gateway, error.ToString().TrimEnd().Split('\n')[^1]);
        Assert.NotEmpty(Directory.EnumerateFiles(Folder("lost"), "*.jlr", SearchOption.AllDirectories));
    }

    private string Folder(string name) => Path.Combine(_data.FullName, name);

    private async Task<(int Code, string Output, string Error)> Compare(string store, params string[] more)
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        (int code, string output) =
            await Compare(store, error, ["--json", "--seeds", "3", "--days", "10", .. more]);
        return (code, output, error.ToString());
    }

    private async Task<(int Code, string Output)> Compare(string store, TextWriter error, params string[] more)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Simulation.sln"))) root = Path.GetDirectoryName(root)!;
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        int code = await CommandLine.RunAsync(
            ["compare", Path.Combine(root, "scenarios", "village.yaml"), "--policy", "none", "--policy", "all",
                "--store", Folder(store), .. more],
            Terminal.Into(output, error), _ => null);
        return (code, output.ToString());
    }

    /// <summary>Says when something has been written: the first estimates are there.</summary>
    private sealed class FirstLine() : StringWriter(CultureInfo.InvariantCulture)
    {
        private readonly TaskCompletionSource _written = new();

        public Task Written => _written.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _written.TrySetResult();
        }
    }
}
