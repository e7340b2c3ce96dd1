using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jinlin.Grains.Hosting;

/// <summary>
/// A silo in the process of a command: a cluster of its own that nobody else can join by mistake, gone with the
/// command. What it keeps lies in a temporary folder, which is removed with it.
/// </summary>
public sealed class EmbeddedSilo : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _folder;

    private EmbeddedSilo(IHost host, string folder) => (_host, _folder) = (host, folder);

    /// <summary>The way to its grains.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <param name="threads">Threads that compute; null: one for each core.</param>
    /// <param name="models">Adds world sources, readers and works.</param>
    public static async Task<EmbeddedSilo> Start(
        int? threads, Action<IServiceCollection> models, CancellationToken cancellation = default)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"jinlin-{Guid.NewGuid():n}");
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.ClearProviders().AddProvider(new FileLog(Path.Combine(folder, "silo.log")));
        builder.AddJinlinSilo(new SiloSettings
        {
            DataFolder = folder,
            Threads = threads,
            ClusterId = $"jinlin-{Guid.NewGuid():n}",
            GatewayPort = null,
        });
        models(builder.Services);
        IHost host = builder.Build();
        await host.StartAsync(cancellation);
        return new EmbeddedSilo(host, folder);
    }

    public async ValueTask DisposeAsync()
    {
        // Nothing in it outlives the command: no reason to wait for a graceful farewell to a cluster of one.
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _host.StopAsync(now.Token);
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        else _host.Dispose();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
