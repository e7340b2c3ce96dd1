using CsCheck;
using Jinlin.Planner.Input;

namespace Jinlin.Planner.Tests.Input;

public class NearestTests
{
    [Theory]
    [InlineData("visit", "visits")]
    [InlineData("chat-converage", "chat-coverage")]
    [InlineData("VISITS", "visits")]
    [InlineData("xqzjw", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_suggested_if_it_is_near(string word, string? expected) =>
        Assert.Equal(expected, Nearest.To(word, ["events", "visits", "chat-coverage"]));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("same", "same", 0)]
    public void Distance_of_known_pairs(string a, string b, int expected) =>
        Assert.Equal(expected, Nearest.Distance(a, b));

    [Fact]
    public void Distance_is_symmetric_and_bounded_by_the_longer_word() =>
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 0, 8], Gen.String[Gen.Char['a', 'd'], 0, 8]).Sample((a, b) =>
        {
            int distance = Nearest.Distance(a, b);
            return distance == Nearest.Distance(b, a) && distance <= Math.Max(a.Length, b.Length)
                && distance >= Math.Abs(a.Length - b.Length) && (distance == 0) == (a == b);
        });
}
