using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Jinlin.Planner.Chaos;

/// <summary>A Redis for one cluster, on a free port, with a password of its own; it keeps what it acknowledged.</summary>
internal sealed class ChaosRedis : IAsyncDisposable
{
    private readonly Process _process;

    private ChaosRedis(Process process, int port, string password)
    {
        _process = process;
        (Connection, Password) = ($"127.0.0.1:{port},password={password}", password);
    }

    public string Connection { get; }

    public string Password { get; }

    /// <summary>The program on the path, or null.</summary>
    public static string? Program => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists);

    public static async Task<ChaosRedis> Start(string program, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        int port = FreePort();
        string password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        // The password goes by standard input: a process list shows arguments.
        var start = new ProcessStartInfo(program, "-") { RedirectStandardOutput = true, RedirectStandardInput = true };
        Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"port {port}\nbind 127.0.0.1\ndir \"{folder}\"\nappendonly yes\nappendfsync always\nsave \"\"\n"
            + $"requirepass {password}\n"));
        process.StandardInput.Close();
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            said.Add(line);
            if (!line.Contains("Ready to accept connections", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new ChaosRedis(process, port, password);
        }
        throw new InvalidOperationException($"redis-server did not get ready: {string.Join('\n', said)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
