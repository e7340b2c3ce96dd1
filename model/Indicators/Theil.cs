using Jinlin.Model.Engine;

namespace Jinlin.Model.Indicators;

/// <summary>So many people of one group with one value.</summary>
public readonly record struct TheilCell(int Group, double Value, long People);

/// <summary>
/// Theil's index T = 1/N Σ (y/μ) ln(y/μ), and its parts between and within groups. 0: all have the same. NaN: not
/// defined, because nobody has anything.
/// </summary>
public readonly record struct Theil(double Total, double Within, double Between)
{
    /// <summary>T of the cells; its groups must be a partition of the people.</summary>
    public static Theil Of(IReadOnlyList<TheilCell> cells)
    {
        double people = 0, sum = 0;
        foreach (TheilCell cell in cells)
        {
            people += cell.People;
            sum += cell.Value * cell.People;
        }
        if (sum <= 0) return new Theil(double.NaN, double.NaN, double.NaN);
        double mean = sum / people, total = 0, between = 0;
        foreach (TheilCell cell in cells) total += cell.People * Term(cell.Value / mean) / people;
        foreach (IGrouping<int, TheilCell> group in cells.GroupBy(c => c.Group))
        {
            double members = group.Sum(c => (double)c.People);
            if (members > 0) between += members / people * Term(group.Sum(c => c.Value * c.People) / members / mean);
        }
        return new Theil(total, total - between, between);
    }

    /// <summary>x ln x, 0 at 0.</summary>
    private static double Term(double x) => x <= 0 ? 0 : x * PortableMath.Log(x);
}
