using CsCheck;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Tests.Wording;

public class SafeTextTests
{
    [Theory]
    [InlineData("万科[二期]", "万科[二期]")]
    [InlineData("a\u001b[31mred", "a\\u001B[31mred")]
    [InlineData("a\u202Egnp.exe", "a\\u202Egnp.exe")]
    [InlineData("line\nline", "line\\u000Aline")]
    [InlineData("zero\u200Bwidth\uFEFF", "zero\\u200Bwidth\\uFEFF")]
    [InlineData("\u0085\u2028\u2029", "\\u0085\\u2028\\u2029")]
    [InlineData("𠮷野家 😀", "𠮷野家 😀")]
    [InlineData("tag\U000E0041", "tag\\U000E0041")]
    public void On_a_terminal_nothing_is_hidden_and_nothing_steers(string text, string expected) =>
        Assert.Equal(expected, SafeText.Plain(text));

    [Fact]
    public void Half_a_character_is_shown_as_its_code() =>
        Assert.Equal("x\\uD800y\\uDC00", SafeText.Plain("x" + (char)0xD800 + "y" + (char)0xDC00));

    [Fact]
    public void Whatever_a_text_holds_plain_text_has_no_control_in_it() => Gen.String.Sample(text =>
        !SafeText.Plain(text).Any(c => char.IsControl(c) || c is '\u202E' or '\u2066'));

    [Theory]
    [InlineData("万科[二期]")]
    [InlineData("[red]x[/]")]
    [InlineData("[[")]
    [InlineData("a]b[c")]
    public void Brackets_survive_the_screen(string name)
    {
        var output = new StringWriter();
        Terminal.Into(output, TextWriter.Null).Write($"[bold]{name}[/]");
        Assert.Equal(name, output.ToString().TrimEnd());
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+cmd", "\"'+cmd\"")]
    [InlineData("-cmd", "\"'-cmd\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("\t=1", "\"'\\u0009=1\"")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("-1e-3", "-1e-3")]
    [InlineData("万科[二期]", "万科[二期]")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "two lines")]
    public void A_cell_is_no_formula(string text, string expected) => Assert.Equal(expected, SafeText.Csv(text));

    [Fact]
    public void A_page_gets_no_markup() => Assert.Equal(
        "&lt;script&gt;&amp;&quot;&#39;万科[二期]\\u202E", SafeText.Html("<script>&\"'万科[二期]\u202E"));

    [Fact]
    public void A_long_value_is_shortened_between_characters()
    {
        Assert.Equal("\"" + new string('x', 60) + "…\"", SafeText.Quoted(new string('x', 61)));
        Assert.Equal("\"" + new string('x', 59) + "…\"", SafeText.Quoted(new string('x', 59) + "😀"));
    }
}
