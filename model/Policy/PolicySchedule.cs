using System.Diagnostics.CodeAnalysis;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;

namespace Jinlin.Model.Policy;

/// <summary>
/// Which levers are in force where and when. The status quo's steps come first, then those of the policies in their
/// order; where two set one lever, the later one holds, so that policies overlay the status quo and a policy's later
/// step refines its earlier one. Read from many threads.
/// </summary>
/// <remarks>
/// Days of steps count from the end of burn-in. A step of the status quo whose first day is 0 is in force during
/// burn-in too. A triggered step takes one bit of the signals, in the order of the steps, so that what the status
/// quo's triggers have fired in a shared burn-in means the same under every policy.
/// </remarks>
public sealed class PolicySchedule
{
    /// <summary>Triggered steps that one scenario may have: the bits of the signals.</summary>
    public const int MostTriggers = 64;

    private readonly Step[] _steps;
    private readonly int[] _boundaries;
    private readonly Span[] _current;
    private readonly int _burnInDays;

    /// <exception cref="ArgumentException">More than 64 triggered steps, or one on an unknown indicator.</exception>
    public PolicySchedule(Scenario scenario, ulong seed)
    {
        _burnInDays = scenario.BurnInDays;
        Seed = seed;
        Places = new PlaceMap(scenario.Town, seed);
        var steps = new List<Step>();
        int triggers = 0;
        foreach (PolicyPlan plan in Plans(scenario))
        {
            bool statusQuo = ReferenceEquals(plan, scenario.StatusQuo);
            foreach (PolicyStep step in plan.Steps)
            {
                if (step.When is not null && triggers == MostTriggers)
                {
                    throw new ArgumentException(
                        $"policy {plan.Name}: more than {MostTriggers} steps with a trigger in one scenario");
                }
                steps.Add(new Step(
                    [.. step.Set], Places.Of(step.Place), step.Place is Place.City,
                    statusQuo && step.From <= 0 && step.When is null ? 0 : _burnInDays + step.From,
                    step.Until is { } until ? _burnInDays + until : int.MaxValue,
                    step.When is null ? -1 : triggers++, step.When is { } w ? Trigger.Of(w, plan.Name) : null));
            }
        }
        _steps = [.. steps];
        _boundaries = [.. _steps.SelectMany(s => new[] { s.First, s.End }).Distinct().Order()];
        _current = new Span[scenario.Town.Estates.Count + 1];
    }

    /// <summary>The run's seed, to which places are keyed.</summary>
    public ulong Seed { get; }

    /// <summary>Which estates a place means in this run.</summary>
    public PlaceMap Places { get; }

    /// <summary>
    /// The levers in force in an estate on a day: the same instance as long as nothing changes. For any other
    /// neighborhood, those of the whole city.
    /// </summary>
    /// <param name="signals">The triggers that have fired, as handed to the day's bulk hook.</param>
    public Levers LeversIn(NeighborhoodId estate, Day day, ulong signals)
    {
        int place = Math.Min(estate.Value, _current.Length - 1);
        Span? current = Volatile.Read(ref _current[place]);
        if (current is not null && current.First <= day.Value && day.Value < current.End && current.Signals == signals)
            return current.Levers;
        return Change(place, day.Value, signals, current?.Levers);
    }

    /// <summary>The days on which a step begins or ends, ascending.</summary>
    public IEnumerable<Day> Boundaries => _boundaries.Select(b => new Day(b));

    /// <summary>
    /// Levers that are in force in the whole city: what the estates that are not simulated live under.
    /// </summary>
    public Levers LeversInCity(Day day, ulong signals) =>
        LeversIn(new NeighborhoodId(_current.Length - 1), day, signals);

    /// <summary>One lever on another day than the present, as far as the triggers fired by now tell.</summary>
    public double ValueOn(NeighborhoodId estate, Day day, ulong signals, Lever lever)
    {
        double value = LeverCatalog.Baseline[lever];
        foreach (Step step in _steps)
        {
            if (!InForce(step, estate.Value, day.Value, signals)) continue;
            foreach ((Lever set, double to) in step.Set)
            {
                if (set == lever) value = to;
            }
        }
        return value;
    }

