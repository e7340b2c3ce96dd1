using Jinlin.Model.Policy;

namespace Jinlin.Model.Tests.Policy;

public class PolicyPresetsTests
{
    /// <summary>Section 5, word by word.</summary>
    [Fact]
    public void All_is_as_the_model_states()
    {
        PolicyStep step = Assert.Single(PolicyPresets.Find("all")!.Steps);
        IReadOnlyDictionary<Lever, double> set = step.Set;
        Assert.IsType<Place.City>(step.Place);
        (Lever, double)[] stated =
        [
            (Lever.BranchSupport, 1), (Lever.Branches, 1), (Lever.HouseholdsPerHead, 35), (Lever.Visits, 2),
            (Lever.ChatCoverage, 1), (Lever.Events, 4), (Lever.TargetedShare, .5), (Lever.Deliberation, 1),
            (Lever.SortingHours, 10), (Lever.TreeHours, 10), (Lever.WomensHours, 10), (Lever.MarshalHours, 10),
            (Lever.HomeServiceHours, 10), (Lever.RotaDays, 5), (Lever.Partners, 10), (Lever.Whistle, 2),
            (Lever.WhistleDeadline, 168), (Lever.Canteens, 1), (Lever.MealSubsidy, 3), (Lever.CircleSites, 1),
            (Lever.Mediators, 2), (Lever.TimeBankCredit, .5), (Lever.CoachingHours, 4), (Lever.ReserveDays, 1),
            (Lever.CoolRoomSeats, 50),
        ];
        Assert.All(stated, s => Assert.Equal(s.Item2, set[s.Item1]));
        Assert.All(LeverCatalog.All.Where(i => i.Form == LeverForm.OnOff), i => Assert.Equal(1, set[i.Lever]));
    }

    [Fact]
    public void The_pillars_share_no_lever_and_together_are_all()
    {
        PolicyStep[] pillars = [.. new[] { "mutual-help", "guardianship", "co-building" }
            .Select(n => PolicyPresets.Find(n)!.Steps[0])];
        var together = pillars.SelectMany(p => p.Set).ToDictionary(s => s.Key, s => s.Value);
        Assert.Equal(PolicyPresets.Find("all")!.Steps[0].Set.OrderBy(s => s.Key), together.OrderBy(s => s.Key));
    }

    [Fact]
    public void Every_name_is_found_and_none_sets_nothing()
    {
        Assert.All(PolicyPresets.Names, n => Assert.Equal(n, PolicyPresets.Find(n)!.Name));
        Assert.Empty(PolicyPresets.Find("none")!.Steps);
        Assert.Null(PolicyPresets.Find("everything"));
    }
}
