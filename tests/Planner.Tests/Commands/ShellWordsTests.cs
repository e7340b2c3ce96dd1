using CsCheck;
using Jinlin.Planner.Commands;

namespace Jinlin.Planner.Tests.Commands;

public class ShellWordsTests
{
    [Fact]
    public void What_was_joined_is_split_again() => Gen.String.Array[0, 6].Sample(words =>
        Assert.Equal(words, ShellWords.Split(ShellWords.Join(words))));
}
