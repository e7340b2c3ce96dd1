using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Planner.Runs;

/// <summary>What a result needs of one neighborhood at a cut; travels as bytes from the silo that has it.</summary>
/// <param name="Residents">0 for services of the city.</param>
/// <param name="Daily">The integers of the last day that ended.</param>
/// <param name="Organizations">Those that exist.</param>
/// <param name="Ties">All ties of every n-th resident; none where none were asked for.</param>
public sealed record EstateEnd(
    int Residents, long[] Daily, OrganizationReading[] Organizations, TieReading[] Ties)
{
    /// <param name="every">Every how many-th resident's ties; 0: none.</param>
    public static EstateEnd Of(Neighborhood neighborhood, int every)
    {
        if (neighborhood.Population is not EstatePopulation estate)
            return new EstateEnd(0, neighborhood.Daily.ToArray(), [], []);
        var today = new Day(Math.Max(0, neighborhood.Clock.Day.Value - 1));
        return new EstateEnd(
            estate.Roster.Residents.Length, neighborhood.Daily.ToArray(),
            [.. estate.ReadOrganizations().Where(o => o.FoundedDay > 0 || o.Members > 0)],
            every == 0 ? [] : [.. estate.ReadTies(today, every)]);
    }

    public byte[] ToBytes()
    {
        StateWriter writer = StateWriter.ToBytes();
        writer.Write(Residents);
        writer.WriteSpan<long>(Daily);
        writer.WriteSpan<OrganizationReading>(Organizations);
        writer.WriteSpan<TieReading>(Ties);
        return writer.Bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    public static EstateEnd Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new StateReader(bytes);
        return new EstateEnd(
            reader.Read<int>(), reader.ReadArray<long>(), reader.ReadArray<OrganizationReading>(),
            reader.ReadArray<TieReading>());
    }
}
