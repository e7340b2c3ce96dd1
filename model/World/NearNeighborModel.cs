using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;

namespace Jinlin.Model.World;

/// <summary>
/// The near-neighbor model: estates 0 to E − 1, then the city's services (which answer calls), then its hubs and
/// partner organizations (which write mail).
/// </summary>
public sealed class NearNeighborModel : IModel
{
    private readonly Scenario _scenario;
    private readonly PolicySchedule _policies;
    private readonly ActorId[] _first;
    private readonly HubPlan _hubPlan;
    private readonly Roster?[] _rosters;
    private readonly NeighborhoodId[]?[] _near;

    /// <param name="scenario">All inputs but the seed.</param>
    /// <param name="seed">The key of every draw, of the town as of its course.</param>
    /// <param name="twin">
    /// A model of the same town and seed under other policies: its rosters are shared instead of drawn again.
    /// </param>
    public NearNeighborModel(Scenario scenario, ulong seed, NearNeighborModel? twin = null)
    {
        _scenario = scenario;
        Seed = seed;
        int estates = scenario.Town.Estates.Count;
        _hubPlan = new HubPlan(scenario.Town);
        ActorCounts =
            [.. scenario.Town.Estates.Select(Synthesis.ActorCount), CitySlots.Services, _hubPlan.Actors];
        _first = new ActorId[ActorCounts.Count];
        for (int i = 1; i < _first.Length; i++) _first[i] = new ActorId(_first[i - 1].Value + (uint)ActorCounts[i - 1]);
        _policies = new PolicySchedule(scenario, seed);
        _near = new NeighborhoodId[estates][];
        _rosters = twin is not null && twin.Seed == seed && ReferenceEquals(twin._scenario.Town, scenario.Town)
            ? twin._rosters : new Roster?[estates];
    }

    public string Name => "near-neighbor";

    public ulong Seed { get; }

    public Scenario Scenario => _scenario;

    public Latencies Latencies => Latencies.NearNeighbor;

    public IReadOnlyList<string> Kinds { get; } = KindNames();

    public IReadOnlyList<string> Indicators => IndicatorCatalog.Names;

    public IReadOnlyList<int> ActorCounts { get; }

    /// <summary>Neighborhoods of residents.</summary>
    public int Estates => _scenario.Town.Estates.Count;

    public bool AnswersCalls(NeighborhoodId neighborhood) => neighborhood.Value == Estates;

    /// <summary>What synthesis froze about one estate; drawn on first use.</summary>
    public Roster RosterOf(NeighborhoodId estate) => _rosters[estate.Value] ??= Synthesis.Build(
        _scenario.Town, estate, _first, _scenario.Parameters, new Chance(Seed));

    public IPopulation Populate(NeighborhoodId id)
    {
        if (id.Value == Estates) return new CityPopulation(_scenario, _first, _policies);
        if (id.Value == Estates + 1) return new HubPopulation(_scenario);
        return new EstatePopulation(new Setting(
            _scenario, RosterOf(id), _first[Estates], _hubPlan, _policies));
    }

    public ulong Signals(Day day, ReadOnlySpan<long> indicators, ulong signals) =>
        _policies.Signals(day, indicators, signals);

    /// <summary>
    /// Whether a neighborhood lives under other rules on a day than in another world of the same scenario and seed, so
    /// that its course may differ though it hears the same. Errs towards yes.
    /// </summary>
    /// <param name="other">That world.</param>
    /// <param name="otherSignals">What its bulk hook is handed.</param>
    /// <param name="signals">What this one's is handed.</param>
    public bool Differs(
        NearNeighborModel other, NeighborhoodId neighborhood, Day day, ulong otherSignals, ulong signals)
    {
        // Estates keep the signals among their state.
        if (signals != otherSignals) return true;
        if (neighborhood.Value > Estates) return false;
        if (!_policies.LeversIn(neighborhood, day, signals).Same(other._policies.LeversIn(neighborhood, day, signals)))
            return true;
        if (neighborhood.Value == Estates) return false;
        return EatsElsewhere(other, neighborhood, day, signals) || RemembersOtherwise(other, neighborhood, signals);
    }

    /// <summary>Elders know which canteens are open nearby, and what a meal is.</summary>
    private bool EatsElsewhere(NearNeighborModel other, NeighborhoodId estate, Day day, ulong signals)
    {
        foreach (NeighborhoodId near in _near[estate.Value] ??= Near(estate))
        {
            Levers ours = _policies.LeversIn(near, day, signals), theirs = other._policies.LeversIn(near, day, signals);
            if (ours[Lever.Canteens] != theirs[Lever.Canteens] || ours[Lever.MealSubsidy] != theirs[Lever.MealSubsidy])
                return true;
        }
        return false;
    }

    private NeighborhoodId[] Near(NeighborhoodId estate) =>
        [.. Enumerable.Range(0, Estates)
            .Where(e => CanteenReach.IsNear(_scenario.Town.Estates[estate.Value], _scenario.Town.Estates[e]))
            .Select(e => new NeighborhoodId(e))];

    /// <summary>What is left of a shock's spirit depends on the branch that there was when it ended (rule 12).</summary>
    private bool RemembersOtherwise(NearNeighborModel other, NeighborhoodId estate, ulong signals) =>
        _scenario.Shocks.Count > 0
        && _policies.Boundaries.Concat(other._policies.Boundaries).Any(day =>
            IsOther(other, estate, day, signals, Lever.Branches)
            || IsOther(other, estate, day, signals, Lever.BranchSupport));

    private bool IsOther(NearNeighborModel other, NeighborhoodId estate, Day day, ulong signals, Lever lever) =>
        _policies.ValueOn(estate, day, signals, lever) != other._policies.ValueOn(estate, day, signals, lever);

    private static string[] KindNames()
    {
        var names = new string[256];
        Array.Fill(names, "");
        foreach (Kind kind in Enum.GetValues<Kind>()) names[(int)kind] = kind.ToString();
        return names;
    }
}
