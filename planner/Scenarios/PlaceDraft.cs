using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>A place as a file gives it, by name; a town turns the names into numbers.</summary>
public sealed class PlaceDraft
{
    internal static readonly string[] Keys = ["district", "estates", "share"];

    private ScalarNode? _district;
    private IReadOnlyList<ScalarNode>? _estates;
    private double? _share;

    private PlaceDraft()
    {
    }

    /// <summary>Reads <c>place:</c>; the whole city where there is none.</summary>
    public static PlaceDraft Read(InputNode? node, Problems problems)
    {
        var place = new PlaceDraft();
        switch (node)
        {
            case null or ScalarNode { Text: "city" }:
                break;
            case MapNode { Entries.Count: 1 } map:
                place.ReadOne(new Fields(map, problems, Keys), problems);
                break;
            default:
                problems.Add(node, Words.Place);
                break;
        }
        return place;
    }

    /// <summary>The place in a town; the city after a problem was noted.</summary>
    public Place In(TownPlan town, Problems problems)
    {
        if (_district is { } district)
        {
            int index = town.Districts.ToList().IndexOf(district.Text);
            if (index >= 0) return new Place.District(index);
            problems.Add(district, Words.DistrictOfTown(district.Text, town.Districts));
        }
        if (_estates is { } estates)
        {
            var ids = new List<NeighborhoodId>();
            foreach (ScalarNode estate in estates)
            {
                int index = IndexOf(town, estate.Text);
                if (index < 0)
                    problems.Add(estate, Words.EstateOfTown(estate.Text, [.. town.Estates.Select(e => e.Name)]));
                else ids.Add(new NeighborhoodId(index));
            }
            return new Place.Estates([.. ids.Distinct()]);
        }
        return _share is { } share ? new Place.Share(share) : new Place.City();
    }

    private static int IndexOf(TownPlan town, string estate)
    {
        for (int i = 0; i < town.Estates.Count; i++)
        {
            if (town.Estates[i].Name == estate) return i;
        }
        return -1;
    }

    private void ReadOne(Fields fields, Problems problems)
    {
        if (fields.Text("district") is not null) _district = (ScalarNode)fields.Node("district")!;
        _share = fields.Number("share", 0.0001, 1);
        if (!fields.Has("estates")) return;
        IReadOnlyList<InputNode> names = fields.List("estates");
        if (names.Count == 0 && fields.Node("estates") is ListNode none) problems.Add(none, Words.AnEstate);
        _estates = [.. names.Where(n => Fields.Text(n, problems) is not null).Cast<ScalarNode>()];
    }
}
