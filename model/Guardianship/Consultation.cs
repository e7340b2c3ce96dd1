using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>
/// Door-to-door consultation before works and deliberations: branch → building groups → heads → households, and
/// the opinions back the same way, to the owners' committee. What a head can do in an evening bounds it.
/// </summary>
public static class Consultation
{
    private const int FirstHour = 18, LastHour = 21, PauseMinutes = 30;

    /// <summary>Works that begin on a day; those who deliberate use occasions below this.</summary>
    public static uint WorksOccasion(Day day) => 0x8000_0000 | (uint)day.Value;

    /// <summary>Somebody needs to know what households think.</summary>
    public static void OnConsultAsked(Organization me, in Message m, Turn turn)
    {
        Begin(me, m.A, turn);
        if (me.Slot == OrganizationSlot.Branch && Branch.IsOn(OrganizationSlot.SecondBranch, turn.Setting.Levers))
            turn.Send(turn.Roster.Organization(OrganizationSlot.SecondBranch), Kind.ConsultAsked, 1, m.A);
    }

    public static void Begin(Organization me, uint occasion, Turn turn)
    {
        if (me.State.FoundedDay == 0 || !turn.Setting.Levers.On(Lever.Consultation)) return;
        for (int b = 0; b < turn.Roster.Buildings.Length; b++)
        {
            if (Branch.IsOwn(me.Slot, b, turn))
                turn.Send(turn.Roster.Building(b), Kind.ConsultGroup, 1, occasion);
        }
    }

    /// <summary>Each head goes through its share of the households; one consultation at a time.</summary>
    public static void OnConsultGroup(Building me, in Message m, Turn turn)
    {
        ref BuildingState state = ref me.State;
        if (state.Consultation != 0 || state.HeadsWanted == 0) return;
        BuildingTraits building = turn.Roster.Buildings[me.Index];
        for (int post = 0; post < state.HeadsWanted; post++)
        {
            if (state.Heads[post] == 0) continue;
            state.Consultation = m.A + 1;
            uint first = (uint)Share(building, post, state.HeadsWanted);
            uint end = (uint)Share(building, post + 1, state.HeadsWanted);
            turn.Send(turn.Roster.Resident(state.Heads[post] - 1), Kind.ConsultRound, 1, m.A, first, end);
        }
        if (state.Consultation == 0) return;
        (state.Consulted, state.InFavor) = (0, 0);
        turn.Later(Kind.ConsultCloses, (int)turn.P.ConsultDays * Minute.PerDay, m.A);
    }

    public static void OnOpinionNoted(Building me, in Message m)
    {
        if (me.State.Consultation != m.A + 1) return;
        me.State.Consulted++;
        me.State.InFavor += (int)m.B;
    }

    /// <summary>What the households said goes to the owners' committee.</summary>
    public static void OnConsultCloses(Building me, in Message m, Turn turn)
    {
        ref BuildingState state = ref me.State;
        turn.Note(Event.ConsentReported, default, default, (uint)state.InFavor, (uint)state.Consulted);
        turn.Send(
            turn.Roster.Organization(OrganizationSlot.OwnersCommittee), Kind.ConsultationResult, 1, m.A,
            (uint)state.InFavor, (uint)state.Consulted);
        state.Consultation = 0;
    }

    /// <summary>
    /// Consent is the stock of the owners' committee (rule 16), .5 to begin with: each report moves it towards the
    /// share in favor, by the share of all households that was asked. Without reports it stays.
    /// </summary>
    public static void OnConsultationResult(Organization me, in Message m, Turn turn)
    {
        if (m.C == 0) return;
        ref OrganizationState state = ref me.State;
        double before = state.StockDay == 0 ? 0.5 : state.Stock;
        double weight = Math.Min(1, (double)m.C / turn.Roster.Households.Length);
        state.Stock = (float)(before + (weight * (((double)m.B / m.C) - before)));
        state.StockDay = turn.Today.Value + 1;
    }

    public static void OnConsultRound(Resident me, in Message m, Turn turn) =>
        turn.Later(
            Kind.ConsultDoor, Evening(turn.Now) - turn.Now, m.A, m.B, m.C,
            (uint)(turn.Today.Value + (int)turn.P.ConsultDays));

    /// <summary>
    /// One door after the other, in the evenings until the report, while the head is free and a head.
    /// </summary>
    public static void OnConsultDoor(Resident me, in Message m, Turn turn)
    {
        if ((me.State.Roles & Roles.BuildingHead) == 0 || m.B >= m.C || turn.Today.Value >= m.D) return;
        if (turn.Now.Hour >= LastHour)
        {
            turn.Later(Kind.ConsultDoor, Evening(turn.Now) - turn.Now, m.A, m.B, m.C, m.D);
            return;
        }
        if (!me.IsFree(turn.Now) || !turn.Setting.IsHome(me.Traits, turn.Now))
        {
            turn.Later(Kind.ConsultDoor, PauseMinutes, m.A, m.B, m.C, m.D);
            return;
        }
        int minutes = (int)turn.P.ConsultMinutes;
        int household = turn.Roster.Households[(int)m.B].FirstResident;
        if (me.Traits.Household != (int)m.B)
        {
            me.State.BusyUntil = turn.Now + minutes;
            Effort.Give(me, minutes, turn);
            turn.Send(turn.Roster.Resident(household), Kind.Consult, 1, m.A);
        }
        turn.Later(Kind.ConsultDoor, minutes + 1, m.A, m.B + 1, m.C, m.D);
    }

    /// <summary>
    /// P(in favor) = σ(.5 + 2(trust − .5) + s), s the tie to whoever asks: people agree with whom they know.
    /// </summary>
    public static void OnConsult(Resident me, in Message m, Turn turn)
    {
        bool home = turn.Setting.IsHome(me.Traits, turn.Now) && turn.Setting.IsAwake(me.Traits, turn.Now);
        if (!home) return;
        Parameters p = turn.P;
        double tie = me.Ties.Strength(turn.Roster.SlotOf(m.Sender), turn.Today);
        double favor = PortableMath.Logistic(
            p.ConsentBase + (p.ConsentTrust * (me.State.Trust - 0.5)) + (p.ConsentTie * tie));
        bool yes = turn.Draw(m.A, Purpose.Opinion) < favor;
        Contact.With(me, m.Sender, p.ContactConversation, turn);
        turn.Tally.Add(Metric.DoorsConsulted);
        turn.Note(Event.Consulted, default, m.Sender, yes ? 1u : 0);
        turn.Send(m.Sender, Kind.Opinion, 1, m.A, yes ? 1u : 0);
    }

    public static void OnOpinion(Resident me, in Message m, Turn turn)
    {
        Contact.With(me, m.Sender, turn.P.ContactConversation, turn);
        turn.Send(turn.Roster.Building(me.Traits.Building), Kind.OpinionNoted, 1, m.A, m.B);
    }

    private static int Share(in BuildingTraits building, int post, int heads) =>
        building.FirstHousehold + (((post * building.Households) + heads - 1) / heads);

    private static Minute Evening(Minute now) => now.Hour < FirstHour
        ? now.Day.At(FirstHour) : now.Hour < LastHour - 1 ? now + 1 : now.Day.Next.At(FirstHour);
}
