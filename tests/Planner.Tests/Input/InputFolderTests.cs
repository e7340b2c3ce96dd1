using Jinlin.Planner.Input;

namespace Jinlin.Planner.Tests.Input;

public class InputFolderTests
{
    [Fact]
    public void A_file_in_the_folder_or_below_is_found()
    {
        using var folder = new TestFolder();
        string file = folder.Write("s.yaml", "");
        string below = folder.Write("sub/p.yaml", "");
        Assert.Equal(below, Resolve(file, "sub/p.yaml", out _));
        Assert.Equal(below, Resolve(file, "./sub/p.yaml", out _)?.Replace("/./", "/"));
    }

    [Theory]
    [InlineData("../out.yaml")]
    [InlineData("sub/../../out.yaml")]
    [InlineData("/etc/hostname")]
    [InlineData("C:\\x.yaml")]
    [InlineData("..\\out.yaml")]
    [InlineData("link.yaml")]
    [InlineData("linked/out.yaml")]
    [InlineData("twice.yaml")]
    public void What_leads_out_of_the_folder_is_refused(string reference)
    {
        using var outer = new TestFolder();
        string file = outer.Write("in/s.yaml", "");
        outer.Write("in/sub/x.yaml", "");
        string target = outer.Write("out.yaml", "");
        File.CreateSymbolicLink(outer.Path("in/link.yaml"), target);
        File.CreateSymbolicLink(outer.Path("in/twice.yaml"), "link.yaml");
        Directory.CreateSymbolicLink(outer.Path("in/linked"), "..");
        Assert.Null(Resolve(file, reference, out InputError? error));
        Assert.Equal((file, 3), (error!.File, error.Line));
        Assert.Contains("in the folder of the file that names it", error.Expectation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_stays_within_is_followed_and_a_loop_is_not()
    {
        using var folder = new TestFolder();
        string file = folder.Write("s.yaml", "");
        folder.Write("sub/p.yaml", "");
        File.CreateSymbolicLink(folder.Path("near.yaml"), "sub/p.yaml");
        File.CreateSymbolicLink(folder.Path("loop.yaml"), "loop.yaml");
        Assert.NotNull(Resolve(file, "near.yaml", out _));
        Assert.Null(Resolve(file, "loop.yaml", out InputError? error));
        Assert.NotNull(error);
    }

    [Theory]
    [InlineData("none.yaml", "a file that exists")]
    [InlineData("", "the name of a file")]
    [InlineData("a\0b", "the name of a file")]
    public void What_names_no_file_is_said(string reference, string expectation)
    {
        using var folder = new TestFolder();
        Assert.Null(Resolve(folder.Write("s.yaml", ""), reference, out InputError? error));
        Assert.Equal(expectation, error!.Expectation);
    }

    private static string? Resolve(string file, string reference, out InputError? error)
    {
        var problems = new Problems();
        string? path = InputFolder.Of(file).Resolve(new ScalarNode(file, 3, 5, reference, true), problems);
        error = problems.Errors.Count > 0 ? problems.Errors[0] : null;
        return path;
    }
}
