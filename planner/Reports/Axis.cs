namespace Jinlin.Planner.Reports;

/// <summary>A scale from values to places, with round ticks.</summary>
public sealed class Axis
{
    /// <param name="least">Least value to show.</param>
    /// <param name="most">Largest value to show.</param>
    /// <param name="from">Place of the scale's lower end.</param>
    /// <param name="to">Place of its upper end.</param>
    public Axis(double least, double most, double from, double to)
    {
        if (most <= least) most = least + 1;
        double raw = (most - least) / 4, power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        double step = power * ((raw / power) switch { <= 1 => 1, <= 2 => 2, <= 2.5 => 2.5, <= 5 => 5, _ => 10 });
        double low = Math.Floor((least / step) + 1e-9) * step, high = Math.Ceiling((most / step) - 1e-9) * step;
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(i => low + (i * step))];
        (Low, High, From, To) = (low, high, from, to);
    }

    public IReadOnlyList<double> Ticks { get; }

    private double Low { get; }

    private double High { get; }

    private double From { get; }

    private double To { get; }

    /// <summary>Where a value lies.</summary>
    public double this[double value] => From + ((value - Low) / (High - Low) * (To - From));
}
