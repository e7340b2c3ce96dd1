using System.Runtime.InteropServices;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>A hub's or partner's own changing state. No padding: its bytes are hashed.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct HubState
{
    /// <summary>Handed in and not yet shared out: duty runs, partner minutes.</summary>
    public int Runs;

    public int Minutes;

    /// <summary>Week (day / 7) of <see cref="RotaDays"/>, and check-ins promised in it.</summary>
    public int RotaWeek;

    public int RotaDays;

    /// <summary>Since the start: shares given, minutes promised to estates.</summary>
    public int Shares;

    public int MinutesPromised;
}

/// <summary>What an estate's desk told a hub or partner, until it is answered in the next minute.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct HubEntry
{
    public ActorId Desk;

    /// <summary>Pool kind, or the estate's place for this partner.</summary>
    public int What;

    /// <summary>How much the desk was short.</summary>
    public int Short;
}

/// <summary>
/// The neighborhood of hubs and partners. All that reaches it and leaves it is mail: hubs set routes and shares
/// beforehand and are never in a call's path.
/// </summary>
public sealed class HubPopulation : IPopulation
{
    private readonly HubPlan _plan;
    private readonly Parameters _parameters;
    private readonly HubState[] _states;
    private readonly RowLists<HubEntry> _entries;

    public HubPopulation(Scenario scenario)
    {
        _plan = new HubPlan(scenario.Town);
        _parameters = scenario.Parameters;
        _states = new HubState[_plan.Actors];
        _entries = new RowLists<HubEntry>(_plan.Actors);
    }

    /// <summary>How many hubs and partners a scenario's town has.</summary>
    public static int ActorCount(Scenario scenario) => new HubPlan(scenario.Town).Actors;

    /// <summary>One hub's or partner's own state, for reading.</summary>
    public HubState StateOf(int index) => _states[index];

    public void BeginDay(Day day, ulong signals, Outbox outbox)
    {
    }

    public void Handle(in Message message, Outbox outbox)
    {
        int i = message.Receiver;
        ref HubState state = ref _states[i];
        RowList<HubEntry> entries = _entries[i];
        bool isPartner = _plan.IsPartner(i);
        switch ((Kind)message.Kind)
        {
            case Kind.PartnerAsked when isPartner:
                PartnerOrganization.OnAsked(message, entries, outbox);
                break;
            case Kind.PartnerPlans when isPartner:
                PartnerOrganization.OnPlans(ref state, entries, _parameters, outbox);
                break;
            case Kind.RotaInvited when isPartner:
                PartnerOrganization.OnRotaInvited(ref state, message, _parameters, outbox);
                break;
            case Kind.PoolReport when !isPartner: JointCommittee.OnReport(ref state, message, entries, outbox); break;
            case Kind.PoolCloses when !isPartner: JointCommittee.OnPoolCloses(ref state, entries, outbox); break;
            case Kind.RoutesAsked when !isPartner: JointCommittee.OnRoutesAsked(message, outbox); break;
            default:
                throw new ModelException($"hub {i} has no rule for {(Kind)message.Kind}", outbox.Now, outbox.Self);
        }
    }

    public void EndDay(Day day, Span<long> indicators)
    {
    }

    public bool IsDecision(byte kind) => false;

    public void Save(StateWriter writer)
    {
        writer.WriteSpan<HubState>(_states);
        _entries.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadInto<HubState>(_states);
        _entries.Load(reader);
    }

    public void Verify(Minute now, Action<int, string> broken)
    {
        for (int i = 0; i < _states.Length; i++)
        {
            if (_states[i].Runs < 0 || _states[i].Minutes < 0) broken(i, "a pool gave more than was handed in");
            if (_states[i].RotaDays > _parameters.RotaDaysMost) broken(i, "a partner promised more days than it has");
        }
    }
}
