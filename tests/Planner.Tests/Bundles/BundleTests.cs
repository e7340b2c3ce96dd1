using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Jinlin.Planner.Bundles;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Bundles;

/// <summary>From results to a bundle and back, on the village that ships.</summary>
public sealed class BundleTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    /// <summary>Below the working folder, as inputs of a bundle must be.</summary>
    private readonly string _inputs = $"bundled-{Guid.NewGuid():n}";

    public void Dispose()
    {
        _folder.Dispose();
        if (Directory.Exists(_inputs)) Directory.Delete(_inputs, recursive: true);
    }

    [Theory]
    [InlineData(2, "run", "--days", "10", "--replications", "2")]
    [InlineData(4, "compare", "--policy", "none", "--policy", "all", "--days", "10", "--seeds", "2")]
    public async Task Its_results_are_the_same_to_the_bit_when_computed_again(int claims, params string[] command)
    {
        string bundle = await Packed(command);

        Assert.Equal(ExitCode.Done, await Run("verify", bundle, "--all", "--json"));
        using JsonDocument json = JsonDocument.Parse(_out.ToString());
        Assert.Equal((claims, claims, claims), (Number("claims"), Number("verified"), Number("same")));

        int Number(string name) => json.RootElement.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Packed_twice_it_has_the_same_bytes()
    {
        string bundle = await Packed("run", "--days", "5");

        string again = Bundle.Pack(_folder.Path("result"), _folder.Path("again.jinlin.zip"));

        Assert.Equal(File.ReadAllBytes(bundle), File.ReadAllBytes(again));
    }

    /// <summary>A digest that somebody wrote, with all hashes made to fit: only computing it again finds it.</summary>
    [Fact]
    public async Task A_result_that_nobody_computed_is_found()
    {
        await Packed("run", "--days", "5");
        string manifest = Path.Combine(_folder.Path("result"), RunFolder.Manifest);
        string text = File.ReadAllText(manifest);
        using JsonDocument json = JsonDocument.Parse(text);
        string digest = json.RootElement.GetProperty("runs")[0].GetProperty("digest").GetString()!;
        File.WriteAllText(manifest, text.Replace(digest, new string('0', 32)));
        string forged = Bundle.Pack(_folder.Path("result"), _folder.Path("forged.jinlin.zip"));

        Assert.Equal(ExitCode.Failed, await Run("verify", forged));
        Assert.Contains(digest, _error.ToString());
    }

    [Fact]
    public async Task A_changed_byte_is_one_line_that_names_the_entry()
    {
        string bundle = await Packed("run", "--days", "5");
        using (ZipArchive zip = ZipFile.Open(bundle, ZipArchiveMode.Update))
        {
            using Stream report = zip.GetEntry("results/report.html")!.Open();
            report.WriteByte((byte)'X');
        }

        Assert.Equal(ExitCode.BadInput, await Run("verify", bundle));
        string line = Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("results/report.html", line);
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("inputs/../../evil.txt")]
    [InlineData("other.txt")]
    public async Task An_entry_that_leads_elsewhere_is_refused(string name)
    {
        string bundle = await Packed("run", "--days", "5");
        using (ZipArchive zip = ZipFile.Open(bundle, ZipArchiveMode.Update))
        {
            using Stream file = zip.CreateEntry(name).Open();
        }

        Assert.Throws<InputException>(() => Bundle.Unpack(bundle, _folder.Path("unpacked")));
        Assert.False(File.Exists(_folder.Path("evil.txt")));
    }

    [Fact]
    public void Anything_else_is_refused()
    {
        Assert.Throws<InputException>(() => Bundle.Unpack(_folder.Write("x.zip", "no zip"), _folder.Path("unpacked")));
        Assert.Throws<InputException>(() => Bundle.Pack(_folder.Path("nothing"), _folder.Path("x.jinlin.zip")));
    }

    private async Task<string> Packed(params string[] command)
    {
        Directory.CreateDirectory(Path.Combine(_inputs, "village"));
        File.Copy(Villages.Shipped("village.yaml"), Path.Combine(_inputs, "village.yaml"));
        foreach (string file in Directory.EnumerateFiles(Villages.Shipped("village")))
            File.Copy(file, Path.Combine(_inputs, "village", Path.GetFileName(file)));
        string[] store = command[0] == "compare" ? ["--store", _folder.Path("store")] : [];
        Assert.Equal(ExitCode.Done, await Run(
            [command[0], Path.Combine(_inputs, "village.yaml"), .. command[1..], "--out", _folder.Path("result"), .. store]));
        Assert.Equal(ExitCode.Done, await Run("bundle", _folder.Path("result"), "--out", _folder.Path("b.jinlin.zip")));
        _out.GetStringBuilder().Clear();
        return _folder.Path("b.jinlin.zip");
    }

    private Task<int> Run(params string[] arguments) =>
        CommandLine.RunAsync(arguments, Terminal.Into(_out, _error), _ => null, TestContext.Current.CancellationToken);
}
