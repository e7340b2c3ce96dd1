using Jinlin.Model.Engine;

namespace Jinlin.Model.Policy;

/// <summary>
/// What an estate spends day by day, in whole fen (¥.01), so that days and estates add up exactly in any order.
/// A year of 365 days in force costs the yearly price to the fen.
/// </summary>
public sealed class CostAccount(EstateSize estate, Prices prices)
{
    private const int DaysPerYear = 365;

    private Levers? _levers;
    private long _fenPerYear;

    /// <summary>Fen spent on a day under the levers in force.</summary>
    public long FenOn(Day day, Levers levers)
    {
        if (!ReferenceEquals(levers, _levers))
        {
            _levers = levers;
            _fenPerYear = (long)((Costs.YuanPerYear(levers, estate, prices) * 100) + 0.5);
        }
        return Until(day.Value + 1) - Until(day.Value);
    }

    /// <summary>Fen of the first days of a run, had the levers been in force since.</summary>
    private long Until(int days) => (long)((Int128)_fenPerYear * days / DaysPerYear);
}
