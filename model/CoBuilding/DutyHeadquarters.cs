using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// The city's duty officers: so many runs a week, shared out to the estates' desks by population. The shares come
/// from one keyed offset per week, so that their sum over all estates never exceeds the total, and no desk is
/// favored in the long run (systematic sampling).
/// </summary>
internal sealed class DutyHeadquarters
{
    private readonly double[] _cumulative;

    /// <param name="populations">Residents of each estate.</param>
    /// <param name="runsPerThousand">Runs a week per 1,000 residents.</param>
    public DutyHeadquarters(IReadOnlyList<int> populations, double runsPerThousand)
    {
        _cumulative = new double[populations.Count + 1];
        long sum = 0;
        for (int i = 0; i < populations.Count; i++)
        {
            sum += populations[i];
            _cumulative[i + 1] = sum * runsPerThousand / 1000;
        }
    }

    /// <summary>All runs of a week, rounded up.</summary>
    public int RunsPerWeek => (int)Math.Ceiling(_cumulative[^1]);

    /// <summary>An estate's runs in a week.</summary>
    public int Share(int estate, int week, ActorId self, Chance chance)
    {
        double offset = chance.Uniform(self.Value, (uint)week, (uint)Purpose.DutyShare);
        return (int)Math.Floor(_cumulative[estate + 1] + offset) - (int)Math.Floor(_cumulative[estate] + offset);
    }

    /// <summary>A desk asks for the coming week's runs; answered by mail.</summary>
    public void OnRunsAsked(in Message m, TownAddresses addresses, CityCounts counts, Outbox outbox)
    {
        int week = outbox.Now.Day.Value / 7;
        int runs = Share(addresses.EstateOf(m.Sender), week, outbox.Self, outbox.Chance);
        counts.DutyRunsGiven += runs;
        outbox.Mail(m.Sender, (byte)Kind.DutyRuns, 0, 0, (uint)runs);
    }
}
