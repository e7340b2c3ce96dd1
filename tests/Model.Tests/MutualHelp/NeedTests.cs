using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.Tests.MutualHelp;

public class NeedTests
{
    [Fact]
    public void A_key_keeps_its_facts() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 4095], Gen.Int[0, 7], Gen.Bool).Sample((kind, day, ordinal, shock) =>
        {
            var key = new NeedKey((NeedKind)kind, new Day(day), ordinal, shock);
            return key.Kind == (NeedKind)kind && key.Day.Value == day && key.Ordinal == ordinal
                && key.FromShock == shock;
        });

    [Fact]
    public void Attempts_of_all_needs_are_occasions_of_their_own()
    {
        var seen = new HashSet<uint>();
        for (int day = 0; day < 50; day++)
        {
            for (int attempt = 0; attempt < 20; attempt++)
                Assert.True(seen.Add(new NeedKey(NeedKind.Errand, new Day(day), 1).Attempt(attempt)));
        }
    }
}
