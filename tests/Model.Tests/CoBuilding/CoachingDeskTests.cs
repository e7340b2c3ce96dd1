using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Model.Tests.CoBuilding;

public class CoachingDeskTests
{
    [Theory]
    [InlineData(0, 600)]
    [InlineData(570, 30)]
    [InlineData(571, 329)]
    [InlineData(1120, 920)]
    public void Sessions_have_fixed_hours(int minuteOfDay, int wait) =>
        Assert.Equal(wait, CoachingDesk.MinutesToSession(new Minute(minuteOfDay)));

    /// <summary>Coaching is help by a neighbor: the coach is thanked, which leaves a tie at both ends.</summary>
    [Fact]
    public void A_coach_comes_and_is_thanked()
    {
        using var town = new CoTown(levers: [(Lever.CoachingHours, 4)]);
        town.RunDays(5);
        var need = new NeedKey(NeedKind.Digital, new Day(5), 0);
        town.Order(OrganizationSlot.CoachingDesk, 20, need);
        town.RunDays(2);
        Assert.NotNull(town.HelpCame(20, need));
        Record help = town.Records.Last(r => r.Kind == (ushort)Event.HelpArrived && r.A == need.Value);
        int coach = town.Roster().SlotOf(new ActorId(help.B));
        Assert.True(town.Roster().Residents[coach].Is(Trait.Coach));
        Assert.Contains(town.Records, r => r.Kind == (ushort)Event.Thanked && r.Actor.Value == help.B);
    }

    /// <summary>The weekly budget: 4 h are 8 sessions of 30 min, the rest is refused.</summary>
    [Fact]
    public void The_week_has_its_budget()
    {
        using var town = new CoTown(levers: [(Lever.CoachingHours, 4)]);
        town.RunDays(7);
        for (int i = 0; i < 20; i++)
            town.Order(OrganizationSlot.CoachingDesk, 20 + i, new NeedKey(NeedKind.Digital, new Day(7), i % 8));
        town.RunDays(1);
        Assert.True(town.Sent(Kind.OrderRefused) >= 12);
        Assert.True(town.Sent(Kind.CoachingDuty) - town.Sent(Kind.CoachingDeclined) <= 8);
    }
}
