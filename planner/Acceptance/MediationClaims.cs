using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>Claim 10: where disputes are settled, read from the year's records under all levers.</summary>
internal sealed class MediationClaims : IClaimFamily
{
    public IReadOnlyList<int> Numbers => [10];

    public void Read(SeedWorlds worlds, Facts facts)
    {
        EstateYear run = worlds.All;
        var chance = new Chance(worlds.Seed);
        double share = run.Model.Scenario.Parameters.DisputeSmallShare;
        bool IsSmall(Record r) => chance.Uniform(r.Actor.Value, r.A, (uint)Purpose.DisputeSeverity) < share;
        // Only disputes that had time to go through all tiers.
        Record[] lines = [.. run.Records.Where(r => new NeedKey(r.A).Kind == NeedKind.Dispute
            && new NeedKey(r.A).Day.Value < EstateYear.BurnIn + EstateYear.Year - 60)];
        Record[] asked = [.. lines.Where(r => r.Kind == (ushort)Event.NeedAsked)];
        HashSet<(ActorId, uint)> started = [.. asked.Select(r => (r.Actor, r.A))];
        Record[] settled = [.. lines.Where(r => r.Kind == (ushort)Event.NeedResolved
            && started.Contains((r.Actor, r.A)))];
        facts["small"] = asked.Count(IsSmall);
        facts["small settled"] = settled.Count(r => IsSmall(r) && (HelpSource)r.C == HelpSource.Building);
        facts["brought"] = asked.Length;
        facts["settled"] = settled.Count(r => (HelpSource)r.C is HelpSource.Building or HelpSource.ReasoningRoom);
    }

    public IEnumerable<Claim> Judge(IReadOnlyList<Facts> seeds)
    {
        yield return Pooled("small ones settled in the building", "small", "small settled", .75, 1);
        yield return Pooled("settled in the building or the room", "brought", "settled", .7, .95);
        var p = new Parameters();
        yield return Claim.Exact(10, ClaimClass.E, "mediation", "least loss of P(settle) when trust falls from .6 to .3",
            new[] { (0, false), (1, true) }.Min(t => Disputes.Settles(.6, t.Item1, t.Item2, 3, p)
                - Disputes.Settles(.3, t.Item1, t.Item2, 3, p)), .001, 1);

        Claim Pooled(string what, string of, string which, double least, double most)
        {
            int trials = (int)seeds.Sum(s => s[of]), hits = (int)seeds.Sum(s => s[which]);
            return Claim.Share(10, ClaimClass.E, "mediation", $"share of disputes: {what}",
                Enumerable.Range(0, trials).Select(i => i < hits ? 1.0 : 0), least, most);
        }
    }
}
