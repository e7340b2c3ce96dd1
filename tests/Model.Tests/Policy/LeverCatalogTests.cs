using Jinlin.Model.Policy;

namespace Jinlin.Model.Tests.Policy;

public class LeverCatalogTests
{
    [Fact]
    public void Every_lever_has_one_entry_with_a_kebab_name_and_two_labels()
    {
        Assert.Equal(Enum.GetValues<Lever>(), LeverCatalog.All.Select(i => i.Lever));
        Assert.All(LeverCatalog.All, i => Assert.Matches("^[a-z]+(-[a-z]+)*$", i.Name));
        Assert.All(LeverCatalog.All, i => Assert.Same(i, LeverCatalog.Find(i.Name)));
        Assert.All(LeverCatalog.All, i => Assert.Contains(i.Chinese, c => c > 0x4E00));
        Assert.Equal("households-per-head", LeverCatalog.Of(Lever.HouseholdsPerHead).Name);
        Assert.Null(LeverCatalog.Find("households"));
    }

    [Fact]
    public void Without_policy_everything_is_off_but_half_the_chat()
    {
        foreach (Lever lever in Enum.GetValues<Lever>())
        {
            double expected = lever switch
            {
                Lever.ChatCoverage => .5,
                Lever.WhistleDeadline => 168,
                Lever.EmergencyDeadline => 1,
                _ => 0,
            };
            Assert.Equal(expected, LeverCatalog.Baseline[lever]);
        }
    }

    [Fact]
    public void Baseline_and_full_values_are_allowed()
    {
        Assert.All(LeverCatalog.All, i => Assert.True(i.Allows(i.Baseline), i.Name));
        Assert.All(LeverCatalog.All, i => Assert.True(i.Allows(i.Full), i.Name));
    }

    [Theory]
    [InlineData(Lever.HouseholdsPerHead, 0, true)]
    [InlineData(Lever.HouseholdsPerHead, 19, false)]
    [InlineData(Lever.HouseholdsPerHead, 20.5, false)]
    [InlineData(Lever.HouseholdsPerHead, 80, true)]
    [InlineData(Lever.WhistleDeadline, 0, false)]
    [InlineData(Lever.EmergencyDeadline, .5, true)]
    [InlineData(Lever.EmergencyDeadline, 2.1, false)]
    [InlineData(Lever.Naming, .5, false)]
    [InlineData(Lever.Whistle, 3, true)]
    [InlineData(Lever.Whistle, 4, false)]
    [InlineData(Lever.BranchSupport, double.NaN, false)]
    public void Values_out_of_range_are_refused(Lever lever, double value, bool allowed) =>
        Assert.Equal(allowed, LeverCatalog.Of(lever).Allows(value));

    [Fact]
    public void What_is_expected_is_said_in_words()
    {
        Assert.Equal("0, or a whole number from 20 to 80 (households)",
            LeverCatalog.Of(Lever.HouseholdsPerHead).Expectation);
        Assert.Equal("a number from 0 to 1", LeverCatalog.Of(Lever.BranchSupport).Expectation);
        Assert.Equal("on or off", LeverCatalog.Of(Lever.Naming).Expectation);
        Assert.Equal("one of off, emergency, public, public-and-repair", LeverCatalog.Of(Lever.Whistle).Expectation);
    }
}
