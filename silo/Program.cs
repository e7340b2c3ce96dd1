using Jinlin.Grains.Hosting;
using Jinlin.Silo;

// The host: a silo of its own cluster and its health, on loopback. It carries no runs yet; `jinlin run` computes in
// its own process.
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:0");
builder.AddLocalSilo();
builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter("Microsoft.Orleans"));
builder.Services.AddHealthChecks().AddCheck<SiloHealth>("silo");

var app = builder.Build();
app.MapHealthChecks("/health");
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(string.Join(' ', app.Urls)));
app.Run();
