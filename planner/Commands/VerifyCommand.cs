using System.CommandLine;
using System.Text.Json;
using Jinlin.Planner.Bundles;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin bundle FOLDER</c> and <c>jinlin verify BUNDLE</c>: results that anybody can compute again.</summary>
internal static class VerifyCommand
{
    private const int DefaultSample = 6;

    /// <summary>Marks the draw of the sample, apart from every purpose of a model.</summary>
    private const uint Purpose = 0xB0D1_0001;

    public static Command CreateBundle(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = Words.BundleFolderHelp };
        var output = new Option<string?>("--out") { Description = Words.BundleOutHelp, HelpName = "FILE" };
        var command = new Command("bundle", Words.BundleHelp) { folder, output };
        command.SetAction(parsed =>
        {
            string from = Path.TrimEndingDirectorySeparator(parsed.GetRequiredValue(folder));
            string path = Bundle.Pack(from, parsed.GetValue(output) ?? from + Bundle.Extension);
            terminal.Out.WriteLine($"{Words.BundleIs} {SafeText.Plain(path)}");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command CreateVerify(Terminal terminal)
    {
        var bundle = new Argument<string>("BUNDLE") { Description = Words.VerifyFileHelp };
        var sample = new Option<int>("--sample") { Description = Words.SampleHelp, DefaultValueFactory = _ => DefaultSample };
        var all = new Option<bool>("--all") { Description = Words.VerifyAllHelp };
        var seed = new Option<ulong>("--seed") { Description = Words.SampleSeedHelp };
        var json = new Option<bool>("--json") { Description = Words.RunJsonHelp };
        RunCommand.Bound(sample, 1, int.MaxValue);
        var command = new Command("verify", Words.VerifyHelp) { bundle, sample, all, seed, json };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string path = parsed.GetRequiredValue(bundle);
            string folder = Directory.CreateTempSubdirectory("jinlin-verify-").FullName;
            try
            {
                IReadOnlyList<Claim> claims = Claim.Of(folder, Bundle.Unpack(path, folder));
                Claim[] chosen = parsed.GetValue(all)
                    ? [.. claims]
                    : Sample(claims, parsed.GetValue(sample), parsed.GetValue(seed));
                return Verify(terminal, claims.Count, chosen, parsed.GetValue(json), cancellation);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }, CancellationToken.None));
        return command;
    }

    /// <summary>Keyed, in the order of the bundle.</summary>
    private static Claim[] Sample(IReadOnlyList<Claim> claims, int count, ulong seed) =>
    [
        .. Enumerable.Range(0, claims.Count)
            .OrderBy(i => new Model.Engine.Chance(seed).Bits((uint)i, 0, Purpose, 0)).ThenBy(i => i)
            .Take(count).Order().Select(i => claims[i]),
    ];

    private static int Verify(
        Terminal terminal, int claims, Claim[] chosen, bool json, CancellationToken cancellation)
    {
        var different = new List<(Claim Claim, string Found)>();
        foreach (Claim claim in chosen)
        {
            cancellation.ThrowIfCancellationRequested();
            string found = claim.Compute(cancellation);
            if (found != claim.Expected) different.Add((claim, found));
            string told = found == claim.Expected ? Words.Same : Words.Different;
            if (!json) terminal.Out.WriteLine(SafeText.Plain($"{claim.Name}: {told}"));
        }
        if (json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(new
            {
                claims,
                verified = chosen.Length,
                same = chosen.Length - different.Count,
                different = different.Select(d => new { name = d.Claim.Name, expected = d.Claim.Expected, found = d.Found }),
            }));
        }
        else
        {
            foreach ((Claim claim, string found) in different)
                terminal.Fail(Words.ClaimDiffers(claim.Name, found, claim.Expected));
            terminal.Out.WriteLine(Words.Verified(chosen.Length - different.Count, chosen.Length, claims));
        }
        return different.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
