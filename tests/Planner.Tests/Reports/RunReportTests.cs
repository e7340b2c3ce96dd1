using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Tests.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Tests.Reports;

public partial class RunReportTests
{
    private const string Hostile = "<script>alert(1)</script>\"'&[万科二期]\u001b[31m\u202Eevil";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Refers_to_nothing_outside_itself(bool chinese)
    {
        string html = Write(MadeRun.Of(), chinese);
        Assert.DoesNotMatch(Outside(), html);
        Assert.Equal(["<script type=\"application/json\" id=\"data\">"],
            Regex.Matches(html, "<script[^>]*>").Select(m => m.Value));
        Assert.DoesNotContain(" style=", html);
        Assert.DoesNotContain("@import", html);
        Assert.DoesNotContain("url(", html);
        Assert.True(Encoding.UTF8.GetByteCount(html) < 1_000_000);
    }

    [Fact]
    public void Policy_allows_its_own_style_sheet_and_nothing_else()
    {
        string html = Write(MadeRun.Of());
        string sheet = Regex.Match(html, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));
        Assert.Contains($"content=\"default-src 'none'; style-src 'sha256-{hash}'\"", html);
    }

    [Fact]
    public void Escapes_hostile_names()
    {
        string html = Write(MadeRun.Of(name: Hostile, estate: Hostile));
        Assert.Equal(["<script type=\"application/json\" id=\"data\">"],
            Regex.Matches(html, "<script[^>]*>").Select(m => m.Value));
        Assert.DoesNotContain('\u001b', html);
        Assert.DoesNotContain('\u202E', html);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;[万科二期]\\u001B[31m\\u202Eevil", html);
    }

    /// <summary>Well-formed but for the doctype and void elements, so that no tag is left open.</summary>
    [Fact]
    public void Every_tag_is_closed()
    {
        string html = Write(MadeRun.Of(name: Hostile), chinese: true).Replace("<!DOCTYPE html>", "");
        html = Regex.Replace(html, "<meta ([^>]*)>", "<meta $1/>");
        XDocument page = XDocument.Parse(html);
        int figures = page.Descendants("figure").Count();
        Assert.True(figures > 5);
        Assert.All(page.Descendants("svg"), s => Assert.True(s.Elements().Any()));
        string[] ids = [.. page.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.All(page.Descendants("a"), a => Assert.Contains(a.Attribute("href")!.Value[1..], ids));
    }

    [Fact]
    public void Same_inputs_give_the_same_bytes()
    {
        RunResult slow = MadeRun.Of() with { Effort = new RunEffort(99, 99, 99) };
        Assert.Equal(Write(MadeRun.Of()), Write(slow));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Says_what_it_must(bool chinese)
    {
        string html = Write(MadeRun.Of(), chinese);
        Assert.Contains(Words.Disclaimer, html);
        Assert.Contains("示意图", html);
        Assert.Contains("jinlin run estate.yaml --seed 7", html);
        Assert.Contains(HashedFile.Of("x", "town: x"u8).Sha256, html);
        Assert.Contains("00000000000000000000000000abcdef", html);
        Assert.Contains(RunInputs.EngineVersion, html);
        Assert.Contains(chinese ? "人口封闭" : "population is closed", html);
        Assert.Contains(chinese ? "按时满足率" : "Needs met on time", html);
    }

    [Fact]
    public void Several_seeds_show_an_interval() =>
        Assert.Contains("50.0 % ± 127 %", RunReport.Write(
            [new RunSummary(MadeRun.Of(onTime: .4)), new RunSummary(MadeRun.Of(seed: 8, onTime: .6))], false));

    /// <summary>Cells under ten are suppressed for consented data (law 8).</summary>
    [Fact]
    public void Small_groups_of_consented_people_are_not_shown()
    {
        Assert.Contains("80+ and alone", Write(MadeRun.Of()));
        Assert.DoesNotContain("80+ and alone", Write(MadeRun.Of(provenance: Model.World.Provenance.Consented)));
    }

    private static string Write(RunResult run, bool chinese = false) =>
        RunReport.Write([new RunSummary(run)], chinese);

    [GeneratedRegex("https?://|src=|href=\"[^#]|<link|<iframe|<img|<object|<embed")]
    private static partial Regex Outside();
}
