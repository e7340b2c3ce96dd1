using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Shocks;

/// <summary>
/// What shocks do in one estate: a pure function of scenario, estate and seed, read-only to handlers. Heat, lockdown
/// and works hold for whole days, those whose noon they cover; power and lifts go by the minute and the building.
/// </summary>
public sealed class ShockState
{
    private readonly Episode[] _episodes;
    private readonly Roster _roster;
    private readonly Parameters _p;
    private readonly Chance _chance;

    /// <param name="places">Which estates a place means in this run; carries the seed.</param>
    public ShockState(Scenario scenario, Roster roster, PlaceMap places)
    {
        _roster = roster;
        _p = scenario.Parameters;
        _chance = new Chance(places.Seed);
        Minute start = new Day(scenario.BurnInDays).Start;
        _episodes = [.. scenario.Shocks.Where(s => places.Contains(s.Place, roster.Neighborhood))
            .Select(s => new Episode(s, start, this))];
    }

    /// <summary>Today.</summary>
    public Day Today { get; private set; } = new(-1);

    /// <summary>Whether anything is or was in force today or yesterday; while false, nothing here matters.</summary>
    public bool Any { get; private set; }

    /// <summary>How much heat there is today, 0 to 1: the share of people exposed; 0 without a heat wave.</summary>
    public double Heat { get; private set; }

    /// <summary>The same of yesterday.</summary>
    public double HeatYesterday { get; private set; }

    /// <summary>No movement between buildings today.</summary>
    public bool Lockdown { get; private set; }

    /// <summary>Pipe works delay access to the estate today.</summary>
    public bool GasWorks { get; private set; }

    /// <summary>Pipe works begin today.</summary>
    public bool GasWorksBegin { get; private set; }

    /// <summary>Nothing is delivered to the estate today: a lockdown, or a typhoon has left buildings dark.</summary>
    public bool CutsSupply { get; private set; }

    /// <summary>Makes the state of a new day.</summary>
    internal void BeginDay(Day day)
    {
        Today = day;
        Any = false;
        CutsSupply = false;
        foreach (Episode e in _episodes)
        {
            Any |= e.First.Day <= day && e.Last.Day.Next >= day;
            CutsSupply |= e.CutsSupply && e.First < day.Next.Start && day.Start < e.Last;
        }
        Heat = HeatOn(day);
        HeatYesterday = HeatOn(new Day(day.Value - 1));
        Lockdown = Covers(ShockKind.Lockdown, day);
        GasWorks = Covers(ShockKind.GasWorks, day);
        GasWorksBegin = GasWorks && !Covers(ShockKind.GasWorks, new Day(day.Value - 1));
    }

    /// <summary>Whether a building is without power at a minute.</summary>
    public bool PowerOut(int building, Minute at)
    {
        foreach (Episode e in _episodes)
        {
            if (e.CutsPower && e.First <= at && at < e.Until[building]) return true;
        }
        return false;
    }

    /// <summary>Whether a building's lifts stand still at a minute: no power, or a failure of all lifts.</summary>
    public bool LiftsOut(int building, Minute at)
    {
        foreach (Episode e in _episodes)
        {
            if (e.StopsLifts && e.First <= at && at < e.Until[building]) return true;
        }
        return false;
    }

    /// <summary>
    /// What is left of the chat at a minute, 0 to 1: some of those without power have no charge or no signal.
    /// </summary>
    public double ChatFactor(Minute at)
    {
        if (!Any) return 1;
        int people = 0, dark = 0;
        for (int b = 0; b < _roster.Buildings.Length; b++)
        {
            people += _roster.Buildings[b].Count;
            if (PowerOut(b, at)) dark += _roster.Buildings[b].Count;
        }
        return people == 0 ? 1 : 1 - (_p.ChatLossWithoutPower * dark / people);
    }

    /// <summary>
    /// Whether the household of a resident has no stock for a shock: the same draw all through one shock.
    /// </summary>
    public bool IsWithoutStock(int household)
    {
        ActorId first = _roster.Resident(_roster.Households[household].FirstResident);
        return _chance.Uniform(first.Value, 0, (uint)Purpose.NoStock) < _p.NoStockShare;
    }

