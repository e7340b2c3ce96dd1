using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

public class TimeBankTests
{
    [Theory]
    [InlineData(1, 90)]
    [InlineData(.5, 45)]
    [InlineData(0, 0)]
    public void Hours_given_earn_credit_at_the_rate_in_force(double rate, double credit)
    {
        var yard = new Courtyard(levers: (Lever.TimeBankCredit, rate));
        Effort.Give(yard.Resident(0), 90, yard.Turn);
        Assert.Equal(credit, yard.Resident(0).State.Credit, 4);
    }

    [Fact]
    public void One_routine_need_in_twenty_redeems_an_hour()
    {
        const int people = 4000;
        var yard = new Courtyard(people, levers: (Lever.TimeBankCredit, 1));
        for (int i = 0; i < people; i++)
        {
            yard.Resident(i).State.Credit = i % 2 == 0 ? 100 : 59;
            var need = new NeedState { Key = new NeedKey(NeedKind.Favor, new Day(0), 0) };
            if (TimeBank.TryRedeem(yard.Resident(i), ref need, yard.Turn))
            {
                Assert.Equal(0, i % 2);
                Assert.Equal(40, yard.Resident(i).State.Credit);
                Assert.Equal(1, need.Attempts);
            }
        }
        Assert.InRange(yard.Tally[Metric.CreditsRedeemed], 70, 130);
        Assert.Equal(yard.Tally[Metric.CreditsRedeemed], Courtyard.Of(yard.Sent, Kind.CreditRedeemed));
    }

    [Fact]
    public void The_bank_asks_six_adults_by_name()
    {
        var yard = new Courtyard(600, each: (int i, ref ResidentTraits t) => t.Age = (byte)(i % 3 == 0 ? 80 : 40));
        int asked = 0;
        for (uint day = 0; day < 100; day++)
        {
            TimeBank.OnRedeemed(
                yard.Organization(OrganizationSlot.TimeBank),
                yard.From(1, Kind.CreditRedeemed, new NeedKey(NeedKind.Favor, new Day((int)day), 0).Value), yard.Turn);
            Message[] sent = yard.Sent;
            Assert.All(sent, m => Assert.True(
                m.Receiver % 3 != 0 && m.Receiver != 1 && m.B == 1 && (m.D & Responding.Named) != 0));
            asked += sent.Length;
        }
        // Six of all, of whom two thirds are of an age to be asked.
        Assert.InRange(asked / 100.0, 3.2, 4.8);
    }
}
