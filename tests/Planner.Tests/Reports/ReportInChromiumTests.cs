using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Tests.Experiments;
using Jinlin.Planner.Tests.Runs;
using Jinlin.Planner.Wording;
using Microsoft.Playwright;

namespace Jinlin.Planner.Tests.Reports;

/// <summary>The reports as a browser shows them, opened from disk.</summary>
public sealed class ReportInChromiumTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Attack =
        "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u202Eevil 万科[二期] =cmd|'/c calc'!A0 {{7*7}}";

    [Theory]
    [InlineData(true, false, ColorScheme.Light)]
    [InlineData(true, true, ColorScheme.Dark)]
    [InlineData(false, true, ColorScheme.Light)]
    [InlineData(false, false, ColorScheme.Dark)]
    public async Task Asks_for_nothing_complains_of_nothing_and_is_accessible(
        bool comparison, bool chinese, ColorScheme scheme)
    {
        await using OpenPage open = await chromium.Open(Html(comparison, chinese), scheme: scheme);
        AxeResult axe = await open.Page.RunAxe();
        Assert.Empty(axe.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        Assert.Single(open.Requests);
        Assert.Empty(open.Complaints);
    }

    /// <summary>At 200 % a window of 1,280 has 640; a phone has 360.</summary>
    [Theory]
    [InlineData(true, false, 640)]
    [InlineData(true, true, 360)]
    [InlineData(false, true, 640)]
    [InlineData(false, false, 360)]
    public async Task Scrolls_down_only_at_twice_the_size_and_on_a_phone(bool comparison, bool chinese, int width)
    {
        await using OpenPage open = await chromium.Open(Html(comparison, chinese), width);
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    /// <summary>A glyph that no font has looks as that of a character that does not exist.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_Chinese_character_has_a_glyph(bool comparison)
    {
        await using OpenPage open = await chromium.Open(Html(comparison, chinese: true));
        string missing = await open.Page.EvaluateAsync<string>(
            """
            () => {
              const pen = Object.assign(document.createElement('canvas'), { width: 32, height: 32 })
                .getContext('2d', { willReadFrequently: true });
              pen.font = '24px ' + getComputedStyle(document.body).fontFamily;
              const look = c => {
                pen.clearRect(0, 0, 32, 32);
                pen.fillText(c, 2, 26);
                return pen.getImageData(0, 0, 32, 32).data.join();
              };
              const none = look('\u{2FFFD}');
              return [...new Set(document.body.innerText)]
                .filter(c => /\p{Script=Han}|[，。；：（）“”、·—－–≥∑Σ]/u.test(c) && look(c) === none).join('');
            }
            """);
        Assert.Equal("", missing);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_town_full_of_attack_strings_is_inert(bool comparison)
    {
        Language.IsChinese = false;
        string html = comparison
            ? ComparisonReport.Write(MadeComparison.Of(name: Attack, policy: Attack), false)
            : RunReport.Write([new RunSummary(MadeRun.Of(name: Attack, estate: Attack))], false);
        Assert.DoesNotContain("\u202e", html);
        await using OpenPage open = await chromium.Open(html);
        Assert.Single(open.Requests);
        Assert.Empty(open.Complaints);
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("document.images.length"));
        Assert.Equal(1, await open.Page.EvaluateAsync<int>("document.scripts.length"));
        Assert.StartsWith("</script>", await open.Page.InnerTextAsync("h1"));
        Assert.True(await open.Page.EvaluateAsync<int>("JSON.parse(document.getElementById('data').textContent).length") > 5);
    }

    private static string Html(bool comparison, bool chinese)
    {
        Language.IsChinese = chinese;
        string html = comparison
            ? ComparisonReport.Write(MadeComparison.Of(), chinese)
            : RunReport.Write([new RunSummary(MadeRun.Of()), new RunSummary(MadeRun.Of(seed: 8, onTime: .6))], chinese);
        Language.IsChinese = false;
        return html;
    }
}
