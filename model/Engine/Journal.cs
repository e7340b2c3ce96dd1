namespace Jinlin.Model.Engine;

/// <summary>
/// Something that somebody outside tells an actor of a running simulation (law 6). Its minute was fixed, and it
/// was written down, before it was acknowledged.
/// </summary>
/// <param name="Number">Its place in the journal, from 0.</param>
/// <param name="At">A quarter-hour that had not been granted when it came in.</param>
public readonly record struct Command(
    long Number, Minute At, ActorId To, byte Kind, uint A = 0, uint B = 0, uint C = 0, uint D = 0);

/// <summary>What was decided for a controlled actor; null: the model's own rule answered.</summary>
public readonly record struct Decided(long Number, Decision Decision, uint? Choice);

/// <summary>The ordered input of a run beside its scenario. Replaying it gives the same digest.</summary>
/// <param name="begin">The number of the first entry that is held here.</param>
public sealed class Journal(long begin = 0)
{
    private readonly List<Command> _commands = [];
    private readonly List<Decided> _decisions = [];

    public IReadOnlyList<Command> Commands => _commands;

    public IReadOnlyList<Decided> Decisions => _decisions;

    /// <summary>The number of the next entry.</summary>
    public long Next => begin + _commands.Count + _decisions.Count;

    public void Add(Command command) => _commands.Add(command);

    public void Add(Decided decided) => _decisions.Add(decided);
}
