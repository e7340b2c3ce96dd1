using System.Buffers;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// The estate's group chat (微信群). A post is drawn once over the fixed roster, from frozen facts and at a bound:
/// habit and tie at their largest. Views are counted; only members whose draw passes get a message, and thin it
/// with the same draw and their own state.
/// </summary>
public static class Chat
{
    /// <summary>At most so many see a post before it scrolls away (rule 4).</summary>
    public const int MostViewers = 200;

    private const int SelectBits = 10;

    /// <summary>
    /// A member at the coverage in force: nested, so that less coverage has fewer of the same people.
    /// </summary>
    public static bool IsMember(in ResidentTraits traits, Setting setting) =>
        traits.ChatRank < setting.ChatCoverage;

    public static void OnPost(Organization me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        uint occasion = need.Attempt((int)m.B);
        turn.Tally.Add(Metric.Posts);
        double crowding = CountPost(ref me.State, turn) * turn.Setting.Shock.ChatFactor(turn.Now);
        int residents = turn.Roster.Residents.Length;
        uint[] views = ArrayPool<uint>.Shared.Rent(residents);
        uint[] responses = ArrayPool<uint>.Shared.Rent(residents);
        turn.Chance.Fill(m.Sender.Value, occasion, (uint)Purpose.PostView, views.AsSpan(0, residents));
        turn.Chance.Fill(m.Sender.Value, occasion, (uint)Purpose.Respond, responses.AsSpan(0, residents));
        ulong limit = ViewLimit(views.AsSpan(0, residents), m.Sender, crowding, turn, out int viewers);
        turn.Tally.Add(Metric.PostViews, viewers);
        Relay(m, need, occasion, views, responses, limit, viewers, turn);
        ArrayPool<uint>.Shared.Return(views);
        ArrayPool<uint>.Shared.Return(responses);
    }

    /// <summary>
    /// The draw below which members view the post: everybody who can, thinned by crowding, and no more than 200,
    /// those with the smallest draws.
    /// </summary>
    private static ulong ViewLimit(
        ReadOnlySpan<uint> draws, ActorId asker, double crowding, Turn turn, out int viewers)
    {
        ulong limit = Chance.Threshold(crowding);
        Span<int> histogram = stackalloc int[1 << SelectBits];
        histogram.Clear();
        int count = 0, askerSlot = turn.Roster.SlotOf(asker);
        for (int i = 0; i < draws.Length; i++)
        {
            if (draws[i] >= limit || !CanView(i, askerSlot, turn)) continue;
            histogram[(int)(draws[i] >> (32 - SelectBits))]++;
            count++;
        }
        if (count > MostViewers)
        {
            int bucket = 0, below = 0;
            while (below + histogram[bucket] <= MostViewers) below += histogram[bucket++];
            limit = SmallestOf(draws, bucket, MostViewers - below, askerSlot, turn);
            count = MostViewers;
        }
        viewers = Math.Max(1, count);
        return limit;
    }

    /// <summary>Within one bucket of draws, the limit that lets exactly <paramref name="room"/> of them pass.</summary>
    private static ulong SmallestOf(ReadOnlySpan<uint> draws, int bucket, int room, int askerSlot, Turn turn)
    {
        Span<uint> inBucket = stackalloc uint[256];
        int n = 0;
        for (int i = 0; i < draws.Length && n < inBucket.Length; i++)
        {
            if (draws[i] >> (32 - SelectBits) == (uint)bucket && CanView(i, askerSlot, turn)) inBucket[n++] = draws[i];
        }
        inBucket[..n].Sort();
        return room < n ? inBucket[room] : (ulong)inBucket[n - 1] + 1;
    }

    private static bool CanView(int slot, int askerSlot, Turn turn)
    {
        ref readonly ResidentTraits traits = ref turn.Roster.Residents[slot];
        return slot != askerSlot && IsMember(traits, turn.Setting) && turn.Setting.IsAwake(traits, turn.Now);
    }

