using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Jinlin.Grains.Hosting;
using Jinlin.Planner.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jinlin.Planner.Chaos;

/// <summary>A silo that may be lost.</summary>
internal abstract class ChaosSilo : IAsyncDisposable
{
    /// <summary>Where clients reach it.</summary>
    public required string Gateway { get; init; }

    /// <summary>Where silos reach it.</summary>
    public required string Address { get; init; }

    /// <summary>False once it was killed or told to leave.</summary>
    public bool Lives { get; set; } = true;

    /// <summary>True if it may end by itself: the others may have voted it dead while it was held still.</summary>
    public bool WasStalled { get; set; }

    /// <summary>All it has said.</summary>
    public abstract string Output { get; }

    /// <summary>What is wrong with how it ended; null: nothing, or it has not.</summary>
    public abstract string? Ended { get; }

    /// <summary>Ends it without a farewell.</summary>
    public abstract Task Kill();

    /// <summary>Has it leave; returns when it has.</summary>
    public abstract Task<string?> Stop();

    /// <summary>Holds it still; false where that cannot be done.</summary>
    public abstract bool Stall(bool still);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A process of its own, as an operator runs it.</summary>
internal sealed class ChaosProcess : ChaosSilo
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(75);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output;

    private ChaosProcess(Process process, ConcurrentQueue<string> output) => (_process, _output) = (process, output);

    public override string Output => string.Join('\n', _output);

    public override string? Ended => Lives && _process.HasExited && !WasStalled
        ? $"silo {Address} ended by itself with exit code {_process.ExitCode}" : null;

    /// <exception cref="InvalidOperationException">It did not get ready.</exception>
    public static async Task<ChaosProcess> Start(
        string program, string folder, string? redis, string? primary, bool fast, CancellationToken cancellation)
    {
        bool isHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        var start = new ProcessStartInfo(isHost ? Environment.ProcessPath! : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string word in (string[])[program, "--data-folder", folder, "--threads", "1",
            "--membership", fast ? "fast" : "default"])
            start.ArgumentList.Add(word);
        if (primary is not null)
        {
            start.ArgumentList.Add("--primary");
            start.ArgumentList.Add(primary);
        }
        // What the caller's own environment says of other clusters is not meant for these.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("JINLIN_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        if (redis is not null) start.Environment["JINLIN_REDIS"] = redis;
        var output = new ConcurrentQueue<string>();
        var ready = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start };
        void Take(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is not { } text) return;
            output.Enqueue(text);
            if (text.StartsWith("{\"ready\"", StringComparison.Ordinal))
                ready.TrySetResult(JsonDocument.Parse(text).RootElement);
        }
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            Task first = await Task.WhenAny(
                ready.Task, process.WaitForExitAsync(cancellation), Task.Delay(TimeSpan.FromMinutes(2), cancellation));
            cancellation.ThrowIfCancellationRequested();
            if (first != ready.Task)
                throw new InvalidOperationException($"a silo did not get ready: {string.Join('\n', output)}");
        }
        catch
        {
            await End(process);
            throw;
        }
        return new ChaosProcess(process, output)
        {
            Gateway = ready.Task.Result.GetProperty("gateway").GetString()!,
            Address = ready.Task.Result.GetProperty("silo").GetString()!,
        };
    }

    public override Task Kill() => Exit();

    public override async Task<string?> Stop()
    {
        await Signal("TERM");
        using var patience = new CancellationTokenSource(StopPatience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return $"silo {Address} was told to stop and did not within {StopPatience.TotalSeconds:f0} s";
        }
        return _process.ExitCode == 0 || WasStalled
            ? null : $"silo {Address} was told to stop and ended with exit code {_process.ExitCode}";
    }

    public override bool Stall(bool still)
    {
        if (_process.HasExited) return false;
        Signal(still ? "STOP" : "CONT").GetAwaiter().GetResult();
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        await Exit();
        _process.Dispose();
    }

    private Task Exit() => End(_process);

    private static async Task End(Process process)
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
    }

    private async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}

/// <summary>A silo in this process: breadth at a tenth of the time.</summary>
internal sealed class ChaosHost : ChaosSilo
{
    private readonly IHost _host;
    private bool _disposed;

    private ChaosHost(IHost host) => _host = host;

    public override string Output => "";

    public override string? Ended => null;

    public static async Task<ChaosHost> Start(
        string folder, string? redis, string? primary, bool fast, CancellationToken cancellation)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.ClearProviders();
        (int silo, int gateway) = builder.AddJinlinSilo(new SiloSettings
        {
            DataFolder = folder,
            Threads = 1,
            Redis = redis,
            Primary = primary is null ? null : IPEndPoint.Parse(primary),
            FastMembership = fast,
        });
        builder.Services.AddNearNeighbor();
        IHost host = builder.Build();
        await host.StartAsync(cancellation);
        return new ChaosHost(host)
        {
            Gateway = $"{IPAddress.Loopback}:{gateway}",
            Address = $"{IPAddress.Loopback}:{silo}",
        };
    }

    public override Task Kill() => End(new CancellationToken(true));

    public override async Task<string?> Stop()
    {
        await End(CancellationToken.None);
        return null;
    }

    public override bool Stall(bool still) => false;

    public override async ValueTask DisposeAsync() => await Kill();

    private async Task End(CancellationToken now)
    {
        if (_disposed) return;
        _disposed = true;
        try
        {
            await _host.StopAsync(now);
        }
        catch (Exception cut) when (cut is OperationCanceledException or AggregateException)
        {
            // That is what a kill is.
        }
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        else _host.Dispose();
    }
}
