using System.Text.RegularExpressions;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Reports;

public sealed partial class ComparisonReportTests
{
    [Theory]
    [InlineData(false, "Under these assumptions, all is supported", "Not for decisions about any individual")]
    [InlineData(true, "在这些假设下，支持all", "不得用于对任何个人的判断或处置")]
    public void Says_the_verdict_and_whom_it_is_not_about(bool chinese, string verdict, string disclaimer)
    {
        Planner.Wording.Language.IsChinese = chinese;
        string html = ComparisonReport.Write(MadeComparison.Of(), chinese);
        Assert.Contains(verdict, html);
        Assert.Contains(disclaimer, html);
        Assert.Contains("jinlin compare made.yaml", html);
        Assert.InRange(html.Length, 10_000, 1_000_000);
    }

    [Fact]
    public void Same_comparison_has_the_same_page() =>
        Assert.Equal(
            ComparisonReport.Write(MadeComparison.Of(), false), ComparisonReport.Write(MadeComparison.Of(), false));

    [Fact]
    public void Asks_for_nothing_and_runs_nothing()
    {
        string html = ComparisonReport.Write(MadeComparison.Of(), false);
        Assert.Contains("default-src 'none'", html);
        Assert.Equal(["<script type=\"application/json\" id=\"data\">"],
            Regex.Matches(html, "<script[^>]*>").Select(m => m.Value));
        Assert.DoesNotContain("style=", html);
        Assert.DoesNotMatch(Reference(), html);
    }

    /// <summary>Whatever a file calls its scenario and its policies, the page stays inert.</summary>
    [Fact]
    public void Names_from_files_are_text()
    {
        const string Attack = "<img src=x onerror=alert(1)>\"'&\u202e";
        string html = ComparisonReport.Write(MadeComparison.Of(name: Attack, policy: Attack), false);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("\u202e", html);
        Assert.Contains("&lt;img", html);
    }

    [Fact]
    public void Without_a_decision_it_says_so() =>
        Assert.Contains("states no decision", ComparisonReport.Write(MadeComparison.Of(.1, decision: null), false));

    [Fact]
    public void Shows_in_how_many_pairs_it_is_better_and_tails_from_a_hundred_on()
    {
        string html = ComparisonReport.Write(MadeComparison.Of(.001), false);
        // Of effects of .001 ± .002, three of five are better, one is worse, one is equal.
        Assert.Contains(
            "<th scope=\"row\">all</th><td>60.0 %</td><td>20.0 %</td><td>+0.10 points</td><td>–</td>", html);
        Assert.DoesNotContain("<td>–</td><td>–</td></tr>", ComparisonReport.Write(
            MadeComparison.Of(.001, pairs: 100), false)[html.IndexOf("Over the pairs", StringComparison.Ordinal)..]
            .Split("</table>")[0]);
    }

    [Fact]
    public void A_forest_has_a_row_for_each_and_no_number_that_is_none()
    {
        string svg = ForestPlot.Draw(
            "title",
            [
                new ForestRow("a", .1, new Interval(.05, .15), "+10"),
                new ForestRow("b", double.NaN, Interval.Everything, "not defined"),
                new ForestRow("c", -.2, Interval.Everything, "−20"),
            ],
            IndicatorUnit.Share, .02);
        Assert.Equal(2, Regex.Count(svg, "<rect"));
        Assert.DoesNotContain("NaN", svg);
        Assert.DoesNotContain("∞", svg);
        Assert.Contains("not defined", svg);
    }

    [GeneratedRegex("""(src|href)="(?!#)""")]
    private static partial Regex Reference();
}
