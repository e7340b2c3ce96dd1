using System.Net;
using System.Net.Sockets;
using Jinlin.Grains.Runs;
using Jinlin.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using StackExchange.Redis;

namespace Jinlin.Grains.Hosting;

/// <summary>
/// What every host of Jinlin needs to start a silo. Any process that reaches its ports is inside the trust boundary,
/// so they are bound to loopback unless the settings name another address.
/// </summary>
public static class JinlinSilo
{
    /// <summary>Adds a silo that carries runs to a host.</summary>
    /// <returns>The ports it will listen on; no gateway is 0.</returns>
    /// <exception cref="SocketException">A port is taken, or the address is none of this machine's.</exception>
    public static (int Silo, int Gateway) AddJinlinSilo(this IHostApplicationBuilder builder, SiloSettings settings)
    {
        (int silo, int gateway) = FreePorts(settings);
        var listen = new IPEndPoint(settings.Address, silo);
        builder.UseOrleans(orleans =>
        {
            if (settings.Redis is { } redis)
                orleans.UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            else
                orleans.UseDevelopmentClustering(settings.Primary ?? listen);
            orleans.Configure<ClusterOptions>(options =>
            {
                options.ClusterId = settings.ClusterId;
                options.ServiceId = "jinlin";
            });
            orleans.Configure<EndpointOptions>(options =>
            {
                options.AdvertisedIPAddress = settings.Address;
                options.SiloPort = silo;
                options.GatewayPort = gateway;
                options.SiloListeningEndpoint = listen;
                if (gateway != 0) options.GatewayListeningEndpoint = new IPEndPoint(settings.Address, gateway);
            });
            if (settings.FastMembership)
            {
                orleans.Configure<ClusterMembershipOptions>(options =>
                {
                    options.ProbeTimeout = TimeSpan.FromSeconds(.5);
                    options.TableRefreshTimeout = TimeSpan.FromSeconds(1);
                    options.NumMissedProbesLimit = 2;
                    options.NumVotesForDeathDeclaration = 1;
                    // Silos that were all killed are still in the table: who joins asks them until these run out.
                    options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
                    options.NumMissedTableIAmAliveLimit = 2;
                });
            }
            orleans.AddFileGrainStorage(RunServices.StorageName, Path.Combine(settings.DataFolder, "states"));
            orleans.Services.AddSingleton<IBlobStore>(
                new FolderBlobStore(Path.Combine(settings.DataFolder, "snapshots")));
            orleans.Services.AddSingleton<IJournalStore>(
                new FolderJournalStore(Path.Combine(settings.DataFolder, "journals")));
            orleans.AddRuns(settings.Threads);
        });
        return (silo, gateway);
    }

    /// <summary>Two different ports, both held until both are known.</summary>
    private static (int Silo, int Gateway) FreePorts(SiloSettings settings)
    {
        using TcpListener silo = Hold(settings.Address, settings.SiloPort);
        int own = ((IPEndPoint)silo.LocalEndpoint).Port;
        if (settings.GatewayPort is not { } asked) return (own, 0);
        using TcpListener gateway = Hold(settings.Address, asked);
        return (own, ((IPEndPoint)gateway.LocalEndpoint).Port);
    }

    /// <summary>Two silos could both bind one loopback port without an error: this one asks for it alone.</summary>
    private static TcpListener Hold(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port) { ExclusiveAddressUse = true };
        listener.Start();
        return listener;
    }
}
