using Jinlin.Grains.Actors;
using Jinlin.Grains.Runs;
using Jinlin.Grains.Tests.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Grains.Tests.Actors;

public class ActorGrainTests
{
    private static readonly RunDefinition Twenty = VillageSource.Define(20);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, .1)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    public async Task Inline_a_tenth_or_all_in_grains_of_their_own_it_is_the_same_run(int silos, double share)
    {
        await using RunCluster cluster = await RunCluster.Start(silos);
        (RunStatus status, RunOutcome outcome) = await cluster.Complete(
            Twenty with { Activated = share, Partitions = 2, Verify = true });
        Assert.Equal(VillageSource.Expected(Twenty), outcome.Digest);
        Assert.InRange(status.ActivatedActors, (int)(900 * share * .8), (int)(1_300 * share));
        Assert.True(share == 0 || status.GrainCalls > 1_000, $"{status.GrainCalls} calls");
    }

    [Fact]
    public async Task An_actor_moves_out_and_home_while_the_run_goes_on()
    {
        await using RunCluster cluster = await RunCluster.Start(2);
        IRunGrain run = cluster.Run("moving");
        await run.Start(Twenty with { Partitions = 2, Paused = true });
        for (uint actor = 0; actor < 30; actor++) await run.Activate(actor, true);
        await run.Step((5 * Minute.PerDay) + 600);
        Assert.Equal(30, (await run.Until(s => s.State == RunState.Paused)).ActivatedActors);
        for (uint actor = 0; actor < 15; actor++) await run.Activate(actor, false);
        await run.Step(75);
        Assert.Equal(15, (await run.Until(s => s.State == RunState.Paused)).ActivatedActors);
        await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        Assert.Equal(VillageSource.Expected(Twenty), (await run.Outcome()).Digest);
    }

    [Fact]
    public async Task Every_actor_has_an_address_and_answers()
    {
        await using RunCluster cluster = await RunCluster.Start(1);
        IRunGrain run = cluster.Run("asked");
        await run.Start(Twenty with { Paused = true, Activated = .5 });
        await run.Step(3 * Minute.PerDay);
        await run.Until(s => s.State == RunState.Paused);
        ResidentProfile resident = await cluster.Actor<IResidentGrain>("asked", 3).Profile();
        Assert.InRange(resident.Age, 0, 110);
        Assert.NotEmpty(resident.Ties);
        Assert.All(resident.Ties, t => Assert.InRange(t.Strength, 0, 1));
        BuildingProfile building = await cluster.Actor<IBuildingGrain>("asked", resident.Building).Profile();
        Assert.True(building.Residents > 0);
        Assert.True(building.Floors > 0);
        OrganizationProfile first = await cluster.Actor<IOrganizationGrain>("asked", 305).Profile();
        Assert.NotEqual("", first.Kind);
        RunException wrong = await Assert.ThrowsAsync<RunException>(
            () => cluster.Actor<IBuildingGrain>("asked", 3).Profile());
        Assert.Contains("is no building", wrong.Message);
    }

    [Fact]
    public async Task A_resident_asks_for_help_and_the_run_replays()
    {
        await using RunCluster cluster = await RunCluster.Start(2);
        IRunGrain run = cluster.Run("help");
        await run.Start(Twenty with { Paused = true, Partitions = 2 });
        await run.Step((2 * Minute.PerDay) + (20 * 60));
        await run.Until(s => s.State == RunState.Paused);
        IResidentGrain me = cluster.Actor<IResidentGrain>("help", 3);
        CommandReceipt receipt = await me.Ask(NeedKind.Errand);
        Assert.Equal((2 * Minute.PerDay) + (20 * 60), receipt.At);
        await run.Step(15);
        await run.Until(s => s.State == RunState.Paused);
        Assert.Contains((await me.Profile()).OpenNeeds, n => n.Kind == "Errand" && n.Arose == receipt.At);
        await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        Assert.Equal(
            VillageSource.Expected(Twenty, RunGrainTests.Parse(await run.Journal(0))), (await run.Outcome()).Digest);
    }

    [Fact]
    public async Task Of_consented_data_no_person_is_shown()
    {
        await using RunCluster cluster = await RunCluster.Start(1);
        await cluster.Run("real").Start(VillageSource.Define(5, "none consented") with { Paused = true });
        RunException refused = await Assert.ThrowsAsync<RunException>(
            () => cluster.Actor<IResidentGrain>("real", 3).Profile());
        Assert.Contains("consented", refused.Message);
    }
}
