using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Jinlin.Silo.Tests;

/// <summary>A silo as an operator runs it: a process of its own, real TCP, and a real kill.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<JsonElement> _ready =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiloProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>All it printed, on both streams.</summary>
    public string Output => string.Join('\n', _output);

    public string Gateway => Ready.GetProperty("gateway").GetString()!;

    public string Health => Ready.GetProperty("health").GetString()!;

    public JsonElement Ready => _ready.Task.Result;

    /// <summary>Starts a silo and waits until it says that it is ready.</summary>
    public static async Task<SiloProcess> Start(
        string dataFolder, IReadOnlyDictionary<string, string>? environment = null, params string[] flags)
    {
        SiloProcess silo = Launch(["--data-folder", dataFolder, .. flags], environment);
        Task first = await Task.WhenAny(silo._ready.Task, silo._process.WaitForExitAsync(), Task.Delay(60_000));
        if (first != silo._ready.Task)
        {
            string output = silo.Output;
            await silo.DisposeAsync();
            Assert.Fail($"the silo did not get ready: {output}");
        }
        return silo;
    }

    /// <summary>Runs a silo that is expected to refuse; its exit code and output.</summary>
    public static async Task<(int Code, string Output)> Refused(
        IReadOnlyDictionary<string, string>? environment, params string[] flags)
    {
        await using SiloProcess silo = Launch(flags, environment);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await silo._process.WaitForExitAsync(patience.Token);
        return (silo._process.ExitCode, silo.Output);
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>What anybody on the machine sees of it.</summary>
    public string CommandLine => File.ReadAllText($"/proc/{_process.Id}/cmdline").Replace('\0', ' ');

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private static SiloProcess Launch(string[] flags, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "jinlin-silo.dll"));
        foreach (string flag in flags) start.ArgumentList.Add(flag);
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var silo = new SiloProcess(new Process { StartInfo = start });
        silo._process.OutputDataReceived += (_, line) => silo.Take(line.Data);
        silo._process.ErrorDataReceived += (_, line) => silo.Take(line.Data);
        silo._process.Start();
        silo._process.BeginOutputReadLine();
        silo._process.BeginErrorReadLine();
        return silo;
    }

    private void Take(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (line.StartsWith("{\"ready\"", StringComparison.Ordinal))
            _ready.TrySetResult(JsonDocument.Parse(line).RootElement);
    }
}
