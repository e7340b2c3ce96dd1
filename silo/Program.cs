using System.Text.Json;
using Jinlin.Grains.Hosting;
using Jinlin.Planner.Hosting;
using Jinlin.Silo;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Console;
using StackExchange.Redis;

// The host: one silo, its health, and one line on standard output when it is ready.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
SiloSettings settings;
int silo, gateway, http;
try
{
    (settings, http) = SiloOptions.Read(args, Environment.GetEnvironmentVariable, builder.Configuration);
    Mask(settings);
    (silo, gateway) = builder.AddJinlinSilo(settings);
}
catch (SettingException wrong)
{
    return Refuse(wrong.Message);
}
catch (System.Net.Sockets.SocketException taken)
{
    return Refuse($"a port cannot be had: {taken.Message}; give another --silo-port or --gateway-port, or 0");
}

if (settings.Primary is { } primary && !await Answers(primary))
    return Refuse($"--primary {primary}: nobody answers there; expected the first silo of the cluster, already ready");

// What fails while it starts is told below in one line, not by every layer that it passes.
bool started = false;
builder.Logging.SetMinimumLevel(LogLevel.Warning)
    .AddFilter<ConsoleLoggerProvider>((category, level) => Volatile.Read(ref started)
        && level >= (category?.StartsWith("Orleans", StringComparison.Ordinal) == true ? LogLevel.Error : LogLevel.Warning))
    .AddSimpleConsole(console => console.SingleLine = true);
builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(60));
builder.WebHost.UseUrls($"http://{new System.Net.IPEndPoint(settings.Address, http)}");
builder.Services.AddNearNeighbor();
builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter("Microsoft.Orleans"));
builder.Services.AddHealthChecks().AddCheck<SiloHealth>("silo", tags: ["ready"]);

var app = builder.Build();
app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
try
{
    await app.StartAsync();
}
catch (RedisException) when (settings.Redis is not null)
{
    return Refuse("no Redis answers as JINLIN_REDIS says; expected a server that is up and takes the password");
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    return Refuse($"a port cannot be had: --http-port {http} is in use; give another, or 0");
}
catch (Exception failed) when (failed is not OutOfMemoryException)
{
    Console.Error.WriteLine($"the silo could not start: {failed}");
    return 1;
}
Volatile.Write(ref started, true);
string url = app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
    .Features.Get<IServerAddressesFeature>()!.Addresses.First();
Console.WriteLine(JsonSerializer.Serialize(new
{
    ready = true,
    pid = Environment.ProcessId,
    cluster = settings.ClusterId,
    silo = $"{new System.Net.IPEndPoint(settings.Address, silo)}",
    gateway = $"{new System.Net.IPEndPoint(settings.Address, gateway)}",
    health = $"{url}/health/ready",
    data = settings.DataFolder,
}));
await app.WaitForShutdownAsync();
return 0;

// Orleans would ask for minutes on end.
static async Task<bool> Answers(System.Net.IPEndPoint primary)
{
    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
    using var client = new System.Net.Sockets.TcpClient(primary.AddressFamily);
    try
    {
        await client.ConnectAsync(primary, patience.Token);
        return true;
    }
    catch (Exception none) when (none is System.Net.Sockets.SocketException or OperationCanceledException)
    {
        return false;
    }
}

static int Refuse(string why)
{
    Console.Error.WriteLine(why);
    return 2;
}

// Standard output has the line of readiness only, which is made of other things.
static void Mask(SiloSettings settings)
{
    if (settings.Redis is not { } redis) return;
    string[] secrets = [redis, ConfigurationOptions.Parse(redis).Password ?? ""];
    Console.SetError(TextWriter.Synchronized(new MaskedWriter(Console.Error, secrets)));
}
