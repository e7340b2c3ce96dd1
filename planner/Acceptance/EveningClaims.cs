using Jinlin.Model.Policy;
using static Jinlin.Model.Policy.Lever;

namespace Jinlin.Planner.Acceptance;

/// <summary>Claims 1 and 2: the call at eight, with the chat, without it, and without anybody one knows.</summary>
internal sealed class EveningClaims : IClaimFamily
{
    private const int Days = 14;

    public IReadOnlyList<int> Numbers => [1, 2];

    public void Read(SeedWorlds worlds, Facts facts)
    {
        var chat = EveningCall.Make(worlds.Seed, worlds.Plan, Levers(1, 1), Days);
        var named = EveningCall.Make(worlds.Seed, worlds.Plan, Levers(0, 0), Days);
        Model.World.TownPlan strangers = worlds.Plan with
        {
            Estates = [.. worlds.Plan.Estates.Select(e => e with { Ties = [] })],
        };
        var alone = EveningCall.Make(worlds.Seed, strangers, Levers(0, 0), 0, EveningCall.Asker.Friendless);
        var anybody = EveningCall.Make(worlds.Seed, worlds.Plan, Levers(1, 1), Days, EveningCall.Asker.Anybody);
        facts["four"] = chat.Neighbors >= 4 ? 1 : 0;
        facts["first"] = chat.First;
        facts["advised"] = chat.Advised ? 1 : 0;
        facts["four, anybody"] = anybody.Neighbors >= 4 ? 1 : 0;
        facts["less"] = (chat.Neighbors > 0 ? 1 : 0) - (named.Neighbors > 0 ? 1 : 0);
        facts["four by name"] = named.Neighbors >= 4 ? 1 : 0;
        facts["ambulance only"] = alone is { Neighbors: 0, Ambulance: true } ? 1 : 0;
    }

    public IEnumerable<Claim> Judge(IReadOnlyList<Facts> seeds)
    {
        IEnumerable<double> All(string name) => seeds.Select(s => s[name]);
        yield return Claim.Share(1, ClaimClass.E, "the 8 pm call", "share of runs with ≥ 4 neighbors in 15 min",
            All("four"), .8, 1);
        yield return Claim.Mean(1, ClaimClass.E, "the 8 pm call", "minutes to the first neighbor; ‘about 6’ read as 4–8",
            All("first"), 4, 8);
        yield return Claim.Share(1, ClaimClass.E, "the 8 pm call", "share of runs with a remote clinician",
            All("advised"), .5, 1);
        yield return Claim.Share(1, ClaimClass.E, "the 8 pm call", "the same, asked by anybody, off the chat too",
            All("four, anybody"), .8, 1)
            with
        { IsReport = true };
        yield return Claim.Positive(2, ClaimClass.E, "no chat", "P(any in 15 min) with chat less without, paired",
            All("less"));
        yield return Claim.Share(2, ClaimClass.V, "no chat", "share of runs with ≥ 4 neighbors", All("four by name"), 0,
            0);
        yield return Claim.Share(2, ClaimClass.E, "no ties", "share of runs in which only the ambulance came",
            All("ambulance only"), 1, 1);
    }

    private static Dictionary<Lever, double> Levers(double coverage, double clinicians) =>
        new() { [ChatCoverage] = coverage, [ClinicianRoster] = clinicians };
}
