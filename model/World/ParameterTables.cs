using System.Runtime.CompilerServices;
using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// What follows from the parameters alone: decay by days, need rates, thresholds. Made once per set of parameters and
/// shared by all estates: 60 KB each of their own would crowd the rows out of the cache.
/// </summary>
internal sealed class ParameterTables
{
    private const int Days = 2048, TieDays = 4096;
    private static readonly ConditionalWeakTable<Parameters, ParameterTables> Made = [];

    private ParameterTables(Parameters p)
    {
        TieDecay = Halving(p.TieHalfLife);
        FatigueDecay = Halving(p.FatigueHalfLife);
        HabitDecay = Halving(p.HabitHalfLife);
        TieStrengthDecay = StrengthDecay(p.TieHalfLife);
        NeedRates = new NeedRates(p);
        MeetingThresholds =
        [
            Chance.Threshold(1), Chance.Threshold(1.0 / 7), Chance.Threshold(1 / p.RareContactDays), 0,
        ];
    }

    /// <summary>2^(−days/h), by days.</summary>
    public double[] TieDecay { get; }

    /// <inheritdoc cref="TieDecay"/>
    public double[] FatigueDecay { get; }

    /// <inheritdoc cref="TieDecay"/>
    public double[] HabitDecay { get; }

    /// <summary>The ties' decay in 65,535ths.</summary>
    public ushort[] TieStrengthDecay { get; }

    public NeedRates NeedRates { get; }

    /// <summary>Draws below these are a meeting slot, by contact class (rule 13).</summary>
    public ulong[] MeetingThresholds { get; }

    public static ParameterTables Of(Parameters p) => Made.GetValue(p, static p => new ParameterTables(p));

    /// <summary>2^(−days/h) in 65,535ths.</summary>
    public static ushort[] StrengthDecay(double halfLife)
    {
        var table = new ushort[TieDays];
        for (int d = 0; d < table.Length; d++) table[d] = (ushort)(Ties.One * PortableMath.Exp2(-d / halfLife));
        return table;
    }

    private static double[] Halving(double halfLife)
    {
        var table = new double[Days];
        for (int d = 0; d < table.Length; d++) table[d] = PortableMath.Exp2(-d / halfLife);
        return table;
    }
}
