using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// 12345, the hotline (rule 7): one department after another. Each step takes Exp(1.5 d) to find the department,
/// then its queue and its work; the result is mailed to the asker when all departments are done. A department that will
/// not take a matter is tried again after twice the search, then four times, then the case rests until the need lapses.
/// </summary>
internal static class Hotline
{
    /// <summary>In <see cref="Message.C"/> of a routed case: the step, and above it how often it was refused.</summary>
    private const int TriesShift = 8;

    /// <summary>A case from an estate's desk. A need, B asker, C 1 if the first department is known.</summary>
    public static void OnCase(in Message m, Parameters p, CityCounts counts, Outbox outbox)
    {
        counts.HotlineCases++;
        Route(new ActorId(m.B), new NeedKey(m.A), step: 0, isKnown: m.C != 0, tried: 0, p, outbox);
    }

    /// <summary>A department is done, or will not take it. A need, B asker, C step and tries, D 1 if done.</summary>
    public static void OnDone(in Message m, Parameters p, CityCounts counts, Outbox outbox)
    {
        var need = new NeedKey(m.A);
        var asker = new ActorId(m.B);
        int step = (int)m.C & ((1 << TriesShift) - 1), tried = (int)m.C >> TriesShift;
        if (m.D == 0)
        {
            if (tried + 1 < p.HotlineTries) Route(asker, need, step, isKnown: false, tried + 1, p, outbox);
            else counts.HotlineResting++;
            return;
        }
        int next = step + 1;
        int all = PublicMatter.Departments(outbox.Chance, asker, need, p);
        if (next < all)
        {
            Route(asker, need, next, isKnown: false, tried: 0, p, outbox);
            return;
        }
        counts.HotlineResolved++;
        outbox.Mail(
            asker, (byte)Kind.HelpArrives, 0, need.Value, (uint)(all * p.DepartmentVisitMinutes),
            (uint)HelpSource.Department);
    }

    private static void Route(ActorId asker, NeedKey need, int step, bool isKnown, int tried, Parameters p, Outbox outbox)
    {
        int department = PublicMatter.Department(outbox.Chance, asker, need, step);
        int search = isKnown ? 1 : PublicMatter.RouteMinutes(outbox.Chance, asker, need, step, p);
        int delay = Math.Min(Message.MaxDelay, search << tried);
        // Departments are the first of the city's services; the hotline is one of them too.
        uint first = outbox.Self.Value - (uint)CitySlot.Hotline;
        outbox.Send(
            new ActorId(first + (uint)department), (byte)Kind.CaseRouted, delay, need.Value, asker.Value,
            (uint)(step | (tried << TriesShift)));
    }
}
