namespace Jinlin.Model.Policy;

/// <summary>One thing that a lever costs: so many times a price.</summary>
/// <param name="Price">The item of <see cref="Prices"/>.</param>
/// <param name="Formula">How often, in words.</param>
/// <param name="Quantity">How often: per year for money, per week for hours.</param>
public sealed record CostTerm(string Price, string Formula, Func<Levers, EstateSize, double> Quantity, bool IsHours)
{
    /// <summary>Weeks of a year of 365 days.</summary>
    public const double WeeksPerYear = 365 / 7.0;

    /// <summary>Money; <paramref name="quantity"/> per year.</summary>
    public static CostTerm Money(string price, string formula, Func<Levers, EstateSize, double> quantity) =>
        new(price, formula, quantity, false);

    /// <summary>Hours that volunteers are planned to give; <paramref name="quantity"/> per week.</summary>
    public static CostTerm Hours(string price, string formula, Func<Levers, EstateSize, double> quantity) =>
        new(price, formula, quantity, true);
}

/// <summary>
/// What levers cost in one estate. Money is spent because a lever is in force; hours are planned here and counted
/// where they are given, so the two are never added twice.
/// </summary>
public static class Costs
{
    /// <summary>Yuan per year for what the levers in force set in motion.</summary>
    public static double YuanPerYear(Levers levers, in EstateSize estate, Prices prices) =>
        Sum(levers, estate, prices, hours: false);

    /// <summary>Volunteer hours per week that the levers in force plan for.</summary>
    public static double HoursPerWeek(Levers levers, in EstateSize estate, Prices prices) =>
        Sum(levers, estate, prices, hours: true);

    /// <summary>Money and planned hours of a year in yuan: what a plan will cost before it runs.</summary>
    public static double PlannedYuanPerYear(Levers levers, in EstateSize estate, Prices prices) =>
        YuanPerYear(levers, estate, prices)
        + (HoursPerWeek(levers, estate, prices) * CostTerm.WeeksPerYear * prices[Prices.VolunteerHour]);

    private static double Sum(Levers levers, in EstateSize estate, Prices prices, bool hours)
    {
        double sum = 0;
        foreach (LeverInfo info in LeverCatalog.All)
        {
            foreach (CostTerm term in info.Costs)
            {
                if (term.IsHours == hours) sum += prices[term.Price] * term.Quantity(levers, estate);
            }
        }
        return sum;
    }
}