    /// <summary>
    /// Evaluates the triggers on a finished day's merged integers; what has fired stays fired (law 6). Triggers are
    /// looked at from the step's first day on.
    /// </summary>
    public ulong Signals(Day day, ReadOnlySpan<long> indicators, ulong signals)
    {
        foreach (Step step in _steps)
        {
            if (step.Trigger is not { } trigger || day.Value < step.First) continue;
            ulong bit = 1UL << step.Bit;
            if ((signals & bit) == 0 && trigger.Fires(day, indicators)) signals |= bit;
        }
        return signals;
    }

    private static IEnumerable<PolicyPlan> Plans(Scenario scenario) =>
        scenario.StatusQuo is { } statusQuo ? scenario.Policies.Prepend(statusQuo) : scenario.Policies;

    private Levers Change(int place, int day, ulong signals, Levers? before)
    {
        Span<double> values = stackalloc double[Levers.Count];
        for (int i = 0; i < values.Length; i++) values[i] = LeverCatalog.Baseline[(Lever)i];
        foreach (Step step in _steps)
        {
            if (!InForce(step, place, day, signals)) continue;
            foreach ((Lever lever, double value) in step.Set) values[(int)lever] = value;
        }
        Levers levers = before is not null && Same(before, values) ? before : new Levers(values);
        int next = Array.BinarySearch(_boundaries, day);
        next = next >= 0 ? next + 1 : ~next;
        Volatile.Write(ref _current[place], new Span(
            next == 0 ? int.MinValue : _boundaries[next - 1],
            next == _boundaries.Length ? int.MaxValue : _boundaries[next], signals, levers));
        return levers;
    }

    private bool InForce(Step step, int place, int day, ulong signals) =>
        day >= step.First && day < step.End
        && (place < _current.Length - 1 ? step.Estates[place] : step.Everywhere)
        && (step.Bit < 0 || (signals & (1UL << step.Bit)) != 0);

    private static bool Same(Levers levers, ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (levers[(Lever)i] != values[i]) return false;
        }
        return true;
    }

    /// <summary>What was in force in one place over a stretch of days in which no step begins or ends.</summary>
    private sealed record Span(int First, int End, ulong Signals, Levers Levers);

    private sealed record Step(
        KeyValuePair<Lever, double>[] Set, bool[] Estates, bool Everywhere, int First, int End, int Bit,
        Trigger? Trigger);

    /// <summary>A trigger with its indicator found.</summary>
    private sealed record Trigger(Indicator Indicator, int Group, bool Above, double Threshold)
    {
        public static Trigger Of(IndicatorTrigger trigger, string policy) =>
            TriggerIndicator.TryFind(trigger.Indicator, out Indicator? indicator, out int group)
                ? new Trigger(indicator, group, trigger.Above, trigger.Threshold)
                : throw new ArgumentException($"policy {policy}: no indicator is called {trigger.Indicator}");

        public bool Fires(Day day, ReadOnlySpan<long> integers)
        {
            double value = IndicatorSeries.OfDay(Indicator, day, integers, Group);
            return Above ? value > Threshold : value < Threshold;
        }
    }
}

/// <summary>
/// The indicator that a trigger names: its id, followed by a group where one is meant, as in
/// <c>quality.over80-alone</c>.
/// </summary>
public static class TriggerIndicator
{
    public static bool TryFind(string name, [NotNullWhen(true)] out Indicator? indicator, out int group)
    {
        int dot = name.IndexOf('.');
        indicator = IndicatorList.Find(dot < 0 ? name : name[..dot]);
        group = 0;
        if (dot < 0) return indicator is not null;
        for (int g = 0; g < IndicatorCatalog.Groups.Count; g++)
        {
            if (IndicatorCatalog.Groups[g] == name[(dot + 1)..]) group = g;
        }
        return indicator is { ByGroup: true } && group > 0;
    }
}