    /// <summary>
    /// The minute of a day at which a building loses power, or null; a building already dark loses none.
    /// </summary>
    public Minute? PowerFails(int building, Day day)
    {
        foreach (Episode e in _episodes)
        {
            if (e.CutsPower && e.First.Day == day && e.Until[building] > e.First && e.First.Value > 0
                && !PowerOut(building, e.First - 1))
            {
                return e.First;
            }
        }
        return null;
    }

    /// <summary>
    /// How much a disaster moves people on a day, 0 to 1: the severity of a typhoon, heat wave or lockdown while it
    /// lasts, then fading with the half-life of shock volunteering (rule 12). A branch holds a share
    /// <paramref name="held"/> of what there was, given by the day on which the shock ended.
    /// </summary>
    public double Stirred(Day day, Func<Day, double> held)
    {
        double most = 0;
        foreach (Episode e in _episodes)
        {
            if (!e.Stirs || e.First.Day > day) continue;
            int since = day - e.End.Day;
            double left = since <= 0 ? 1 : PortableMath.Exp2(-since / _p.SpiritHalfLife);
            if (since > 0) left += (1 - left) * held(e.End.Day);
            most = Math.Max(most, e.Shock.Severity * left);
        }
        return most;
    }

    private double HeatOn(Day day)
    {
        double most = 0;
        foreach (Episode e in _episodes)
        {
            if (e.Shock.Kind == ShockKind.Heat && e.Covers(day)) most = Math.Max(most, e.Shock.Severity);
        }
        return most;
    }

    private bool Covers(ShockKind kind, Day day)
    {
        foreach (Episode e in _episodes)
        {
            if (e.Shock.Kind == kind && e.Covers(day)) return true;
        }
        return false;
    }

    /// <summary>One shock in this estate.</summary>
    private sealed class Episode
    {
        public Episode(Shock shock, Minute start, ShockState state)
        {
            Shock = shock;
            First = start + (shock.From * Minute.PerDay) + (shock.Hour * 60);
            End = First + (shock.Hours * 60);
            Last = End;
            Until = [];
            if (!StopsLifts) return;
            Until = new Minute[state._roster.Buildings.Length];
            for (int b = 0; b < Until.Length; b++)
            {
                Until[b] = UntilIn(state._roster.Building(b), state);
                Last = Minute.Max(Last, Until[b]);
            }
        }

        public Shock Shock { get; }

        public Minute First { get; }

        /// <summary>The end of the event itself.</summary>
        public Minute End { get; }

        /// <summary>The end of its effects on buildings, or of the event.</summary>
        public Minute Last { get; }

        /// <summary>By building: when power or lifts are back; the start where nothing happened.</summary>
        public Minute[] Until { get; }

        public bool CutsPower => Shock.Kind is ShockKind.Typhoon or ShockKind.Outage;

        public bool StopsLifts => CutsPower || Shock.Kind == ShockKind.LiftFailure;

        public bool CutsSupply => Shock.Kind is ShockKind.Typhoon or ShockKind.Lockdown;

        public bool Stirs => Shock.Kind is ShockKind.Typhoon or ShockKind.Heat or ShockKind.Lockdown;

        public bool Covers(Day day)
        {
            Minute noon = day.At(12);
            return First <= noon && noon < End;
        }

        /// <summary>Which shock it is among those of a scenario: kind, day and hour, whatever else happens.</summary>
        private uint Occasion => ((uint)Shock.From << 16) | ((uint)Shock.Hour << 8) | (uint)Shock.Kind;

        private Minute UntilIn(BuildingId building, ShockState state)
        {
            double hit = state._chance.Uniform(building.Value, Occasion, (uint)Purpose.ShockHits);
            if (hit >= Shock.Severity) return First;
            if (Shock.Kind != ShockKind.Typhoon) return End;
            double u = state._chance.Uniform(building.Value, Occasion, (uint)Purpose.PowerBack);
            return First + TyphoonPower.OutMinutes(u, state._p);
        }
    }
}
