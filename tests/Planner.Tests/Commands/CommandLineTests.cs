using Jinlin.Planner.Commands;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Tests.Commands;

public class CommandLineTests
{
    [Fact]
    public async Task Help_says_what_this_is_not_for_in_both_languages()
    {
        (int code, string output, string error) = await Run("--help");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains(Words.Disclaimer, output, StringComparison.Ordinal);
        (_, string chinese, _) = await Run("--lang", "zh", "--help");
        Assert.Contains(Words.Disclaimer, chinese, StringComparison.Ordinal);
        Assert.Contains("输出语言", chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chekc", "x.yaml")]
    [InlineData("check", "--jsno")]
    [InlineData("check")]
    [InlineData("check", "x.yaml", "--lang", "fr")]
    public async Task What_is_no_command_is_one_line_on_standard_error_and_exit_code_2(params string[] arguments)
    {
        (int code, string output, string error) = await Run(arguments);
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        string[] lines = error.TrimEnd().Split('\n');
        Assert.All(lines, l => Assert.StartsWith(arguments is ["check", "--jsno"] ? "" : "jinlin: ", l));
        Assert.DoesNotContain("\\u", error, StringComparison.Ordinal);
    }

    internal static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = await CommandLine.RunAsync(arguments, Terminal.Into(output, error), _ => null);
        return (code, output.ToString(), error.ToString());
    }
}
