using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Jinlin.Planner.Towns;

/// <summary>
/// Ids keyed anew (law 8): imported people are ordered by a one-way number of their id within their household, so that
/// neither the id nor its place in the file goes into a town. Adults stand first, because the first of a household
/// speaks for it.
/// </summary>
internal static class NewKey
{
    public static ulong Of(string town, string id) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{town}\n{id}")));

    public static int Rank(int? age) => age < 18 ? 1 : 0;
}
