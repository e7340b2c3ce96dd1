using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class TiesTests
{
    /// <summary>Rule 5: s·2^(−Δt/h), h = 180 d: half after 180 days, an eighth after 540.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(180, 0.5)]
    [InlineData(540, 0.125)]
    public void A_tie_decays_with_its_half_life(int days, double share)
    {
        var ties = new Ties(1, 180);
        ties[0].Touch(3, 0.8, new Day(0));
        Assert.Equal(0.8 * share, ties[0].Strength(3, new Day(days)), 1e-4);
    }

    /// <summary>Rule 5: s ← s + a(1 − s).</summary>
    [Fact]
    public void Contacts_add_up_to_one_and_no_further()
    {
        var ties = new Ties(1, 180);
        double expected = 0;
        for (int i = 0; i < 40; i++)
        {
            ties[0].Touch(3, 0.15, new Day(5));
            expected += 0.15 * (1 - expected);
            Assert.Equal(expected, ties[0].Strength(3, new Day(5)), 1e-3);
        }
    }

    /// <summary>Claim 15, second half: a weekly shared meal (a = .05) holds a tie well above knowing.</summary>
    [Fact]
    public void A_weekly_meal_holds_a_tie()
    {
        var ties = new Ties(1, 180);
        for (int day = 0; day < 730; day += 7) ties[0].Touch(3, 0.05, new Day(day));
        double q = Math.Pow(2, -7.0 / 180);
        double stationary = 0.05 / (1 - (0.95 * q));
        Assert.Equal(stationary, ties[0].Strength(3, new Day(728)), 0.01);
        Assert.True(stationary > 0.6);
    }

    /// <summary>Claim 15, first half: three conversations leave nothing that counts after a year.</summary>
    [Fact]
    public void Three_conversations_are_forgotten_in_a_year()
    {
        var ties = new Ties(1, 180);
        for (int i = 0; i < 3; i++) ties[0].Touch(3, 0.05, new Day(i));
        Assert.True(ties[0].Strength(3, new Day(3)) >= 0.1);
        Assert.True(ties[0].Strength(3, new Day(368)) < 0.1);
    }

    [Fact]
    public void The_weakest_yields_when_the_row_is_full_then_the_lowest_slot()
    {
        var ties = new Ties(1, 180);
        for (int slot = 0; slot < Ties.Most; slot++) ties[0].Touch(slot, slot is 7 or 9 ? 0.05 : 0.3, new Day(0));
        ties[0].Touch(100, 0.2, new Day(0));
        Assert.Equal(Ties.Most, ties[0].Count);
        Assert.Equal(0, ties[0].Strength(7, new Day(0)));
        Assert.True(ties[0].Strength(9, new Day(0)) > 0);
        Assert.True(ties[0].Strength(100, new Day(0)) > 0);
    }

    [Fact]
    public void A_weaker_newcomer_does_not_displace_anybody()
    {
        var ties = new Ties(1, 180);
        for (int slot = 0; slot < Ties.Most; slot++) ties[0].Touch(slot, 0.3, new Day(0));
        Assert.Equal(0, ties[0].Touch(100, 0.05, new Day(0)));
        Assert.Equal(0, ties[0].Strength(100, new Day(0)));
    }

    [Fact]
    public void Rows_do_not_disturb_each_other_and_survive_a_snapshot() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 90], Gen.Int[0, 400]).Array[0, 300].Sample(touches =>
        {
            var ties = new Ties(5, 180);
            var alone = Enumerable.Range(0, 5).Select(_ => new Ties(1, 180)).ToArray();
            int day = 0;
            foreach ((int row, int slot, int step) in touches)
            {
                day = Math.Min(day + (step / 100), 900);
                ties[row].Touch(slot, 0.15, new Day(day));
                alone[row][0].Touch(slot, 0.15, new Day(day));
            }
            StateWriter writer = StateWriter.ToBytes();
            ties.Save(writer);
            var copy = new Ties(5, 180);
            copy.Load(new StateReader(writer.Bytes));
            for (int row = 0; row < 5; row++)
            {
                if (!Same(ties[row], alone[row][0], day) || !Same(ties[row], copy[row], day)) return false;
            }
            return true;
        });

    private static bool Same(TieRow a, TieRow b, int day)
    {
        if (!a.Slots.SequenceEqual(b.Slots)) return false;
        for (int i = 0; i < a.Count; i++)
        {
            if (a.StrengthAt(i, new Day(day)) != b.StrengthAt(i, new Day(day))) return false;
        }
        return true;
    }

    /// <summary>A row that was restored goes on as the one it was saved from, however the two lie in memory.</summary>
    [Fact]
    public void A_restored_row_goes_on_alike() => Gen.Select(Gen.Int[0, 90], Gen.Int[0, 400]).Array[1, 200]
        .Sample(touches =>
        {
            Ties kept = new(1, 180), restored = new(1, 180);
            int day = 0, half = touches.Length / 2;
            for (int i = 0; i < touches.Length; i++)
            {
                if (i == half) restored.Load(new StateReader(Bytes(kept)));
                day += touches[i].Item2 / 40;
                kept[0].Touch(touches[i].Item1, .08, new Day(day));
                if (i >= half) restored[0].Touch(touches[i].Item1, .08, new Day(day));
            }
            Assert.Equal(Bytes(kept).ToArray(), Bytes(restored).ToArray());
        });

    private static ReadOnlyMemory<byte> Bytes(Ties ties)
    {
        StateWriter writer = StateWriter.ToBytes();
        ties.Save(writer);
        return writer.Bytes;
    }
}
