using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// The city's ambulance station or lift contractor. Each estate's desk has a standing share of runs a day; the
/// station keeps a tenth in reserve, moves a run to a desk that had to refuse, and takes it back from one that
/// needed less than half. What desks may draw in all never exceeds what the station has (law 2).
/// </summary>
internal sealed class ServiceStation
{
    private const double ReserveShare = 0.1;
    private readonly int[] _standing;
    private readonly int[] _extra;

    /// <param name="populations">Residents of each estate.</param>
    /// <param name="p">Runs a day per 1,000 residents.</param>
    public ServiceStation(IReadOnlyList<int> populations, Parameters p)
    {
        _standing = [.. populations.Select(n => StandingShare(n, p))];
        _extra = new int[_standing.Length];
        Reserve = (int)Math.Ceiling(ReserveShare * _standing.Sum());
    }

    /// <summary>Runs that no desk holds.</summary>
    public int Reserve { get; private set; }

    /// <summary>Runs a day of an estate's desk before the station's first mail, at least 2.</summary>
    public static int StandingShare(int residents, Parameters p) =>
        (int)Math.Max(2, p.ServiceRunsPerThousand * residents / 1000);

    /// <summary>A desk's day: runs drawn in A, refused in B. A changed quota goes back by mail.</summary>
    public void OnQuotaUsed(in Message m, TownAddresses addresses, Outbox outbox)
    {
        int estate = addresses.EstateOf(m.Sender);
        int change = m.B > 0 && Reserve > 0 ? 1
            : _extra[estate] > 0 && 2 * m.A < _standing[estate] + _extra[estate] ? -1 : 0;
        if (change == 0) return;
        _extra[estate] += change;
        Reserve -= change;
        outbox.Mail(m.Sender, (byte)Kind.Quota, 0, 0, (uint)(_standing[estate] + _extra[estate]));
    }

    /// <summary>What desks hold beyond their standing shares came out of the reserve.</summary>
    public bool IsWithinCapacity => Reserve >= 0 && _extra.All(e => e >= 0);

    public void Save(StateWriter writer)
    {
        writer.Write(Reserve);
        writer.WriteSpan<int>(_extra);
    }

    public void Load(StateReader reader)
    {
        Reserve = reader.Read<int>();
        reader.ReadInto<int>(_extra);
    }
}
