namespace Jinlin.Planner.Discovery;

/// <summary>What values a condition takes.</summary>
public enum ConditionKind
{
    /// <summary>Any number.</summary>
    Real,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>One of some names, as their numbers from 0; at most 64.</summary>
    Category,
}

/// <summary>One input of the cases: a column.</summary>
/// <param name="Values">One for each case.</param>
public sealed record Condition(string Name, ConditionKind Kind, IReadOnlyList<double> Values)
{
    /// <summary>A category's names; empty for numbers.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}

/// <summary>Cases under known conditions, and which of them are of interest.</summary>
public sealed class CaseTable
{
    /// <exception cref="ArgumentException">The columns differ in length, or there is no case of interest.</exception>
    public CaseTable(IReadOnlyList<Condition> conditions, IReadOnlyList<bool> interesting)
    {
        if (conditions.Any(c => c.Values.Count != interesting.Count))
            throw new ArgumentException("every condition has a value for every case");
        (Conditions, Interesting) = (conditions, interesting);
        OfInterest = interesting.Count(i => i);
        Whole = new Box([.. conditions.Select(Limit.Around)]);
    }

    public IReadOnlyList<Condition> Conditions { get; }

    public IReadOnlyList<bool> Interesting { get; }

    /// <summary>Number of cases.</summary>
    public int Count => Interesting.Count;

    /// <summary>Number of those of interest.</summary>
    public int OfInterest { get; }

    /// <summary>The box around all cases.</summary>
    public Box Whole { get; }

    /// <summary>The cases within a box, in their order.</summary>
    public int[] Inside(Box box) => [.. Enumerable.Range(0, Count).Where(i => box.Contains(Conditions, i))];

    /// <summary>The share of interesting ones among some cases; 0 if there are none.</summary>
    public double Density(IReadOnlyList<int> cases) =>
        cases.Count == 0 ? 0 : (double)cases.Count(i => Interesting[i]) / cases.Count;

    /// <summary>Some of the cases, in the order given.</summary>
    public CaseTable Of(IReadOnlyList<int> cases) => new(
        [.. Conditions.Select(c => c with { Values = [.. cases.Select(i => c.Values[i])] })],
        [.. cases.Select(i => Interesting[i])]);
}
