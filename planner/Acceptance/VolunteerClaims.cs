using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>Claims 3 and 6: the help group with and without the branch, and who does the work.</summary>
internal sealed class VolunteerClaims : IClaimFamily
{
    private const Roles Member = Roles.HelpGroup | Roles.SortingTeam | Roles.TreeTeam | Roles.WomensTeam
        | Roles.MarshalTeam | Roles.HomeServiceTeam;

    public IReadOnlyList<int> Numbers => [3, 6];

    public void Read(SeedWorlds worlds, Facts facts)
    {
        foreach (double beta in (double[])[1, .3, 0]) facts[$"group {beta}"] = Group(worlds.Supported(beta));
        EstateYear settled = worlds.SettledGuardianship;
        ResidentReading[] end = [.. settled.Estate.ReadResidents()];
        int[] minutes = [.. settled.AtStart.Where(r => (r.Roles & Member) != 0)
            .Select(r => end[r.Slot].MinutesGiven - r.MinutesGiven).OrderDescending()];
        double all = minutes.Sum(m => (double)m);
        if (all > 0) facts["top third"] = minutes.Take((minutes.Length + 2) / 3).Sum(m => (double)m) / all;
    }

    public IEnumerable<Claim> Judge(IReadOnlyList<Facts> seeds)
    {
        IEnumerable<double> All(string name) => seeds.Select(s => s[name]);
        yield return Claim.Mean(3, ClaimClass.C, "help group at β = 1", "members after 52 weeks", All("group 1"), 25, 40);
        yield return Claim.Mean(3, ClaimClass.E, "help group at β = .3", "members after 52 weeks", All("group 0.3"), 0,
            15);
        yield return Claim.Mean(3, ClaimClass.E, "help group at β = 0", "members after 52 weeks, of 5", All("group 0"),
            0, 4.99);
        yield return Claim.Mean(6, ClaimClass.E, "effort", "share of hours by the top third of members at the start",
            All("top third"), .75, .9);
    }

    private static int Group(EstateYear run) => run.Estate.ReadOrganizations()
        .First(o => o.Slot == OrganizationSlot.HelpGroup).Members;
}
