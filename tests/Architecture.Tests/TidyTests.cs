using System.Text.RegularExpressions;

namespace Jinlin.Architecture.Tests;

/// <summary>The house rules that a compiler does not hold.</summary>
public partial class TidyTests
{
    private static readonly string[] Folders = ["model", "grains", "planner", "silo", "benchmarks", "tests"];

    [Fact]
    public void No_line_is_longer_than_130()
    {
        string[] long_ = [.. Folders.SelectMany(Repository.Sources).SelectMany(f => File.ReadLines(f)
            .Select((line, i) => (line, at: $"{Repository.Name(f)}:{i + 1}")))
            .Where(l => l.line.Length > 130).Select(l => l.at)];
        Assert.Empty(long_);
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        string[] left = [.. Folders.SelectMany(Repository.Sources)
            .Where(f => !f.EndsWith("TidyTests.cs", StringComparison.Ordinal))
            .SelectMany(f => File.ReadLines(f).Select((line, i) => (line, at: $"{Repository.Name(f)}:{i + 1}")))
            .Where(l => LeftForLater().IsMatch(l.line)).Select(l => l.at)];
        Assert.Empty(left);
    }

    [Fact]
    public void A_test_file_mirrors_a_source_file()
    {
        var sources = Folders.Except(["tests"]).SelectMany(Repository.Sources)
            .Select(f => Path.GetFileNameWithoutExtension(f)!).ToHashSet();
        string[] orphans = [.. Repository.Sources("tests/Model.Tests")
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(n => n.EndsWith("Tests", StringComparison.Ordinal) && !Laws.Contains(n))
            .Where(n => !sources.Contains(n[..^5]))];
        Assert.Empty(orphans);
    }

    /// <summary>Tests of what no single file holds.</summary>
    private static readonly HashSet<string> Laws =
        ["LawTests", "GoldenTests", "MechanismTests", "InvariantTests", "BudgetTests", "OnlyWhatChangedTests"];

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex LeftForLater();
}
