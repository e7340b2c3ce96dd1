using System.Net;
using Jinlin.Grains.Hosting;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Jinlin.Planner.Hosting;

/// <summary>The way of a command to silos: one in its own process, or a cluster elsewhere.</summary>
public sealed class Carrier : IAsyncDisposable
{
    /// <summary>A gateway that does not answer within this time is not there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The same variable gives a silo its cluster id: both sides must agree.</summary>
    private const string ClusterIdVariable = "JINLIN_CLUSTER_ID";

    private readonly IAsyncDisposable _owned;

    private Carrier(IGrainFactory grains, IAsyncDisposable owned, CancellationToken lost = default) =>
        (Grains, _owned, Lost) = (grains, owned, lost);

    public IGrainFactory Grains { get; }

    /// <summary>
    /// Cancelled when the gateway is gone: a client's calls under way would wait for their timeout, which for a
    /// replication is a day.
    /// </summary>
    public CancellationToken Lost { get; }

    /// <param name="cluster">HOST:PORT of a gateway; null: a silo in this process.</param>
    /// <param name="threads">Threads that compute in this process; null: one for each core.</param>
    /// <exception cref="InputException">Nobody answers there.</exception>
    public static async Task<Carrier> Open(string? cluster, int? threads, CancellationToken cancellation)
    {
        if (cluster is not null) return await Connect(cluster, cancellation);
        EmbeddedSilo silo = await EmbeddedSilo.Start(threads, models => models.AddNearNeighbor(), cancellation);
        return new Carrier(silo.Grains, silo);
    }

    public ValueTask DisposeAsync() => _owned.DisposeAsync();

    private static async Task<Carrier> Connect(string cluster, CancellationToken cancellation)
    {
        IPEndPoint gateway = await Find(cluster, cancellation);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.ClearProviders();
        var lost = new CancellationTokenSource();
        builder.UseOrleansClient(client =>
        {
            client.AddClusterConnectionLostHandler((_, _) => lost.Cancel());
            client.UseStaticClustering(gateway);
            client.Configure<ClusterOptions>(options =>
            {
                options.ClusterId = Environment.GetEnvironmentVariable(ClusterIdVariable) ?? SiloSettings.DefaultClusterId;
                options.ServiceId = "jinlin";
            });
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(10));
        });
        IHost host = builder.Build();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await host.StartAsync(patience.Token);
        }
        catch (Exception refused) when (!cancellation.IsCancellationRequested && refused is not OutOfMemoryException)
        {
            host.Dispose();
            throw NobodyThere(cluster);
        }
        return new Carrier(host.Services.GetRequiredService<IClusterClient>(), new Stopping(host), lost.Token);
    }

    private static async Task<IPEndPoint> Find(string cluster, CancellationToken cancellation)
    {
        int colon = cluster.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(cluster.AsSpan(colon + 1), out ushort port) || port == 0)
            throw new InputException(new InputError("--cluster", 0, SafeText.Quoted(cluster), Words.ClusterForm));
        string host = cluster[..colon];
        if (IPAddress.TryParse(host, out IPAddress? address)) return new IPEndPoint(address, port);
        try
        {
            IPAddress[] found = await Dns.GetHostAddressesAsync(host, cancellation);
            return new IPEndPoint(found[0], port);
        }
        catch (System.Net.Sockets.SocketException)
        {
            throw NobodyThere(cluster);
        }
    }

    private static InputException NobodyThere(string cluster) =>
        new(new InputError("--cluster", 0, SafeText.Quoted(cluster), Words.ClusterThere));

    private sealed class Stopping(IHost host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await host.StopAsync(now.Token);
            host.Dispose();
        }
    }
}
