using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

public class ChatTests
{
    private static readonly NeedKey Need = new(NeedKind.Emergency, new Day(0), 0);

    /// <summary>Rule 4: attentive: 2 min in the median; of the others 75 % within 5 minutes, all within 60.</summary>
    [Fact]
    public void Posts_are_seen_after_minutes()
    {
        var p = new Parameters();
        int[] after = [.. Enumerable.Range(0, 16_000).Select(i => Chat.SeenAfter((i + .5) / 16_000, p))];
        int[] attentive = [.. after.Take(12_100).Order()], others = [.. after.Skip(12_100)];
        Assert.InRange(attentive[attentive.Length / 2], 1, 2);
        Assert.InRange(attentive.Count(m => m <= 4) / 12_100.0, .75, .85);
        Assert.InRange(others.Count(m => m <= 5) / 3_900.0, .74, .76);
        Assert.InRange(others.Max(), 55, 60);
        Assert.All(after, m => Assert.True(m >= 1));
    }

    [Theory]
    [InlineData(1000, 200)]
    [InlineData(200, 199)]
    [InlineData(60, 59)]
    public void No_more_than_200_see_a_post(int members, int viewers)
    {
        var yard = new Courtyard(members, levers: (Lever.ChatCoverage, 1));
        Post(yard);
        Assert.Equal(viewers, yard.Tally[Metric.PostViews]);
        Message[] sent = yard.Sent;
        Assert.All(sent, m => Assert.Equal((uint)viewers, m.D));
        Assert.DoesNotContain(sent, m => m.Receiver == 0);
        Assert.Equal(sent.Length, sent.DistinctBy(m => m.Receiver).Count());
    }

    /// <summary>Who cannot offer even at the bound is not told: with no altruism nobody.</summary>
    [Fact]
    public void Only_those_who_may_help_are_told()
    {
        var yard = new Courtyard(
            levers: (Lever.ChatCoverage, 1), each: (int _, ref ResidentTraits t) => t.Altruism = 0);
        Post(yard);
        Assert.Equal(199, yard.Tally[Metric.PostViews]);
        Assert.Empty(yard.Sent);
    }

    [Fact]
    public void Members_at_less_coverage_are_among_those_at_more()
    {
        Setting half = Ranked(.5).Setting, full = Ranked(1).Setting;
        ResidentTraits[] people = Ranked(1).Roster.Residents;
        Assert.Equal(100, people.Count(t => Chat.IsMember(t, half)));
        Assert.Equal(200, people.Count(t => Chat.IsMember(t, full)));
        Assert.All(people, t => Assert.True(!Chat.IsMember(t, half) || Chat.IsMember(t, full)));
    }

    /// <summary>Rule 4: .9^max(0, r − 3), r the posts a day at a half-life of a week.</summary>
    [Fact]
    public void A_crowded_chat_is_read_less()
    {
        var yard = new Courtyard(160, levers: (Lever.ChatCoverage, 1));
        const int posts = 100;
        long before = 0;
        for (int i = 0; i < posts; i++)
        {
            before = yard.Tally[Metric.PostViews];
            Post(yard, (uint)i);
        }
        double perDay = (posts - 1) * Math.Log(2) / 7, expected = 159 * Math.Pow(.9, perDay - 3);
        double sd = Math.Sqrt(expected * (1 - (expected / 159)));
        Assert.InRange(yard.Tally[Metric.PostViews] - before, expected - (4 * sd), expected + (4 * sd));
    }

    [Fact]
    public void Three_of_the_building_are_named_and_clinicians_are_called_by_role()
    {
        var yard = new Courtyard(400, each: (int i, ref ResidentTraits t) =>
        {
            t.Altruism = 100;
            if (i is 300 or 301) t.Flags |= Trait.Clinician;
        }, levers: [(Lever.ChatCoverage, 1), (Lever.Naming, 1), (Lever.ClinicianRoster, 1)]);
        Post(yard);
        Message[] named = [.. yard.Sent.Where(m => (m.D & Responding.Named) != 0)];
        Assert.Equal(3, named.Count(m => m.Receiver < Courtyard.PerBuilding));
        Assert.Equal([300, 301], named.Select(m => m.Receiver).Where(r => r >= Courtyard.PerBuilding).Order());
    }

    private static Courtyard Ranked(double coverage) => new(
        each: (int i, ref ResidentTraits t) => t.ChatRank = (i + .5f) / 200, levers: (Lever.ChatCoverage, coverage));

    private static void Post(Courtyard yard, uint attempt = 0) => Chat.OnPost(
        yard.Organization(OrganizationSlot.Chat), yard.From(0, Kind.Post, Need.Value, attempt), yard.Turn);
}
