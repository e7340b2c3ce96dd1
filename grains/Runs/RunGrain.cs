using Jinlin.Grains.Storage;
using Jinlin.Model.Engine;
using Microsoft.Extensions.Logging;

namespace Jinlin.Grains.Runs;

/// <summary>
/// The address of a run's <see cref="RunCourse"/>: hands questions and orders to it. The course goes on in this
/// grain's turns.
/// </summary>
internal sealed class RunGrain(
    [PersistentState("manifest", RunServices.StorageName)] IPersistentState<RunManifest> manifest,
    Worlds worlds, IBlobStore blobs, IJournalStore journals, TimeProvider time, ILogger<RunGrain> log)
    : Grain, IRunGrain
{
    /// <summary>Pause and snapshot may want to write at once; the second would find the first one's ETag.</summary>
    private readonly SemaphoreSlim _writing = new(1);
    private RunCourse? _course;
    private Task _live = Task.CompletedTask;

    private string Name => this.GetPrimaryKeyString();

    private RunCourse Course => _course ?? throw new RunException($"there is no run named {Name}");

    /// <summary>A durable run whose coordinator was lost goes on as soon as anybody asks for it.</summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        RunManifest kept = manifest.State;
        if (!IsStarted) return;
        if (kept.Format != RunManifest.CurrentFormat)
        {
            throw new RunException(
                $"run {Name} was kept in form {kept.Format}; this version reads {RunManifest.CurrentFormat}");
        }
        Begin([]);
        if (!IsOver) return;
        try
        {
            await _course!.Recall();
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException)
        {
            log.LogWarning(unreadable, "What run {Run} came to cannot be read", Name);
        }
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_course is null) return;
        try
        {
            await _course.Leave(_live).WaitAsync(cancellationToken);
        }
        finally
        {
            worlds.Release(manifest.State.Definition!);
        }
    }

    public Task Start(RunDefinition definition)
    {
        if (Name.Length > 80 || Name[0] == '.' || !Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new RunException($"'{Name}' is no name of a run; expected up to 80 letters, digits, - _ .");
        if (definition.Until <= 0 || !new Minute(definition.Until).IsCut)
            throw new RunException($"a run ends at a quarter-hour after minute 0, not at minute {definition.Until}");
        if (definition.GrantMinutes < 0 || definition.GrantMinutes % Minute.QuarterHour != 0)
            throw new RunException($"grants of {definition.GrantMinutes} minutes; expected a multiple of 15");
        if (IsStarted)
        {
            RunDefinition known = manifest.State.Definition!;
            if (!known.SameAs(definition)) throw new RunException($"a run named {Name} exists with other inputs");
            return Task.CompletedTask;
        }
        return Begin(new RunManifest { Definition = definition, Paused = definition.Paused }, definition, []);
    }

    public Task StartFrom(RunDefinition definition, ForkPoint point)
    {
        if (IsStarted) throw new RunException($"a run named {Name} exists");
        var begun = new RunManifest
        {
            Definition = definition,
            Parts = point.Parts,
            Snapshot = point.Snapshot,
            Cut = point.Cut,
            Signals = point.Signals,
            NextSignals = point.NextSignals,
            Paused = definition.Paused,
        };
        return Begin(begun, definition, point.Journal);
    }

    public Task<RunStatus> Status() => Task.FromResult(
        _course?.Status() ?? new RunStatus { Run = Name, State = RunState.Unknown });

    public async Task<RunStatus> Watch(long known)
    {
        if (_course is not null) await _course.Changed(known, TimeSpan.FromSeconds(1));
        return await Status();
    }

    public Task Pause() => Course.Pause();

    public Task Resume() => Course.Resume();

    public Task Step(int minutes) => Course.Step(minutes);

    public Task Stop() => Course.Stop(_live);

    public async Task Delete()
    {
        if (_course is { } course) await course.Stop(_live);
        if (manifest.State.Definition is { } definition)
        {
            await blobs.DeleteAsync($"{Name}/");
            if (definition.Durable)
            {
                await GrainFactory.GetGrain<IRunIndexGrain>(0).Remove(Name);
                await journals.DeleteAsync(Name);
                await manifest.ClearStateAsync();
            }
            if (_course is not null) worlds.Release(definition);
        }
        manifest.State = new RunManifest();
        _course = null;
        DeactivateOnIdle();
    }

    public Task<CommandReceipt> Submit(CommandOrder command) => Course.Submit(command);

    public Task<string> TakeOver(uint actor) => Course.TakeOver(actor);

    public Task GiveBack(uint actor, string credential) => Course.GiveBack(actor, credential);

    public Task Decide(OpenDecision decision, uint? choice, string credential) =>
        Course.Decide(decision, choice, credential);

    public Task Activate(uint actor, bool activated) => Course.Activate(actor, activated);

    public async Task Fork(string name, RunDefinition definition)
    {
        if (name == Name) throw new RunException("a fork needs a name of its own");
        IRunGrain other = GrainFactory.GetGrain<IRunGrain>(name);
        if ((await other.Status()).State != RunState.Unknown) throw new RunException($"a run named {name} exists");
        await other.StartFrom(definition, await Course.Fork(name));
    }

    public Task<DaySeries> Days(int from) => Course.Days(from);

    public Task<RunOutcome> Outcome() => Course.Outcome();

    public Task<Reading[]> Read(string reader, byte[] question, int first, int count) =>
        Course.Read(reader, question, first, count);

    public Task<Reading[]> ReadActor(string reader, uint actor) => Course.ReadActor(reader, actor);

    public Task<byte[]?> Records(int day) => Course.Records(day);

    public Task<byte[][]> Journal(long from) => Course.Journal(from);

    /// <summary>The call itself has activated the grain. A run that is over was not struck off the index in time.</summary>
    public Task Wake() => IsStarted && !IsOver
        ? Task.CompletedTask : GrainFactory.GetGrain<IRunIndexGrain>(0).Remove(Name);

    public Task Safeguard() => _course?.Safeguard() ?? Task.CompletedTask;

    /// <summary>False also for a fork whose journal was not yet all there when its silo was lost.</summary>
    private bool IsStarted => manifest.State is { Definition: not null, State: not RunState.Unknown };

    private bool IsOver => manifest.State.State is not (RunState.Opening or RunState.Running);

    private async Task Begin(RunManifest begun, RunDefinition definition, byte[][] journal)
    {
        manifest.State = begun;
        try
        {
            if (definition.Durable && journal.Length > 0)
            {
                // The manifest keeps others away while the journal is written, and does not count before it is.
                await manifest.WriteStateAsync();
                await journals.DeleteAsync(Name);
                await journals.OpenAsync(Name, 0);
                await journals.AppendAsync(Name, 0, 0, journal);
            }
            begun.State = RunState.Opening;
            if (definition.Durable)
            {
                await manifest.WriteStateAsync();
                if (journal.Length == 0) await journals.OpenAsync(Name, 0);
                await GrainFactory.GetGrain<IRunIndexGrain>(0).Add(Name);
            }
            Begin(journal);
        }
        catch
        {
            if (definition.Durable && manifest.RecordExists) await manifest.ClearStateAsync();
            manifest.State = new RunManifest();
            throw;
        }
    }

    private void Begin(byte[][] journal)
    {
        DelayDeactivation(Timeout.InfiniteTimeSpan);
        var means = new RunMeans(
            worlds, blobs, journals, GrainFactory, time, log, Commit,
            () => GrainFactory.GetGrain<IRunIndexGrain>(0).Add(Name),
            () => manifest.State.Definition is { Durable: true }
                ? GrainFactory.GetGrain<IRunIndexGrain>(0).Remove(Name) : Task.CompletedTask,
            async () => (await GrainFactory.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true)).Count,
            () => GrainContext.Deactivated.IsCompleted);
        _course = new RunCourse(Name, manifest.State, means, journal);
        if (!IsOver) _live = Live(_course);
    }

    private async Task Commit()
    {
        await _writing.WaitAsync();
        try
        {
            await manifest.WriteStateAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task Live(RunCourse course)
    {
        try
        {
            await course.Live();
        }
        catch (Exception replaced)
        {
            log.LogWarning(replaced, "Run {Run} goes on elsewhere", Name);
            DeactivateOnIdle();
        }
    }
}
