using System.Text.Json;
using Jinlin.Grains.Hosting;
using Jinlin.Planner.Hosting;
using Jinlin.Silo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

// The host: one silo, its health, and one line on standard output when it is ready.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
SiloSettings settings;
int silo, gateway, http;
try
{
    (settings, http) = SiloOptions.Read(args, Environment.GetEnvironmentVariable, builder.Configuration);
    (silo, gateway) = builder.AddJinlinSilo(settings);
}
catch (SettingException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (System.Net.Sockets.SocketException taken)
{
    Console.Error.WriteLine($"a port cannot be had: {taken.Message}; give another --silo-port or --gateway-port, or 0");
    return 2;
}
catch (ArgumentException wrong) when (wrong is not ArgumentNullException)
{
    // Its message may hold the secret that could not be read.
    Console.Error.WriteLine("JINLIN_REDIS cannot be read; expected HOST:PORT[,password=…] as StackExchange.Redis has it");
    return 2;
}
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Orleans", LogLevel.Error).AddSimpleConsole(console => console.SingleLine = true);
builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
    console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(60));
builder.WebHost.UseUrls($"http://{settings.Address}:{http}");
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
catch (Exception failed) when (settings.Redis is not null && failed is StackExchange.Redis.RedisException)
{
    Console.Error.WriteLine("no Redis answers as JINLIN_REDIS says; expected a server that is up and takes the password");
    return 2;
}
string url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
Console.WriteLine(JsonSerializer.Serialize(new
{
    ready = true,
    pid = Environment.ProcessId,
    cluster = settings.ClusterId,
    silo = $"{settings.Address}:{silo}",
    gateway = $"{settings.Address}:{gateway}",
    health = $"{url}/health/ready",
    data = settings.DataFolder,
}));
await app.WaitForShutdownAsync();
return 0;
