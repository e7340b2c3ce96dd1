using Jinlin.Grains.Runs;
using Jinlin.Planner.Scenarios;
using Jinlin.Silo;

namespace Jinlin.Architecture.Tests;

/// <summary>
/// Silos of two versions may meet in one cluster, and what one version has kept another reads: what is sent and kept
/// changes only knowingly.
/// </summary>
public class WireContractTests
{
    private const string Accept = "JINLIN_ACCEPT_WIRE";

    private static readonly string Baseline =
        Path.Combine(Repository.Root, "tests", "Architecture.Tests", "wire-contract.txt");

    private static readonly WireContract Contract = new(
        ((Type[])[typeof(RunDefinition), typeof(ScenarioFile), typeof(SiloOptions)]).SelectMany(t => t.Assembly.GetTypes()));

    [Fact]
    public void Whatever_is_sent_or_kept_has_a_name_and_numbers_of_its_own()
    {
        Assert.Empty(Contract.Problems);
        Assert.True(Contract.Lines.Count > 200, "the contract has been lost sight of");
    }

    [Fact]
    public void What_is_sent_and_kept_is_what_was_agreed()
    {
        if (Environment.GetEnvironmentVariable(Accept) == "1") File.WriteAllLines(Baseline, Contract.Lines);
        string[] agreed = File.ReadAllLines(Baseline);
        if (agreed.SequenceEqual(Contract.Lines)) return;
        Assert.Fail(
            $"""
            The wire contract differs from {Repository.Name(Baseline)}:
            {string.Join('\n', Difference(agreed, [.. Contract.Lines]))}
            A member keeps its [Id], its type and its meaning for good; a new one gets a number that no member ever
            had; a type, method or grain keeps its alias. If the change keeps to that, or the format's version is
            raised with it, accept it and commit the file:
              {Accept}=1 dotnet run -c Release --project tests/Architecture.Tests -- --filter-class '*WireContractTests'
            """);
    }

    [Fact]
    public void The_difference_names_what_is_gone_and_what_is_new() => Assert.Equal(
        ["- class a", "- class b: 1 Y: int", "+ class b: 1 Y: long"],
        Difference(["class a", "class b", "  1 Y: int"], ["class b", "  1 Y: long"]));

    [Fact]
    public void What_has_no_name_or_number_is_found()
    {
        var contract = new WireContract([typeof(Nameless), typeof(ICalled)]);
        Assert.Equal(
            [
                "ICalled.Do: alias missing", "Jinlin.Architecture.Tests.WireContractTests+ICalled: alias missing",
                "Jinlin.Architecture.Tests.WireContractTests+Nameless: alias missing",
                "Nameless.Anything: System.Object has no form on the wire that is known to last",
                "Nameless.Left: no [Id]",
            ],
            contract.Problems.Select(p => p.Split(';')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Lines of one and not of the other; each below its type, which is shown where it is gone too.</summary>
    private static IEnumerable<string> Difference(string[] before, string[] now)
    {
        HashSet<string> old = [.. Placed(before)], current = [.. Placed(now)];
        return old.Except(current).Select(l => (Line: l, Sign: '-'))
            .Concat(current.Except(old).Select(l => (Line: l, Sign: '+')))
            .OrderBy(d => d.Line.Split('\n')[0], StringComparer.Ordinal).ThenBy(d => d.Sign == '+')
            .Select(d => $"{d.Sign} {d.Line.Replace("\n  ", ": ")}");
    }

    private static IEnumerable<string> Placed(string[] lines)
    {
        string head = "";
        foreach (string line in lines)
        {
            if (!line.StartsWith(' ')) head = line;
            yield return line == head ? head : $"{head}\n{line}";
        }
    }

#pragma warning disable ORLEANS0004, ORLEANS0010 // The faults are what is tested.
    [GenerateSerializer]
    internal sealed class Nameless
    {
        [Id(0)]
        public int One { get; set; }

        public int Left { get; set; }

        [Id(1)]
        public object? Anything { get; set; }
    }

    internal interface ICalled : IGrainWithStringKey
    {
        Task Do();
    }
#pragma warning restore ORLEANS0004, ORLEANS0010
}
