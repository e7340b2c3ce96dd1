using CsCheck;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Experiments;

namespace Jinlin.Planner.Tests.Experiments;

public sealed class ReplicationCodecTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        ReplicationResult made = MadeReplication.Of();
        byte[] bytes = ReplicationCodec.Write(made);
        ReplicationResult read = ReplicationCodec.Read(bytes);
        Assert.Equal((made.Seed, made.Digest, made.Messages), (read.Seed, read.Digest, read.Messages));
        Assert.Equal((made.BurnInDays, made.Days), (read.BurnInDays, read.Days));
        Assert.Equal(made.Kept.Keys.Order(), read.Kept.Keys.Order());
        Assert.All(made.Kept, k => Assert.Equal(k.Value, read.Kept[k.Key]));
        Assert.Equal(made.Weeks, read.Weeks);
        Assert.Equal(made.Estates[0].AsEnumerable(), read.Estates[0]);
        Assert.Equal(bytes, ReplicationCodec.Write(read));
        Assert.InRange(bytes.Length, 1, 20_000);
    }

    [Fact]
    public void Any_integers_survive() => Gen.Long.Array[EstateIntegers.Count].Select(Gen.Long.Array[IndicatorCatalog.Count])
        .Sample((estate, integers) =>
        {
            ReplicationResult made = MadeReplication.Of();
            var result = new ReplicationResult
            {
                Seed = ulong.MaxValue,
                Digest = UInt128.MaxValue,
                Messages = long.MaxValue,
                BurnInDays = made.BurnInDays,
                Days = made.Days,
                Kept = new Dictionary<int, long[]> { [0] = made.Kept[9], [5] = integers, [9] = made.Kept[9] },
                Weeks = integers,
                Estates = [[estate, [.. estate.Reverse()]]],
            };
            ReplicationResult read = ReplicationCodec.Read(ReplicationCodec.Write(result));
            return read.Kept[5].SequenceEqual(integers) && read.Kept[9].SequenceEqual(made.Kept[9])
                && read.Weeks.SequenceEqual(integers) && read.Estates[0][0].SequenceEqual(estate)
                && read.Estates[0][1].SequenceEqual(estate.Reverse()) && read.Digest == UInt128.MaxValue;
        }, iter: 50);

    [Fact]
    public void No_damaged_byte_passes()
    {
        byte[] bytes = ReplicationCodec.Write(MadeReplication.Of());
        Gen.Int[0, bytes.Length - 1].Select(Gen.Int[1, 255]).Sample((place, flip) =>
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= (byte)flip;
            Assert.Throws<InvalidDataException>(() => ReplicationCodec.Read(damaged));
        }, iter: 200);
        Assert.Throws<InvalidDataException>(() => ReplicationCodec.Read([]));
        Assert.Throws<InvalidDataException>(() => ReplicationCodec.Read(bytes[..^1]));
    }
}
