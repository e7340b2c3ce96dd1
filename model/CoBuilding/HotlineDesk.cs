using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// The estate's line to the hotline: always there. Small matters go to the rota's desk where one is held; where a
/// subdistrict committee has set routes beforehand, the first department is known.
/// </summary>
/// <remarks>
/// Xiamen counts 72 calls per 1,000 residents and year. Those beyond public matters are questions that the operator
/// answers at once: counted, without effect on anybody.
/// </remarks>
public static class HotlineDesk
{
    /// <summary>Days that routes stand before the committee is asked again, and the longest that they hold.</summary>
    private const int RoutesAskedEvery = 28, RoutesHoldDays = 42;

    /// <summary>Questions of the day; routes from the committee.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        double questions = turn.P.HotlineQuestionsPerThousand / 1000 * turn.Roster.Residents.Length / 365;
        int asked = PortableMath.Poisson(turn.Draw((uint)turn.Today.Value, Purpose.HotlineQuestions), questions);
        if (asked > 0) turn.Tally.Add(Metric.HotlineCalls, asked);

        if (!turn.Setting.Levers.On(Lever.SubdistrictCommittee)) return;
        int since = turn.Today.Value + 1 - me.State.FoundedDay;
        if (me.State.FoundedDay != 0 && since % RoutesAskedEvery != 0) return;
        if (me.State.FoundedDay == 0) me.State.FoundedDay = turn.Today.Value + 1;
        turn.Mail(turn.Setting.SubdistrictCommittee, Kind.RoutesAsked, 0);
    }

    /// <summary>A resident phones, or a desk passes a matter on. A need, C as in a forwarded order.</summary>
    public static void OnHotlineCall(Organization me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        ActorId asker = Orders.AskerOf(m);
        bool handedBack = m.Sender == (ActorId)turn.Roster.Organization(OrganizationSlot.RotaDesk);
        if (!handedBack) turn.Tally.Add(Metric.HotlineCalls);
        if (!handedBack && RotaDesk.TakesSmallMatter(asker, need, turn))
        {
            turn.Send(
                turn.Roster.Organization(OrganizationSlot.RotaDesk), Kind.Order, 1, need, m.B,
                Orders.ForwardedFor(asker));
            return;
        }
        Forward(me, asker, need, turn);
    }

    /// <summary>The committee has set routes. B last day on which they hold.</summary>
    public static void OnRoutesSet(Organization me, in Message m, Turn turn)
    {
        me.State.Held = (int)m.B;
        Edges.Touch(me, m.Sender, turn);
    }

    /// <summary>How long routes hold from today.</summary>
    internal static int RoutesHoldUntil(Day today) => today.Value + RoutesHoldDays;

    private static void Forward(Organization me, ActorId asker, NeedKey need, Turn turn)
    {
        bool known = me.State.Held >= turn.Today.Value && turn.Setting.Levers.On(Lever.SubdistrictCommittee);
        turn.Note(Event.HotlineCalled, need, asker);
        turn.Mail(
            turn.Setting.CityService(CitySlot.Hotline), Kind.HotlineCase, 0, need.Value, asker.Value, known ? 1u : 0u);
        turn.Send(asker, Kind.OrderAccepted, 1, need, (uint)(turn.P.HotlineDueDays * Minute.PerDay));
    }
}
