using Jinlin.Model.Engine;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Input;
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
        Assert.All(lines, l => Assert.Contains(arguments is ["check", "--jsno"] ? "--jsno" : "jinlin: ", l));
        Assert.DoesNotContain("\\u", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_model_says_where_and_how_to_see_it_again()
    {
        var cause = new ModelException("hours given are not hours logged", new Minute(1500), new ActorId(7));
        (int code, string error) = await End(new ModelFailure(cause, 42, "jinlin run x.yaml --seed 42 --invariants"));
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("hours given are not hours logged", error, StringComparison.Ordinal);
        Assert.Contains("seed 42, minute 1500, actor 7\n", error, StringComparison.Ordinal);
        Assert.Contains("replay: jinlin run x.yaml --seed 42 --invariants\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_error_of_an_input_is_one_line()
    {
        (int code, string error) = await End(new InputException(
            [new InputError("a[b]\u202E.yaml", 3, "\"x\"", "y"), new InputError("c.yaml", 0, "n", "m\u001b[2J")]));
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Equal(
            "a[b]\\u202E.yaml:3: found \"x\"; expected y\nc.yaml: found n; expected m\\u001B[2J\n", error);
    }

    [Fact]
    public async Task An_interrupt_ends_as_shells_expect() =>
        Assert.Equal((130, "interrupted\n"), await End(new OperationCanceledException()));

    private static async Task<(int Code, string Error)> End(Exception failure)
    {
        var error = new StringWriter();
        int code = await CommandLine.EndAsync(
            Terminal.Into(TextWriter.Null, error), () => Task.FromException<int>(failure));
        return (code, error.ToString());
    }

    internal static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = await CommandLine.RunAsync(arguments, Terminal.Into(output, error), _ => null);
        return (code, output.ToString(), error.ToString());
    }
}
