using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Input;

/// <summary>A piece of an input file that knows where it stands.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public abstract record InputNode(string File, int Line, int Column)
{
    /// <summary>How an error names this piece.</summary>
    public abstract string Shown { get; }
}

/// <summary>A word, number, date or text.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Plain">Not quoted: may be a number or on/off.</param>
public sealed record ScalarNode(string File, int Line, int Column, string Text, bool Plain)
    : InputNode(File, Line, Column)
{
    public override string Shown => Plain && Text.Length == 0 ? Words.Nothing : SafeText.Quoted(Text);
}

/// <summary>A list of pieces.</summary>
public sealed record ListNode(string File, int Line, int Column, IReadOnlyList<InputNode> Items)
    : InputNode(File, Line, Column)
{
    public override string Shown => Words.AList(Items.Count);
}

/// <summary>Keys with their values; no key stands twice.</summary>
public sealed record MapNode(string File, int Line, int Column, IReadOnlyList<MapEntry> Entries)
    : InputNode(File, Line, Column)
{
    public override string Shown => Words.ASection(Entries.Select(e => e.Key.Text));

    /// <summary>The value under a key, or null.</summary>
    public InputNode? this[string key] => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;
}

/// <summary>One key and what stands under it.</summary>
public sealed record MapEntry(ScalarNode Key, InputNode Value);
