namespace Jinlin.Planner.Acceptance;

/// <summary>All claims over some seeds, the seeds in parallel, one thread each.</summary>
public static class AcceptanceRun
{
    private static readonly IClaimFamily[] Families =
    [
        new DeterminismClaims(), new EveningClaims(), new VolunteerClaims(), new FormulaClaims(), new PublicClaims(),
        new MediationClaims(), new SocietyClaims(), new HarmClaims(),
    ];

    /// <summary>The numbers of section 8 that can be asked for.</summary>
    public static IReadOnlyList<int> Numbers { get; } = [.. Families.SelectMany(f => f.Numbers).Order()];

    /// <param name="seeds">Seeds 1 to this.</param>
    /// <param name="numbers">Which claims; empty: all.</param>
    public static IReadOnlyList<Claim> Judge(
        int seeds, IReadOnlyCollection<int> numbers, CancellationToken cancellation = default)
    {
        IClaimFamily[] wanted = [.. Families.Where(f => numbers.Count == 0 || f.Numbers.Any(numbers.Contains))];
        var facts = new Facts[seeds];
        Parallel.For(
            0, seeds,
            new ParallelOptions
            {
                CancellationToken = cancellation,
                MaxDegreeOfParallelism = Environment.ProcessorCount,
            },
            i =>
            {
                var worlds = new SeedWorlds((ulong)i + 1);
                facts[i] = new Facts();
                foreach (IClaimFamily family in wanted) family.Read(worlds, facts[i]);
            });
        return [.. wanted.SelectMany(f => f.Judge(facts))
            .Where(c => numbers.Count == 0 || numbers.Contains(c.Number)).OrderBy(c => c.Number)];
    }
}
