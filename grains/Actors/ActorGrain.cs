using Jinlin.Grains.Partitions;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Orleans.Concurrency;
using Orleans.Serialization;

namespace Jinlin.Grains.Actors;

/// <summary>
/// An actor's address, and its home while it lives outside its partition. Near its partition, since that calls it
/// every minute in which something is due to it.
/// </summary>
[Orleans.Placement.PreferLocalPlacement]
internal sealed class ActorGrain(Stages stages, Serializer serializer)
    : Grain, IActorHost, IResidentGrain, IBuildingGrain, IOrganizationGrain
{
    private byte[]? _row;
    private long _epoch;

    private string Run => this.GetPrimaryKeyString()[..this.GetPrimaryKeyString().LastIndexOf('/')];

    private ActorId Self => new(uint.Parse(this.GetPrimaryKeyString()[(Run.Length + 1)..], null));

    public Task<byte[]> Handle(long epoch, Immutable<byte[]> call)
    {
        if (epoch < _epoch) throw Lost($"lives in epoch {_epoch}, not {epoch}");
        if (epoch > _epoch) _row = null;
        _epoch = epoch;
        if (!stages.Has(Run))
        {
            // Somebody asked for it before it moved out, and it came to live here: the next call makes it anew there.
            DeactivateOnIdle();
            throw Lost("lives on a silo where no partition of its run does");
        }
        try
        {
            return Task.FromResult(stages.Handle(Run, Self, call.Value, ref _row));
        }
        catch (InvalidDataException) when (_row is null)
        {
            throw Lost($"has lost its row of epoch {epoch} with the silo it was on");
        }
    }

    public Task<byte[]> Return(long epoch)
    {
        if (epoch != _epoch || _row is null)
            throw Lost($"has no row of epoch {epoch}");
        byte[] row = _row;
        _row = null;
        return Task.FromResult(row);
    }

    async Task<ResidentProfile> IResidentGrain.Profile() => await Read<ResidentProfile>("resident");

    async Task<BuildingProfile> IBuildingGrain.Profile() => await Read<BuildingProfile>("building");

    async Task<OrganizationProfile> IOrganizationGrain.Profile() => await Read<OrganizationProfile>("organization");

    public async Task<CommandReceipt> Ask(NeedKind need)
    {
        ResidentProfile me = await Read<ResidentProfile>("resident");
        IRunGrain run = GrainFactory.GetGrain<IRunGrain>(Run);
        var today = new Minute((await run.Status()).Minute).Day;
        // Needs of the model's own count from 0; those of commands from 7 down, on the shocks' side of the key.
        for (int ordinal = 7; ordinal > 3; ordinal--)
        {
            var key = new NeedKey(need, today, ordinal, fromShock: true);
            if (Array.Exists(me.OpenNeeds, n => n.Key == key.Value)) continue;
            return await run.Submit(new CommandOrder(Self.Value, (byte)Model.World.Kind.NeedArises, key.Value, 1));
        }
        throw new RunException($"actor {Self.Value} has asked for {need} four times on {today} already");
    }

    private PartitionLostException Lost(string why) => new($"{this.GetPrimaryKeyString()} {why}");

    private async Task<T> Read<T>(string kind)
        where T : class
    {
        Reading[] readings = await GrainFactory.GetGrain<IRunGrain>(Run).ReadActor(ActorReader.ReaderName, Self.Value);
        object? profile = readings.Length == 0 ? null : serializer.Deserialize<object>(readings[0].Content);
        return profile switch
        {
            T found => found,
            string refused => throw new RunException(refused),
            _ => throw new RunException($"actor {Self.Value} of run {Run} is no {kind}"),
        };
    }
}
