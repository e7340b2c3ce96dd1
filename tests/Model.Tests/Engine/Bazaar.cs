using Jinlin.Model.Engine;

namespace Jinlin.Model.Tests.Engine;

/// <summary>
/// A model without meaning that uses everything the engine offers: local messages, mail, calls, decisions. An
/// actor's state depends on the order in which it handles messages, so a wrong order shows in the digest.
/// </summary>
/// <param name="stirred">A policy: estates that get up to something more on a day. Without one signals differ by day.</param>
internal sealed class Bazaar(
    ulong seed, int estates, int actors, Func<NeighborhoodId, Day, bool>? stirred = null) : IModel
{
    public const byte Hop = 1, Ring = 2, Reply = 3, Ask = 4, Told = 5;

    public string Name => "bazaar";

    public ulong Seed => seed;

    public Latencies Latencies => Latencies.NearNeighbor;

    public IReadOnlyList<string> Kinds { get; } = ["", "hop", "ring", "reply", "ask", "told"];

    public IReadOnlyList<string> Indicators { get; } = ["handled", "signalled"];

    /// <summary>Estates, and one city service of three actors.</summary>
    public IReadOnlyList<int> ActorCounts { get; } = [.. Enumerable.Repeat(actors, estates), 3];

    public bool AnswersCalls(NeighborhoodId neighborhood) => neighborhood.Value == estates;

    public IPopulation Populate(NeighborhoodId id) => new Stalls(this, id.Value, ActorCounts[id.Value]);

    public ulong Signals(Day day, ReadOnlySpan<long> indicators, ulong signals) =>
        stirred is null ? (ulong)indicators[0] : 0;

    private bool IsStirred(int estate, Day day) => stirred?.Invoke(new NeighborhoodId(estate), day) ?? false;

    private int All => (estates * actors) + 3;

    private sealed class Stalls(Bazaar town, int id, int count) : IDetachable
    {
        private readonly ulong[] _state = new ulong[count];
        private long _handled, _signalled;

        private bool IsCity => id == town.ActorCounts.Count - 1;

        public void BeginDay(Day day, ulong signals, Outbox outbox)
        {
            _signalled = (long)signals;
            if (IsCity) return;
            if (town.IsStirred(id, day))
            {
                outbox.ActAs(new ActorId((uint)(id * town.ActorCounts[0])));
                outbox.SendSelf(Hop, 700, 4, 99);
            }
            for (uint i = 0; i < count; i++)
            {
                outbox.ActAs(new ActorId((uint)(id * town.ActorCounts[0]) + i));
                if (outbox.Draw((uint)day.Value, 1) < 0.4)
                    outbox.SendSelf(Hop, 1 + (int)(outbox.Draw((uint)day.Value, 2) * 1400), 6, (uint)day.Value);
            }
        }

        public void Handle(in Message m, Outbox outbox)
        {
            _handled++;
            ref ulong state = ref _state[m.Receiver];
            state = (state * 6364136223846793005) + m.A + (m.B * 31) + (outbox.Choice ?? 0);
            uint occasion = (uint)outbox.Now.Value;
            switch (m.Kind)
            {
                case Ring:
                    outbox.Answer(m, Reply, m.A, (uint)state);
                    return;
                case Told or Ask:
                    return;
            }
            if (m.A == 0) return;
            for (uint way = 0; way < 2; way++)
            {
                double u = outbox.Draw(occasion, 3, (m.Ordinal * 4u) + way);
                if (u < 0.25) continue;
                if (u < 0.30 && !IsCity) outbox.Call(new ActorId((uint)(town.All - 1 - (int)way)), Ring, m.A - 1);
                else if (u < 0.40) outbox.Mail(Anybody(occasion, way, outbox), Hop, (int)(u * 900), m.A - 1);
                else if (u < 0.45) outbox.SendSelf(Ask, 3, m.A);
                else outbox.Send(Here(outbox, u), Hop, 1 + (int)(u * 5), m.A - 1, (uint)state);
            }
        }

        public void EndDay(Day day, Span<long> indicators) => (indicators[0], indicators[1]) = (_handled, _signalled);

        public bool IsDecision(byte kind) => kind == Ask;

        public void Save(StateWriter writer)
        {
            writer.WriteSpan<ulong>(_state);
            writer.Write(_handled);
            writer.Write(_signalled);
        }

        public void Load(StateReader reader)
        {
            reader.ReadInto<ulong>(_state);
            _handled = reader.Read<long>();
            _signalled = reader.Read<long>();
        }

        public void SaveRow(int actor, StateWriter writer) => writer.Write(_state[actor]);

        public void LoadRow(int actor, StateReader reader) => _state[actor] = reader.Read<ulong>();

        public void SaveContext(StateWriter writer)
        {
        }

        public void LoadContext(StateReader reader)
        {
        }

        public void TakeCounts(StateWriter writer)
        {
            writer.Write(_handled);
            _handled = 0;
        }

        public void AddCounts(StateReader reader) => _handled += reader.Read<long>();

        public void Verify(Minute now, Action<int, string> broken)
        {
        }

        /// <summary>Few receivers, so that many messages meet in one minute.</summary>
        private ActorId Here(Outbox outbox, double u) =>
            new(outbox.Self.Value - (outbox.Self.Value % (uint)town.ActorCounts[0]) + (uint)(u * 3));

        private ActorId Anybody(uint occasion, uint way, Outbox outbox)
        {
            uint estates = (uint)town.ActorCounts.Count - 1;
            uint estate = (uint)(outbox.Draw(occasion, 4, way) * estates);
            uint other = estate == (uint)id ? (estate + 1) % estates : estate;
            return new ActorId(other * (uint)town.ActorCounts[0]);
        }
    }
}
