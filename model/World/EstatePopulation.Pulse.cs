using System.Numerics;
using System.Runtime.Intrinsics;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Shocks;

namespace Jinlin.Model.World;

/// <summary>
/// The daily pulse: one draw for each resident and kind of need, and for meeting slots. Draws are made for whole
/// columns of residents at once; all but a few fail at a bound that holds for everybody, without a look at whom
/// they belong to.
/// </summary>
public sealed partial class EstatePopulation
{
    private const int Column = 256;

    private void Pulse(Day day, Turn turn, Outbox outbox)
    {
        Span<uint> x = stackalloc uint[Column], y = stackalloc uint[Column];
        Span<uint> z = stackalloc uint[Column], w = stackalloc uint[Column];
        for (int start = 0; start < _residents.Length; start += Column)
        {
            int n = Math.Min(Column, _residents.Length - start);
            uint first = _roster.Resident(start).Value;
            for (uint block = 0; block * 4 < NeedKey.Kinds; block++)
            {
                outbox.Chance.FillEntities(
                    first, (uint)day.Value, (uint)Purpose.NeedArises, block, x[..n], y[..n], z[..n], w[..n]);
                int kind = (int)block * 4;
                ArisePassing(x[..n], start, kind, day, outbox);
                ArisePassing(y[..n], start, kind + 1, day, outbox);
                ArisePassing(z[..n], start, kind + 2, day, outbox);
                ArisePassing(w[..n], start, kind + 3, day, outbox);
            }
            outbox.Chance.FillEntities(
                first, (uint)day.Value, (uint)Purpose.MeetingSlot, 0, x[..n], y[..n], z[..n], w[..n]);
            for (int i = 0; i < n; i++) ArrangeMeeting(start + i, x[i], y[i], day, outbox);
        }
        BreakLifts(day, outbox);
        if (!_setting.Shock.Any) return;
        for (int slot = 0; slot < _residents.Length; slot++) AriseFromShock(slot, day, outbox);
        TrapInLifts(day, outbox);
    }

    /// <summary>Needs that a shock causes: a stream of its own on top of the base needs (rule 1).</summary>
    private void AriseFromShock(int slot, Day day, Outbox outbox)
    {
        ref readonly ResidentTraits traits = ref _roster.Residents[slot];
        foreach (NeedKind kind in ShockNeeds.Kinds)
        {
            double mean = ShockNeeds.PerDay(
                kind, traits, _setting.Shock, _rates.PerDay(kind, traits), _setting.Parameters);
            if (mean <= 0) continue;
            double u = outbox.Chance.Uniform(
                _roster.Resident(slot).Value, (uint)day.Value, (uint)Purpose.ShockNeed, (uint)kind);
            int count = Math.Min(8, PortableMath.Poisson(u, mean));
            for (int i = 0; i < count; i++) Arise(slot, new NeedKey(kind, day, i, fromShock: true), outbox);
        }
    }

    /// <summary>Where power fails today, some lifts stop with somebody inside.</summary>
    private void TrapInLifts(Day day, Outbox outbox)
    {
        for (int b = 0; b < _roster.Buildings.Length; b++)
        {
            BuildingTraits building = _roster.Buildings[b];
            if (building.Count == 0 || _setting.Shock.PowerFails(b, day) is not { } at) continue;
            uint id = _roster.Building(b).Value;
            for (uint lift = 0; lift < building.Lifts; lift++)
            {
                double u = outbox.Chance.Uniform(id, (uint)day.Value, (uint)Purpose.LiftTraps, 4 * lift);
                if (!ShockNeeds.IsTrapped(u, _setting.Parameters)) continue;
                uint whom = outbox.Chance.Bits(id, (uint)day.Value, (uint)Purpose.LiftTraps, (4 * lift) + 1);
                int slot = building.FirstResident + (int)(((ulong)whom * (uint)building.Count) >> 32);
                var key = new NeedKey(NeedKind.Lift, day, (int)lift & 7, fromShock: true);
                outbox.ActAs(_roster.Resident(slot));
                outbox.SendSelf((byte)Kind.NeedArises, Math.Max(1, at.OfDay), key.Value);
            }
        }
    }

