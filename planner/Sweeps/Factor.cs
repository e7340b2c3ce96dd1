using System.Globalization;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Planner.Discovery;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Sweeps;

/// <summary>One thing that a sweep varies: a coefficient, a price, a lever, or the shocks that befall the town.</summary>
public abstract record Factor(string Name)
{
    /// <summary>Numbers from here …</summary>
    public double Low { get; init; }

    /// <summary>… to here, unless <see cref="Levels"/> lists them.</summary>
    public double High { get; init; }

    /// <summary>The only values; empty: everything between the ends.</summary>
    public IReadOnlyList<double> Levels { get; init; } = [];

    public virtual ConditionKind Kind => ConditionKind.Real;

    /// <summary>Whether the days before the start date depend on it too.</summary>
    public virtual bool TouchesBurnIn => true;

    /// <summary>The value at a place between the ends.</summary>
    /// <param name="unit">0 to 1; a list is divided evenly.</param>
    public double At(double unit) => Levels.Count > 0
        ? Levels[Math.Min(Levels.Count - 1, (int)(unit * Levels.Count))]
        : Kind == ConditionKind.Real
            ? Low + (unit * (High - Low))
            : Math.Min(High, Math.Floor(Low + (unit * (High - Low + 1))));

    /// <summary>The scenario under one of its values.</summary>
    public virtual Scenario In(Scenario scenario, double value) => scenario;

    /// <summary>What it adds to every world's policies; null: nothing.</summary>
    public virtual PolicyPlan? Policy(double value) => null;

    /// <summary>A value as a file or table shows it.</summary>
    public virtual string Shown(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A coefficient of the model.</summary>
    public sealed record OfParameter(ParameterName Parameter) : Factor(Parameter.Name)
    {
        public override ConditionKind Kind => Parameter.IsWhole ? ConditionKind.Whole : ConditionKind.Real;

        public override Scenario In(Scenario scenario, double value)
        {
            Model.World.Parameters changed = scenario.Parameters with { };
            Parameter.Property.SetValue(changed, Convert.ChangeType(
                value, Parameter.Property.PropertyType, CultureInfo.InvariantCulture));
            return scenario with { Parameters = changed };
        }
    }

    /// <summary>What something costs; changes costs only.</summary>
    public sealed record OfPrice(PriceItem Price) : Factor(Price.Id)
    {
        public override Scenario In(Scenario scenario, double value) =>
            scenario with { Prices = scenario.Prices.With(Price.Id, value) };
    }

    /// <summary>A lever, set everywhere from the start date on, besides what the policies set.</summary>
    public sealed record OfLever(LeverInfo Lever) : Factor(Lever.Name)
    {
        public override ConditionKind Kind => Lever.Form switch
        {
            LeverForm.OnOff or LeverForm.Choice => ConditionKind.Category,
            LeverForm.Whole => ConditionKind.Whole,
            _ => ConditionKind.Real,
        };

        public override bool TouchesBurnIn => false;

        public override PolicyPlan Policy(double value) => new(Name,
        [
            new PolicyStep
            {
                Set = new Dictionary<Lever, double> { [Lever.Lever] = value },
                Place = new Place.City(),
            },
        ]);

        public override string Shown(double value) => LeverValue.Write(Lever, value);
    }

    /// <summary>Shocks besides the scenario's own: none, or one of some.</summary>
    /// <param name="Choices">Each with the name by which the file gives it.</param>
    public sealed record OfShock(IReadOnlyList<(string Name, Shock? Shock)> Choices) : Factor("shock")
    {
        public override ConditionKind Kind => ConditionKind.Category;

        public override Scenario In(Scenario scenario, double value) => Choices[(int)value].Shock is { } shock
            ? scenario with { Shocks = [.. scenario.Shocks, shock] }
            : scenario;

        public override string Shown(double value) => Choices[(int)value].Name;
    }
}
