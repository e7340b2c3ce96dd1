using System.Numerics;

namespace Jinlin.Model.World;

/// <summary>
/// How often a day two neighbors of a building try each other (rule 13), once ties are as meetings leave them. People
/// differ by contact class and timetable. A slot of class c at hour t proposes to each candidate with chance
/// m = Σ (ε + (1−ε)s̄)/n over those of other households at home then, so it looks at S = (1 − (1−m)^16)/m candidates,
/// and tries a given neighbor who is at home S/n times. Mean strengths s̄ follow from the tries of both, and these from
/// s̄: iterated.
/// </summary>
internal sealed class MeetingBalance
{
    private const int Classes = 4, Candidates = 16, MostRounds = 30, Hours = 48;
    private const double Settled = 0.005;

    private static readonly int Timetables = Enum.GetValues<Timetable>().Length;

    private static readonly int Types = Classes * Timetables;

    private readonly StationaryStrengths _strengths;
    private readonly double _openness;
    private readonly double[] _slots;

    /// <summary>κ from one type to another, kept from building to building as a place to start from.</summary>
    private readonly double[] _tries = new double[Types * Types];

    private readonly double[] _mean = new double[Types * Types];
    private readonly int[] _count = new int[Types];
    private readonly int[] _present = new int[Types];
    private int _presentTypes;
    private double _others;

    public MeetingBalance(StationaryStrengths strengths, Parameters p)
    {
        _strengths = strengths;
        _openness = p.MeetStranger;
        _slots = [1, 1.0 / 7, 1 / p.RareContactDays, 0];
    }

    /// <summary>Type of a resident: what <see cref="PerDay"/> asks for.</summary>
    public static int TypeOf(in ResidentTraits r) => ((int)r.Contact * Timetables) + (int)r.Timetable;

    /// <summary>How often a day either of two neighbors tries the other, in the building settled last.</summary>
    public double PerDay(int oneType, int otherType) =>
        _tries[(oneType * Types) + otherType] + _tries[(otherType * Types) + oneType];

    /// <summary>Finds the balance of a building.</summary>
    public void Settle(ReadOnlySpan<ResidentTraits> people)
    {
        Array.Clear(_count);
        foreach (ref readonly ResidentTraits r in people) _count[TypeOf(r)]++;
        _others = OtherHouseholds(people);
        _presentTypes = 0;
        for (int type = 0; type < Types; type++)
        {
            if (_count[type] > 0) _present[_presentTypes++] = type;
        }
        for (int round = 0; round < MostRounds; round++)
        {
            TakeMeans();
            double change = 0;
            foreach (int from in Present) change = Math.Max(change, TakeTries(from, people.Length));
            if (change < Settled) break;
        }
    }

    private ReadOnlySpan<int> Present => _present.AsSpan(0, _presentTypes);

    private void TakeMeans()
    {
        foreach (int one in Present)
        {
            foreach (int other in Present)
            {
                if (other < one) continue;
                _mean[(one * Types) + other] = _mean[(other * Types) + one] = _strengths.Mean(PerDay(one, other));
            }
        }
    }

    /// <summary>Takes the tries of one type anew; returns their largest change, relative to the largest.</summary>
    private double TakeTries(int from, int people)
    {
        double slots = _slots[from / Timetables], largest = 0, change = 0;
        if (slots == 0) return 0;
        Span<double> looked = stackalloc double[Hours];
        TakeLooked(from, people, looked);
        foreach (int to in Present)
        {
            double sum = 0;
            for (int free = 0; free < 2; free++)
            {
                uint own = HoursOf(from, free), both = own & HoursOf(to, free);
                double hour = (free == 0 ? 5.0 : 2.0) / 7 / BitOperations.PopCount(own);
                for (; both != 0; both &= both - 1)
                    sum += hour * looked[(24 * free) + BitOperations.TrailingZeroCount(both)];
            }
            ref double tries = ref _tries[(from * Types) + to];
            double next = slots * sum / people;
            largest = Math.Max(largest, next);
            change = Math.Max(change, Math.Abs(next - tries));
            // Half of the way: who is known well would otherwise crowd out the others and be crowded out in turn.
            tries = tries == 0 ? next : (tries + next) / 2;
        }
        return largest == 0 ? 0 : change / largest;
    }

    /// <summary>How many candidates a slot of a type looks at, by hour of working and free days.</summary>
    private void TakeLooked(int from, int people, Span<double> looked)
    {
        looked.Clear();
        foreach (int to in Present)
        {
            double passes = _others * _count[to] / people
                * (_openness + ((1 - _openness) * _mean[(from * Types) + to]));
            for (int free = 0; free < 2; free++)
            {
                for (uint both = HoursOf(from, free) & HoursOf(to, free); both != 0; both &= both - 1)
                    looked[(24 * free) + BitOperations.TrailingZeroCount(both)] += passes;
            }
        }
        foreach (ref double hour in looked) hour = Looked(hour);
    }

    /// <summary>Share of the building's pairs that are of two households.</summary>
    private static double OtherHouseholds(ReadOnlySpan<ResidentTraits> people)
    {
        long own = 0;
        for (int first = 0, next; first < people.Length; first = next)
        {
            for (next = first + 1; next < people.Length; next++)
            {
                if (people[next].Household != people[first].Household) break;
            }
            own += (long)(next - first) * (next - first);
        }
        return 1 - ((double)own / Math.Max(1, (long)people.Length * people.Length));
    }

    private static double Looked(double passes)
    {
        if (passes <= 0) return Candidates;
        double rest = 1 - passes, none = rest * rest;
        none *= none;
        none *= none;
        none *= none;
        return (1 - none) / passes;
    }

    private static uint HoursOf(int type, int free) =>
        Schedule.HomeAndAwake((Timetable)(type % Timetables), free == 1);
}
