using Jinlin.Grains.Runs;
using Jinlin.Model.MutualHelp;
using Orleans.Concurrency;

namespace Jinlin.Grains.Actors;

/// <summary>
/// A resident of a running simulation; the key is the run's name, a slash and the actor's number. Answers are as of
/// the last cut. Simulated: no real person.
/// </summary>
[Alias("jinlin.IResidentGrain")]
public interface IResidentGrain : IGrainWithStringKey
{
    /// <summary>Who it is and how it does.</summary>
    /// <exception cref="RunException">Not a resident, or a town of consented data (law 8).</exception>
    [Alias("Profile"), AlwaysInterleave]
    Task<ResidentProfile> Profile();

    /// <summary>Makes it ask for help; returns when the command is in the journal.</summary>
    [Alias("Ask"), AlwaysInterleave]
    Task<CommandReceipt> Ask(NeedKind need);
}

/// <summary>A building of a running simulation; the key as <see cref="IResidentGrain"/>'s.</summary>
[Alias("jinlin.IBuildingGrain")]
public interface IBuildingGrain : IGrainWithStringKey
{
    [Alias("Profile"), AlwaysInterleave]
    Task<BuildingProfile> Profile();
}

/// <summary>An organization of an estate in a running simulation; the key as <see cref="IResidentGrain"/>'s.</summary>
[Alias("jinlin.IOrganizationGrain")]
public interface IOrganizationGrain : IGrainWithStringKey
{
    /// <summary>Its members and its queue.</summary>
    [Alias("Profile"), AlwaysInterleave]
    Task<OrganizationProfile> Profile();
}

/// <summary>Where an actor that lives outside its partition keeps its row; called by its partition alone.</summary>
[Alias("jinlin.IActorHost")]
internal interface IActorHost : IGrainWithStringKey
{
    /// <summary>Handles what is due in one minute, in one synchronous turn.</summary>
    [Alias("Handle"), AlwaysInterleave]
    Task<byte[]> Handle(long epoch, Immutable<byte[]> call);

    /// <summary>Gives the row back.</summary>
    [Alias("Return"), AlwaysInterleave]
    Task<byte[]> Return(long epoch);
}
