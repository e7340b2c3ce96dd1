using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Tests.Wording;

public class LanguageTests
{
    [Theory]
    [InlineData("run x --lang zh", "en_US.UTF-8", true)]
    [InlineData("run x --lang=en", "zh_CN.UTF-8", false)]
    [InlineData("run --lang:zh", null, true)]
    [InlineData("run x", "zh_CN.UTF-8", true)]
    [InlineData("run x", "C", false)]
    [InlineData("run x", null, false)]
    [InlineData("run -- --lang zh", null, false)]
    public void The_option_wins_over_the_locale(string arguments, string? locale, bool chinese) => Assert.Equal(
        chinese, Language.WantsChinese(arguments.Split(' '), name => name == "LANG" ? locale : null));

    [Fact]
    public void The_first_variable_that_is_set_counts() => Assert.False(Language.WantsChinese(
        [], name => name switch { "LC_ALL" => "en_US", "LANG" => "zh_CN", _ => "" }));

    [Fact]
    public async Task One_flow_does_not_speak_for_another()
    {
        Language.IsChinese = true;
        Assert.Equal("是", Language.Say("yes", "是"));
        await Task.Run(() => Language.IsChinese = false, TestContext.Current.CancellationToken);
        Assert.Equal("是", Language.Say("yes", "是"));
    }
}
