using CsCheck;
using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;

namespace Jinlin.Model.Tests.CoBuilding;

public class DueQueueTests
{
    /// <summary>Rule 7: earliest due first, whatever came first; work is conserved.</summary>
    [Fact]
    public void Drains_like_a_sorted_list() =>
        Gen.Select(Gen.Int[0, 90], Gen.Long[1, 500], Gen.Long[0, 900]).Array[1, 80].Sample(steps =>
        {
            var queue = new DueQueue();
            var list = new List<(int Due, int Order, long Left)>();
            long done = 0;
            foreach ((int due, long work, long drain) in steps)
            {
                long ahead = list.Where(x => x.Due <= due).Sum(x => x.Left);
                if (queue.Ahead(due) != ahead) return false;
                long position = queue.Add(due, work);
                if (queue.Ahead(due, position) != ahead) return false;
                list.Add((due, list.Count, work));
                done += queue.Drain(drain);
                long left = drain;
                foreach ((int d, int order, long l) in list.OrderBy(x => (x.Due, x.Order)).ToArray())
                {
                    long here = Math.Min(left, l);
                    left -= here;
                    list[order] = (d, order, l - here);
                }
                if (queue.Waiting != list.Sum(x => x.Left)) return false;
            }
            return done + queue.Waiting == steps.Sum(s => s.Item2);
        });

    [Fact]
    public void Survives_a_snapshot()
    {
        var queue = new DueQueue();
        queue.Add(3, 100);
        long position = queue.Add(7, 50);
        queue.Drain(120);
        StateWriter writer = StateWriter.ToBytes();
        queue.Save(writer);
        var copy = new DueQueue();
        copy.Load(new StateReader(writer.Bytes));
        Assert.Equal(30, copy.Waiting);
        Assert.Equal(queue.Ahead(7, position), copy.Ahead(7, position));
        Assert.Equal(queue.Add(3, 5), copy.Add(3, 5));
        Assert.Equal(queue.Drain(10), copy.Drain(10));
        Assert.Equal(queue.Ahead(8), copy.Ahead(8));
    }
}