    private void ArisePassing(ReadOnlySpan<uint> draws, int start, int kind, Day day, Outbox outbox)
    {
        if (kind >= NeedKey.Kinds) return;
        ulong bound = _rates.Bound((NeedKind)kind);
        if (bound > uint.MaxValue) return;
        int i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<uint> least = Vector256.Create((uint)bound);
            for (; i + Vector256<uint>.Count <= draws.Length; i += Vector256<uint>.Count)
            {
                uint passing = Vector256.GreaterThanOrEqual(Vector256.Create(draws[i..]), least)
                    .ExtractMostSignificantBits();
                for (; passing != 0; passing &= passing - 1)
                {
                    int lane = i + BitOperations.TrailingZeroCount(passing);
                    Arise(start + lane, (NeedKind)kind, draws[lane], day, outbox);
                }
            }
        }
        for (; i < draws.Length; i++)
        {
            if (draws[i] >= bound) Arise(start + i, (NeedKind)kind, draws[i], day, outbox);
        }
    }

    /// <summary>
    /// Inverts Poisson at the resident's own rate; each need's minute inverts the kind's hour profile.
    /// </summary>
    private void Arise(int slot, NeedKind kind, uint draw, Day day, Outbox outbox)
    {
        int count = _rates.Count(kind, _roster.Residents[slot], Chance.ToUniform(draw));
        for (int ordinal = 0; ordinal < count; ordinal++) Arise(slot, new NeedKey(kind, day, ordinal), outbox);
    }

    private void Arise(int slot, NeedKey key, Outbox outbox)
    {
        outbox.ActAs(_roster.Resident(slot));
        double u = outbox.Draw(key.Value, (uint)Purpose.NeedMinute);
        int minute = Math.Clamp(NeedRates.MinuteOfDay(key.Kind, u), 1, Minute.PerDay - 1);
        outbox.SendSelf((byte)Kind.NeedArises, minute, key.Value);
    }

    /// <summary>Rule 13: slots by class, at an hour at which the timetable has the resident home and awake.</summary>
    private void ArrangeMeeting(int slot, uint whether, uint when, Day day, Outbox outbox)
    {
        ref readonly ResidentTraits traits = ref _roster.Residents[slot];
        if (whether >= _meetingThreshold[(int)traits.Contact]) return;
        uint hours = Schedule.HomeAndAwake(traits.Timetable, _setting.IsFreeDay);
        int count = BitOperations.PopCount(hours);
        if (count == 0) return;
        ulong scaled = (ulong)when * (uint)count;
        for (int skip = (int)(scaled >> 32); skip > 0; skip--) hours &= hours - 1;
        int minute = (BitOperations.TrailingZeroCount(hours) * 60) + (int)(((scaled & uint.MaxValue) * 60) >> 32);
        outbox.ActAs(_roster.Resident(slot));
        outbox.SendSelf((byte)Kind.MeetingSlot, Math.Max(1, minute), (uint)day.Value);
    }

    /// <summary>LIFT is drawn per lift, and befalls a keyed resident of the building.</summary>
    private void BreakLifts(Day day, Outbox outbox)
    {
        for (int b = 0; b < _roster.Buildings.Length; b++)
        {
            BuildingTraits building = _roster.Buildings[b];
            for (int lift = 0; lift < building.Lifts && building.Count > 0; lift++)
            {
                uint id = _roster.Building(b).Value;
                double u = outbox.Chance.Uniform(id, (uint)day.Value, (uint)Purpose.LiftFailure, (uint)(4 * lift));
                if (PortableMath.Poisson(u, _rates.LiftsPerDay) == 0) continue;
                uint whom = outbox.Chance.Bits(id, (uint)day.Value, (uint)Purpose.LiftFailure, (uint)((4 * lift) + 1));
                int slot = building.FirstResident + (int)(((ulong)whom * (uint)building.Count) >> 32);
                Arise(slot, new NeedKey(NeedKind.Lift, day, lift & 7), outbox);
            }
        }
    }
}
