using StackExchange.Redis;

namespace Jinlin.Grains.Storage;

/// <summary>Whether a Redis keeps what it has acknowledged, also after a loss of power.</summary>
public static class RedisDurability
{
    private static readonly (string Setting, string Wanted, string Why)[] Needed =
    [
        ("appendonly", "yes", "writes go to its log"),
        ("appendfsync", "always", "the log is synced before it answers"),
        ("maxmemory-policy", "noeviction", "it never forgets to make room"),
    ];

    /// <summary>Asks every server that takes writes. To be called before anything is kept.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong, or cannot be asked for.</exception>
    public static async Task Check(IConnectionMultiplexer redis)
    {
        IServer[] servers = [.. redis.GetServers().Where(s => s.IsConnected && !s.IsReplica)];
        if (servers.Length == 0) throw new InvalidOperationException("no Redis that takes writes is connected");
        foreach (IServer server in servers)
        {
            foreach ((string setting, string wanted, string why) in Needed)
            {
                string? found = await Ask(server, setting);
                if (found == wanted) continue;
                throw new InvalidOperationException(
                    $"Redis has {setting} {found ?? "unset"}; expected {wanted}, so that {why}. " +
                    $"Start it with --{setting} {wanted}");
            }
        }
    }

    private static async Task<string?> Ask(IServer server, string setting)
    {
        try
        {
            return (await server.ConfigGetAsync(setting)).FirstOrDefault().Value;
        }
        catch (RedisServerException refusal)
        {
            throw new InvalidOperationException(
                $"Redis does not tell its {setting} ({refusal.Message}); allow CONFIG GET to this user", refusal);
        }
    }
}
