using System.Text;
using Jinlin.Planner.Input;

namespace Jinlin.Planner.Tests.Input;

public class YamlFileTests
{
    [Fact]
    public void Every_piece_knows_its_line_and_column()
    {
        MapNode map = YamlFile.Parse("f.yaml", "a: 1\nb:\n  - x\n  - {c: \"2\"}\n");
        Assert.Equal(["a", "b"], map.Entries.Select(e => e.Key.Text));
        var list = Assert.IsType<ListNode>(map["b"]);
        Assert.Equal((3, 5), (list.Items[0].Line, list.Items[0].Column));
        var inner = Assert.IsType<ScalarNode>(Assert.IsType<MapNode>(list.Items[1])["c"]);
        Assert.Equal((4, 9, "2", false), (inner.Line, inner.Column, inner.Text, inner.Plain));
    }

    [Theory]
    [InlineData("a: &x 1\n", 1, "anchors and aliases are not read")]
    [InlineData("a: 1\nb: *x\n", 2, "anchors and aliases are not read")]
    [InlineData("a: 1\nb: !!str x\n", 2, "tags are not read")]
    [InlineData("a: !<tag:yaml.org,2002:int> 3\n", 1, "tags are not read")]
    [InlineData("a: 1\nb: 2\na: 3\n", 3, "each key once; this one stands in line 1 too")]
    [InlineData("a: 1\n---\nb: 2\n", 2, "one YAML document per file")]
    [InlineData("- 1\n- 2\n", 1, "a section with keys")]
    [InlineData("a: \"open\nb: 1\n", 1, "YAML")]
    [InlineData("a:\n\tb: 2\n", 2, "a tab as indentation")]
    [InlineData("a: 1\n\tb: 2\n", 2, "a tab as indentation")]
    [InlineData("a: 1\n? [x, y]\n: 2\n", 2, "a word as the key")]
    [InlineData("", 0, "a section with keys")]
    [InlineData("# only a comment\n", 0, "a section with keys")]
    public void What_is_no_plain_data_is_refused(string text, int line, string expectation)
    {
        InputError error = Refused(text);
        Assert.Equal(("f.yaml", line), (error.File, error.Line));
        Assert.Contains(expectation, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_bomb_ends_at_its_first_anchor()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'k'; c++)
            bomb.Append($"{c}: &{c} [{string.Join(", ", Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n");
        Assert.Equal(1, Refused(bomb.ToString()).Line);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        string Nested(int levels) => "a: " + new string('[', levels) + new string(']', levels) + "\n";
        Assert.Single(YamlFile.Parse("f.yaml", Nested(InputLimits.Depth - 1)).Entries);
        Assert.Contains("32 levels", Refused(Nested(InputLimits.Depth)).Value, StringComparison.Ordinal);
        Assert.Contains("32 levels", Refused(Nested(200_000)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_values_is_bounded() => Assert.Contains(
        "100,000 values",
        Refused("a: [" + string.Join(",", Enumerable.Repeat("1", InputLimits.Nodes)) + "]\n").Value,
        StringComparison.Ordinal);

    [Fact]
    public void A_large_file_is_refused_before_it_is_parsed()
    {
        using var folder = new TestFolder();
        string path = folder.Write("f.yaml", "a: " + new string('x', InputLimits.Bytes));
        InputError error = Assert.Throws<InputException>(() => YamlFile.Read(path)).Error;
        Assert.Equal((path, 0), (error.File, error.Line));
        Assert.Equal("more than 1,000,000 bytes", error.Value);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TestFolder();
        string path = folder.Path("none.yaml");
        InputError error = Assert.Throws<InputException>(() => YamlFile.Read(path)).Error;
        Assert.Equal($"{path}: found no such file; expected a file that exists", error.ToString());
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        using var folder = new TestFolder();
        InputError error = Assert.Throws<InputException>(() => YamlFile.Read(folder.Path("."))).Error;
        Assert.Equal(("a folder", "a file that can be read"), (error.Value, error.Expectation));
    }

    [Fact]
    public void Only_UTF_8_is_read_with_or_without_its_mark()
    {
        using var folder = new TestFolder();
        string marked = folder.Write("m.yaml", [0xEF, 0xBB, 0xBF, .. "a: 近邻\n"u8]);
        Assert.Equal("近邻", Assert.IsType<ScalarNode>(YamlFile.Read(marked)["a"]).Text);
        string other = folder.Write("g.yaml", [.. "a: 1\nb: "u8, 0xBD, 0xFC, 0xC1, 0xDA]);
        InputError error = Assert.Throws<InputException>(() => YamlFile.Read(other)).Error;
        Assert.Equal((2, "text in UTF-8"), (error.Line, error.Expectation));
    }

    private static InputError Refused(string text) =>
        Assert.Throws<InputException>(() => YamlFile.Parse("f.yaml", text)).Error;
}
