using System.Net;

namespace Jinlin.Grains.Hosting;

/// <summary>How a silo finds others, where it listens and where it keeps what must last.</summary>
public sealed record SiloSettings
{
    /// <summary>Snapshots, journals and manifests; shared by all silos of a cluster.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Threads that compute; null: one for each core.</summary>
    public int? Threads { get; init; }

    /// <summary>What clients expect of a cluster that they connect to.</summary>
    public const string DefaultClusterId = "jinlin";

    /// <summary>The silos of one cluster have one id, and so have its clients.</summary>
    public string ClusterId { get; init; } = DefaultClusterId;

    /// <summary>
    /// The Redis in which the silos of a cluster find each other, as StackExchange.Redis writes it; it may hold a
    /// password. Null: none.
    /// </summary>
    public string? Redis { get; init; }

    /// <summary>
    /// The silo that keeps the list of members for a cluster without Redis; it cannot be lost. Null: this one.
    /// </summary>
    public IPEndPoint? Primary { get; init; }

    /// <summary>Where other silos reach this one; loopback unless the network is trusted.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>0: one that is free.</summary>
    public int SiloPort { get; init; }

    /// <summary>0: one that is free; null: no clients but those of this process.</summary>
    public int? GatewayPort { get; init; } = 0;

    /// <summary>Notices a dead silo within about two seconds, where silos are near each other.</summary>
    public bool FastMembership { get; init; }
}
