using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class BlocksTests
{
    [Fact]
    public void A_list_is_kept_until_the_end_of_the_next_day()
    {
        var blocks = new Blocks();
        uint a = blocks.Publish(new Day(4), [1, 2, 9]), b = blocks.Publish(new Day(4), [3]);
        Assert.NotEqual(a, b);
        blocks.Forget(new Day(5));
        Assert.Equal([1, 2, 9], blocks.Read(a).ToArray());
        Assert.Equal([3], blocks.Read(b).ToArray());
        blocks.Forget(new Day(6));
        Assert.Empty(blocks.Read(a).ToArray());
    }

    [Fact]
    public void Is_saved_and_loaded()
    {
        var blocks = new Blocks();
        uint number = blocks.Publish(new Day(4), [1, 2, 9]);
        StateWriter writer = StateWriter.ToBytes();
        blocks.Save(writer);
        var other = new Blocks();
        other.Publish(new Day(3), [5]);
        other.Load(new StateReader(writer.Bytes.ToArray()));
        Assert.Equal([1, 2, 9], other.Read(number).ToArray());
        Assert.NotEqual(number, other.Publish(new Day(4), [7]));
    }
}
