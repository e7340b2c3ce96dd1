using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Jinlin.Grains.Hosting;

/// <summary>
/// What every host of Jinlin needs to start a silo: one process, loopback only, a cluster of its own under a random
/// id, ports that were free a moment ago. Any process that reaches these ports is inside the trust boundary, so
/// they are never bound to another interface here.
/// </summary>
public static class LocalSilo
{
    /// <summary>Adds a silo to a host.</summary>
    /// <returns>The ports it will listen on.</returns>
    public static (int Silo, int Gateway) AddLocalSilo(this IHostApplicationBuilder builder)
    {
        (int silo, int gateway) = FreePorts();
        string cluster = $"jinlin-{Guid.NewGuid():n}";
        builder.UseOrleans(orleans => orleans
            .UseLocalhostClustering(silo, gateway, serviceId: "jinlin", clusterId: cluster)
            .Configure<EndpointOptions>(options =>
            {
                options.AdvertisedIPAddress = IPAddress.Loopback;
                options.SiloListeningEndpoint = new IPEndPoint(IPAddress.Loopback, silo);
                options.GatewayListeningEndpoint = new IPEndPoint(IPAddress.Loopback, gateway);
            }));
        return (silo, gateway);
    }

    /// <summary>Two different ports of the loopback interface, both held until both are known.</summary>
    private static (int Silo, int Gateway) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
