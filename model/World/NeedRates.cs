using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.World;

/// <summary>
/// Rule 1: how often each kind of need arises (section 3), frozen per demographic class, and at what time of day.
/// One uniform number per resident, kind and day inverts Poisson; FAVOR has a factor of its own per person.
/// </summary>
public sealed class NeedRates
{
    /// <summary>Classes are combinations of age band, living alone, frailty and being a parent.</summary>
    public const int Classes = 64;

    private const double DaysPerYear = 365;
    private readonly double[] _perDay = new double[NeedKey.Kinds * Classes];
    private readonly ulong[] _bound = new ulong[NeedKey.Kinds];
    private readonly double _favorPerDay;

    public NeedRates(Parameters p)
    {
        _favorPerDay = p.RateFavor / DaysPerYear;
        LiftsPerDay = p.RateLift / DaysPerYear;
        for (int kind = 0; kind < NeedKey.Kinds; kind++)
        {
            double most = 0;
            for (int c = 0; c < Classes; c++)
            {
                double rate = PerYear((NeedKind)kind, c, p) / DaysPerYear;
                _perDay[(kind * Classes) + c] = rate;
                most = Math.Max(most, rate);
            }
            if ((NeedKind)kind == NeedKind.Favor) most = _favorPerDay * LargestFavorFactor;
            _bound[kind] = Chance.Threshold(PortableMath.Exp(-most));
        }
    }

    /// <summary>The factor of the largest draw of 32 bits is 41.4.</summary>
    private const double LargestFavorFactor = 42;

    /// <summary>LIFT failures per lift and day.</summary>
    public double LiftsPerDay { get; }

    /// <summary>Draws below this mean no need of the kind, for everybody.</summary>
    public ulong Bound(NeedKind kind) => _bound[(int)kind];

    /// <summary>Mean needs per day.</summary>
    public double PerDay(NeedKind kind, in ResidentTraits traits) => kind == NeedKind.Favor
        ? _favorPerDay * traits.FavorFactor
        : _perDay[((int)kind * Classes) + traits.RateClass];

    /// <summary>Needs of a kind that arise on a day: at most 8.</summary>
    public int Count(NeedKind kind, in ResidentTraits traits, double u) =>
        Math.Min(8, PortableMath.Poisson(u, PerDay(kind, traits)));

    /// <summary>The minute of the day at which u falls in the kind's hour profile.</summary>
    public static int MinuteOfDay(NeedKind kind, double u)
    {
        double left = u * 100;
        ReadOnlySpan<byte> profile = Profile(kind);
        for (int hour = 0; hour < 24; hour++)
        {
            if (left < profile[hour]) return (hour * 60) + (int)(60 * left / profile[hour]);
            left -= profile[hour];
        }
        return Minute.PerDay - 1;
    }

    /// <summary>The class of a resident: what the rates depend on.</summary>
    public static byte ClassOf(in ResidentTraits traits)
    {
        int band = traits.Age < 60 ? 0 : traits.Age < 80 ? 1 : traits.Age < 85 ? 2 : 3;
        return (byte)(band
            | (traits.Is(Trait.LivesAlone) ? 4 : 0)
            | (traits.Is(Trait.Frail) ? 8 : 0)
            | (traits.Is(Trait.Parent) ? 16 : 0)
            | (traits.Is(Trait.CookingHard) ? 32 : 0));
    }

    /// <summary>Section 3's table, needs per year.</summary>
    private static double PerYear(NeedKind kind, int c, Parameters p)
    {
        int band = c & 3;
        bool old = band > 0, alone = (c & 4) != 0, frail = (c & 8) != 0;
        bool parent = (c & 16) != 0, cooking = (c & 32) != 0;
        return kind switch
        {
            NeedKind.Emergency => p.RateEmergency * (band == 3 ? p.EmergencyOver85 : old ? p.EmergencyOver60 : 1),
            NeedKind.Fall => !old ? 0 : alone ? p.RateFallAlone : p.RateFall,
            NeedKind.Care => frail ? p.RateCare : 0,
            NeedKind.Childcare => parent ? p.RateChildcare : 0,
            NeedKind.Errand => band >= 2 ? p.RateErrandOver80 : old ? p.RateErrandOver60 : p.RateErrand,
            NeedKind.Digital => old ? p.RateDigital : 0,
            NeedKind.Meal => old && cooking ? p.RateMeal : 0,
            NeedKind.Repair => p.RateRepair,
            NeedKind.Public => p.RatePublic,
            NeedKind.Dispute => p.RateDispute,
            _ => 0,
        };
    }

    private static ReadOnlySpan<byte> Profile(NeedKind kind) => kind switch
    {
        NeedKind.Emergency => AroundTheClock,
        NeedKind.Fall => MorningsAndNights,
        NeedKind.Meal => BeforeNoon,
        NeedKind.Lift => ComingAndGoing,
        NeedKind.Favor or NeedKind.Childcare => Evenings,
        _ => Daytime,
    };

    // Percent of the day's needs by hour; labelled assumptions, each sums to 100.
    private static ReadOnlySpan<byte> AroundTheClock =>
        [3, 3, 2, 2, 3, 3, 4, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 5, 5, 6, 6, 5, 4, 4];

    private static ReadOnlySpan<byte> MorningsAndNights =>
        [3, 3, 3, 3, 4, 6, 8, 8, 7, 6, 5, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 2, 2, 2];

    private static ReadOnlySpan<byte> BeforeNoon =>
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 60, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static ReadOnlySpan<byte> ComingAndGoing =>
        [1, 0, 0, 0, 0, 1, 3, 9, 10, 6, 5, 5, 5, 4, 4, 4, 5, 8, 10, 7, 5, 4, 2, 2];

    private static ReadOnlySpan<byte> Evenings =>
        [0, 0, 0, 0, 0, 0, 1, 4, 5, 5, 5, 5, 5, 4, 4, 5, 6, 8, 10, 12, 10, 7, 3, 1];

    private static ReadOnlySpan<byte> Daytime =>
        [0, 0, 0, 0, 0, 0, 2, 5, 9, 11, 11, 8, 5, 6, 8, 8, 7, 6, 5, 4, 3, 2, 0, 0];
}
