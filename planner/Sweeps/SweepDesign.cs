using Jinlin.Planner.Designs;

namespace Jinlin.Planner.Sweeps;

/// <summary>Which points a sweep visits, as coordinates between 0 and 1, one for each factor.</summary>
public abstract record SweepDesign(string Kind)
{
    public abstract long Points { get; }

    /// <param name="point">0 up to but below <see cref="Points"/>.</param>
    public abstract IReadOnlyList<double> At(long point);

    /// <summary>Every combination of the factors' levels.</summary>
    public sealed record Factorial(IReadOnlyList<int> Levels) : SweepDesign("full-factorial")
    {
        public override long Points => FullFactorial.Count(Levels);

        public override IReadOnlyList<double> At(long point) =>
            [.. FullFactorial.Levels(Levels, point).Select((level, d) => (level + .5) / Levels[d])];
    }

    /// <summary>Points that a method drew.</summary>
    public sealed record Drawn(string Method, double[][] All) : SweepDesign(Method)
    {
        public override long Points => All.Length;

        public override IReadOnlyList<double> At(long point) => All[point];
    }
}
