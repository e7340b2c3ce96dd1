using System.Security.Cryptography;
using System.Text;
using Jinlin.Model.Policy;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// What identifies a replication: the SHA-256 of its inputs, its seed and the engine's version. Equal keys have equal
/// results.
/// </summary>
/// <param name="Text">64 lower-case hexadecimal digits.</param>
public readonly record struct ReplicationKey(string Text)
{
    /// <param name="scenario">With the world's policies.</param>
    public static ReplicationKey Of(Scenario scenario, ulong seed) => Of(scenario, seed, RunInputs.EngineVersion);

    internal static ReplicationKey Of(Scenario scenario, ulong seed, string engine)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{engine}\n{seed}\n"));
        hash.AppendData(CanonicalInputs.Hash(scenario));
        return new ReplicationKey(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
