using System.Globalization;
using System.Net;
using Jinlin.Grains.Hosting;
using StackExchange.Redis;

namespace Jinlin.Silo;

/// <summary>
/// What the host was told, by <c>appsettings.json</c>, by environment (<c>JINLIN_DATA_FOLDER</c>) or by flag
/// (<c>--data-folder</c>), the later the stronger. The connection to Redis holds a secret: it comes from the
/// environment or a file, never from a flag that a process list shows.
/// </summary>
public static class SiloOptions
{
    private const string Secret = "JINLIN_REDIS", SecretFile = "JINLIN_REDIS_FILE";

    /// <summary>The flags, each with what it takes.</summary>
    public static readonly IReadOnlyDictionary<string, string> Flags = new Dictionary<string, string>
    {
        ["data-folder"] = "a folder; default: jinlin under the user's local application data",
        ["cluster-id"] = "letters, digits and dashes; default: jinlin",
        ["address"] = "an IP address of this machine; default: 127.0.0.1",
        ["primary"] = "IP:PORT of the first silo of a cluster without Redis; default: this one is the first",
        ["silo-port"] = "0 to 65535; 0: one that is free",
        ["gateway-port"] = "0 to 65535; 0: one that is free",
        ["http-port"] = "0 to 65535; 0: one that is free",
        ["threads"] = "1 to 1024; default: one for each core",
        ["membership"] = "default or fast",
        ["trusted-network"] = "true or false",
    };

    /// <exception cref="SettingException">One of them is wrong, or there is no such flag.</exception>
    public static (SiloSettings Silo, int HttpPort) Read(string[] args, Func<string, string?> environment, IConfiguration file)
    {
        Dictionary<string, string> given = ReadFlags(args);
        string? Value(string flag) => given.GetValueOrDefault(flag)
            ?? environment($"JINLIN_{flag.Replace('-', '_').ToUpperInvariant()}") ?? file[flag];
        bool trusted = Value("trusted-network") switch
        {
            null or "false" => false,
            "true" => true,
            string other => throw Wrong("trusted-network", other),
        };
        string address = Value("address") ?? "127.0.0.1";
        if (!IPAddress.TryParse(address, out IPAddress? ip)) throw Wrong("address", address);
        if (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)) throw Wrong("address", address);
        RefuseUntrusted("address", ip);
        IPEndPoint? primary = Value("primary") is { } first ? Endpoint("primary", first) : null;
        if (primary is not null) RefuseUntrusted("primary", primary.Address);
        string cluster = Value("cluster-id") ?? SiloSettings.DefaultClusterId;
        if (cluster.Length == 0 || !cluster.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw Wrong("cluster-id", cluster);
        string membership = Value("membership") ?? "default";
        if (membership is not ("default" or "fast")) throw Wrong("membership", membership);
        string? redis = ReadSecret(environment);
        if (redis is not null && primary is not null)
            throw new SettingException($"--primary: {Secret} is set too; expected one way to find the other silos");
        var silo = new SiloSettings
        {
            DataFolder = Writable(Value("data-folder") ?? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "jinlin")),
            ClusterId = cluster,
            Address = ip,
            Primary = primary,
            SiloPort = Port("silo-port"),
            GatewayPort = Port("gateway-port"),
            Threads = Value("threads") is { } threads ? Number("threads", threads, 1, 1024) : null,
            FastMembership = membership == "fast",
            Redis = redis,
        };
        int http = Port("http-port");
        int[] fixedPorts = [.. new[] { silo.SiloPort, silo.GatewayPort ?? 0, http }.Where(p => p != 0)];
        if (fixedPorts.Distinct().Count() < fixedPorts.Length)
            throw new SettingException("--silo-port, --gateway-port, --http-port: expected different ports");
        return (silo, http);

        void RefuseUntrusted(string flag, IPAddress at)
        {
            if (IPAddress.IsLoopback(at) || trusted) return;
            throw new SettingException(
                $"--{flag} {at}: whoever reaches a silo's ports controls it. Give --trusted-network true if " +
                "everybody on that network may, or stay on 127.0.0.1.");
        }

        int Port(string flag) => Value(flag) is { } port ? Number(flag, port, 0, ushort.MaxValue) : 0;
    }

    private static Dictionary<string, string> ReadFlags(string[] args)
    {
        var given = new Dictionary<string, string>();
        for (int i = 0; i < args.Length; i++)
        {
            string flag = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : "";
            if (!Flags.ContainsKey(flag))
            {
                string hint = flag.Contains("redis", StringComparison.OrdinalIgnoreCase)
                    ? $" The connection to Redis is a secret: set {Secret}, or {SecretFile} to a file that holds it." : "";
                string flags = string.Join(", ", Flags.Keys.Select(f => "--" + f));
                throw new SettingException($"no flag is called {args[i].Split('=')[0]}; there are {flags}.{hint}");
            }
            if (flag == "trusted-network" && (i + 1 == args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal)))
            {
                given[flag] = "true";
                continue;
            }
            if (++i == args.Length) throw new SettingException($"--{flag}: nothing follows; expected {Flags[flag]}");
            given[flag] = args[i];
        }
        return given;
    }

    /// <summary>Says nothing of what it read: not even a wrong secret is shown.</summary>
    private static string? ReadSecret(Func<string, string?> environment)
    {
        string? secret = environment(Secret) is { Length: > 0 } given ? given : null;
        if (environment(SecretFile) is { Length: > 0 } path)
        {
            if (secret is not null) throw new SettingException($"{Secret}, {SecretFile}: expected one of them");
            try
            {
                secret = File.ReadAllText(path).Trim();
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                throw new SettingException($"{SecretFile}: {path} cannot be read");
            }
        }
        if (secret is not null && !IsRedis(secret))
        {
            throw new SettingException(
                $"{Secret}: cannot be read; expected HOST:PORT[,password=…][,ssl=true] as StackExchange.Redis has it");
        }
        return secret;
    }

    /// <summary>A URL would pass as a host with the password in its name, which errors of connections tell.</summary>
    private static bool IsRedis(string secret)
    {
        try
        {
            return ConfigurationOptions.Parse(secret).EndPoints is { Count: > 0 } hosts
                && !hosts.Any(h => h.ToString()!.AsSpan().ContainsAny("/@"));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Better now than at the first snapshot, with hours of computing behind.</summary>
    private static string Writable(string folder)
    {
        try
        {
            string probe = Path.Combine(Directory.CreateDirectory(folder).FullName, $".probe-{Guid.NewGuid():n}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }
            return folder;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingException($"--data-folder: found '{folder}'; expected a folder that can be written to");
        }
    }

    private static IPEndPoint Endpoint(string flag, string text) =>
        IPEndPoint.TryParse(text, out IPEndPoint? point) && point.Port != 0 ? point : throw Wrong(flag, text);

    private static int Number(string flag, string text, int low, int high) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= low && value <= high
            ? value : throw Wrong(flag, text);

    private static SettingException Wrong(string flag, string value) =>
        new($"--{flag}: found '{value}'; expected {Flags[flag]}");
}

/// <summary>A setting is wrong; the message is meant for people and holds no secret.</summary>
public sealed class SettingException(string message) : Exception(message);
