using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=cmd()", "\"'=cmd()\"")]
    [InlineData("+1+1", "\"'+1+1\"")]
    [InlineData("-2-3", "\"'-2-3\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("＝cmd()", "\"'＝cmd()\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("万科[二期]", "万科[二期]")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a,b", "\"a,b\"")]
    public void Formulas_are_neutralized_and_the_rest_is_kept(string value, string cell) =>
        Assert.Equal(cell, CsvText.Cell(value));
}
