using Jinlin.Model.World;
using Jinlin.Planner.Input;

namespace Jinlin.Planner.Towns;

/// <summary>
/// Imports a network as a town of one estate. Nothing is known of houses: everybody lives in one building, so that each
/// may meet each (rule 13 meets over a building's roster) and the acquaintance index is the network's own density.
/// </summary>
public static class NetworkTown
{
    /// <exception cref="InputException">The first thing wrong with either file.</exception>
    public static TownPlan Read(NetworkSource source)
    {
        (List<Person> people, Dictionary<string, int> index) = Residents(source);
        DyadTable dyads = DyadTable.Read(source, index);
        int[] settled = new int[people.Count];
        int household = -1;
        string? last = null;
        var residents = new List<ImportedResident>(people.Count);
        foreach (Person person in people.OrderBy(p => NewKey.Of(source.Name, p.Household)).ThenBy(p => p.Household)
            .ThenBy(p => NewKey.Rank(p.Age)).ThenBy(p => NewKey.Of(source.Name, p.Id)))
        {
            if (person.Household != last) household++;
            last = person.Household;
            settled[person.Index] = residents.Count;
            residents.Add(new ImportedResident(household, 0, person.Age, person.Woman));
        }
        List<InitialTie> ties = [.. dyads.Ties
            .Select(t => new InitialTie(settled[t.From], settled[t.To], (float)source.Strength))
            .OrderBy(t => t.From).ThenBy(t => t.To)];
        foreach (IGrouping<int, InitialTie> row in ties.GroupBy(t => t.From))
        {
            if (row.Count() > ImportLimits.TiesPerResident)
                throw SourceFile.Error(source.Dyads, 0, $"{row.Count()} ties from one resident",
                    $"at most {ImportLimits.TiesPerResident}");
        }
        return new TownPlan
        {
            Name = source.Name,
            Provenance = source.Provenance,
            CensusYear = source.CensusYear,
            Districts = [source.Name],
            Attribution = source.Attribution,
            Estates =
            [
                new EstatePlan
                {
                    Name = source.Name,
                    Population = residents.Count,
                    Households = household + 1,
                    Buildings = 1,
                    Over60 = residents.Count(r => r.Age >= 60),
                    Floors = 1,
                    People = residents,
                    Ties = ties,
                },
            ],
        };
    }

    /// <summary>The pairs with their covariates, for a network's facts.</summary>
    public static DyadTable ReadDyads(NetworkSource source) => DyadTable.Read(source, Residents(source).Index);

    private sealed record Person(int Index, string Id, string Household, int? Age, bool? Woman);

    private static (List<Person> People, Dictionary<string, int> Index) Residents(NetworkSource source)
    {
        Table table = Table.Read(source.Residents, ImportLimits.Residents);
        PersonalData.Refuse(table);
        int id = DyadTable.Named(table, source.Id), household = DyadTable.Named(table, source.Household);
        int age = source.Age is { } a ? DyadTable.Named(table, a) : -1;
        int sex = source.Sex is { } s ? DyadTable.Named(table, s) : -1;
        var people = new List<Person>(table.Rows.Count);
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (TableRow row in table.Rows)
        {
            string key = table.Required(row, id);
            if (!index.TryAdd(key, people.Count)) throw table.Error(row.Line, id, key, "an id of its own");
            int? years = Table.Text(row, age) == "NA" ? null : table.WholeOrNone(row, age, 0, 110);
            people.Add(new Person(people.Count, key, table.Required(row, household), years, table.Woman(row, sex)));
        }
        if (people.Count < 2) throw SourceFile.Error(source.Residents, 0, $"{people.Count} residents", "at least 2");
        return (people, index);
    }
}
