using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Jinlin.Silo.Tests;

/// <summary>A Redis of a test's own, on a free port, with a password; it keeps what it acknowledged.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    public const string Password = "s3cret-of-redis";

    private readonly string _program;
    private readonly string _folder;
    private Process _process;

    private RedisServer(string program, string folder, int port, Process process) =>
        (_program, _folder, Port, _process) = (program, folder, port, process);

    public int Port { get; }

    public string Connection => $"127.0.0.1:{Port},password={Password}";

    /// <summary>Starts it, or reports the test as skipped where there is none on the path.</summary>
    public static async Task<RedisServer> Start()
    {
        string? program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(f => Path.Combine(f, "redis-server")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "no redis-server on the path");
        string folder = Directory.CreateTempSubdirectory("jinlin-redis-").FullName;
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        return new RedisServer(program!, folder, port, await Run(program!, folder, port));
    }

    /// <summary>Kills it as a loss of power would, and starts it again on what it had kept.</summary>
    public async Task Restart()
    {
        await Kill();
        _process = await Run(_program, _folder, Port);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Process> Run(string program, string folder, int port)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (string word in (string[])["--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder,
            "--appendonly", "yes", "--appendfsync", "always", "--save", "", "--requirepass", Password])
            start.ArgumentList.Add(word);
        Process process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal)) break;
        }
        _ = process.StandardOutput.ReadToEndAsync();
        return process;
    }

    private async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