    private static void Relay(
        in Message m, NeedKey need, uint occasion, uint[] views, uint[] responses, ulong limit, int viewers, Turn turn)
    {
        Parameters p = turn.P;
        bool medical = need.Kind is NeedKind.Emergency or NeedKind.Fall;
        bool byRole = medical && turn.Setting.Levers.On(Lever.ClinicianRoster);
        bool byName = turn.Setting.Levers.On(Lever.Naming);
        int askerSlot = turn.Roster.SlotOf(m.Sender);
        int building = turn.Roster.Residents[askerSlot].Building;
        double most = Responding.Base(need.Kind, turn) * (1 + (float)p.HabitMost) * (1 + p.RespondTie)
            * turn.Setting.Spirit;
        double diffused = most * Responding.Diffusion(viewers, p);
        ResidentTraits[] residents = turn.Roster.Residents;
        uint named = byName ? NamedLimit(views, limit, askerSlot, turn) : 0;
        for (int i = 0; i < residents.Length; i++)
        {
            ref readonly ResidentTraits traits = ref residents[i];
            bool addressed = byRole && traits.Is(Trait.Clinician);
            if (!addressed && (views[i] >= limit || !CanView(i, askerSlot, turn))) continue;
            if (i == askerSlot) continue;
            addressed |= traits.Building == building && views[i] < named;
            double bound = (addressed ? most : diffused) * traits.Altruism * Responding.Skill(traits, need.Kind, p);
            if (responses[i] >= Chance.Threshold(bound)) continue;
            int delay = SeenAfter(turn.DrawOf(m.Sender, occasion, Purpose.PostDelay, (uint)i), p);
            turn.Send(
                turn.Roster.Resident(i), Kind.PostSeen, delay, need, m.Sender.Value, responses[i],
                (uint)viewers | (addressed ? Responding.Named : 0));
        }
    }

    /// <summary>
    /// Who of the asker's building is addressed by name: the viewers with the smallest draws, whoever else is in the
    /// chat. Returns the draw below which they lie.
    /// </summary>
    private static uint NamedLimit(ReadOnlySpan<uint> views, ulong limit, int askerSlot, Turn turn)
    {
        BuildingTraits building = turn.Roster.Buildings[turn.Roster.Residents[askerSlot].Building];
        Span<uint> smallest = stackalloc uint[Math.Max(1, (int)turn.P.NamedPerPost)];
        smallest.Fill(uint.MaxValue);
        for (int i = building.FirstResident; i < building.FirstResident + building.Count; i++)
        {
            if (views[i] >= limit || views[i] >= smallest[^1] || !CanView(i, askerSlot, turn)) continue;
            smallest[^1] = views[i];
            smallest.Sort();
        }
        return smallest[^1] == uint.MaxValue ? uint.MaxValue : smallest[^1] + 1;
    }

    /// <summary>
    /// Rule 4: 12.1 of 16 waking hours attentive: seen after 2 min in the median; else 75 % within 5 min, the rest
    /// within 60. One draw, inverted piece by piece.
    /// </summary>
    public static int SeenAfter(double u, Parameters p)
    {
        if (u < p.AttentiveShare)
            return Math.Max(1, (int)PortableMath.Exponential(u / p.AttentiveShare, p.SeenMedianMinutes / Ln2));
        double v = (u - p.AttentiveShare) / (1 - p.AttentiveShare);
        return v < p.ReturnWithin5 ? 1 + (int)(5 * v / p.ReturnWithin5)
            : 6 + (int)(54 * (v - p.ReturnWithin5) / (1 - p.ReturnWithin5));
    }

    private const double Ln2 = 0.69314718055994530942;

    /// <summary>
    /// Counts the post in the daily mean and returns by how much crowding thins viewing: .9^max(0, r − 3).
    /// </summary>
    private static double CountPost(ref OrganizationState state, Turn turn)
    {
        Parameters p = turn.P;
        int days = turn.Today.Value - state.RateDay;
        state.Rate = (float)(state.Rate * PortableMath.Exp2(-days / p.PostsHalfLife));
        state.RateDay = turn.Today.Value;
        double perDay = state.Rate * Ln2 / p.PostsHalfLife;
        state.Rate += 1;
        return PortableMath.Pow(p.ViewPerExtraPost, Math.Max(0, perDay - p.PostsBeforeCrowding));
    }
}
