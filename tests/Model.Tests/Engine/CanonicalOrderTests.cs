using CsCheck;
using Jinlin.Model.Engine;

namespace Jinlin.Model.Tests.Engine;

public class CanonicalOrderTests
{
    private static readonly Gen<Message> AnyMessage =
        Gen.Select(Gen.Int[0, 3], Gen.Byte[1, 3], Gen.UInt[0, 40], Gen.Int[1, 3], Gen.Int[0, 3])
            .Select((to, kind, from, delay, ordinal) =>
                new Message(new Minute(100), to, kind, new ActorId(from), delay, ordinal, from, 0, 0, 0));

    [Fact]
    public void The_order_of_arrival_has_no_meaning() =>
        Gen.Select(AnyMessage.Array[0, 200], Gen.Int).Sample((messages, shuffle) =>
        {
            Message[] permuted = [.. messages];
            new Random(shuffle).Shuffle(permuted);
            return Sorted(messages).SequenceEqual(Sorted(permuted));
        });

    [Fact]
    public void Receiver_and_kind_come_first() => AnyMessage.Array[0, 200].Sample(messages =>
    {
        Message[] sorted = Sorted(messages);
        return sorted.Zip(sorted.Skip(1)).All(p => p.First.ReceiverAndKind <= p.Second.ReceiverAndKind);
    });

    /// <summary>Eight compete in each of 4,000 minutes: each is first in an eighth of them, within 4 sigma.</summary>
    [Fact]
    public void No_sender_is_favored_where_capacity_is_scarce()
    {
        const int minutes = 4000, senders = 8;
        var first = new int[senders];
        for (int minute = 1; minute <= minutes; minute++)
        {
            var batch = new Message[senders];
            for (uint s = 0; s < senders; s++)
                batch[s] = new Message(new Minute(minute), 0, 1, new ActorId(100 + s), 1, 0, 0, 0, 0, 0);
            first[Sorted(batch)[0].Sender.Value - 100]++;
        }
        double expected = (double)minutes / senders, sigma = Math.Sqrt(expected * (1 - (1.0 / senders)));
        Assert.All(first, n => Assert.InRange(n, expected - (4 * sigma), expected + (4 * sigma)));
    }

    private static Message[] Sorted(Message[] batch) =>
        new CanonicalOrder(new Chance(1), 1000).Sort([.. batch], batch.Length).ToArray();
}
