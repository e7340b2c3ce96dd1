using System.Text;

namespace Jinlin.Silo;

/// <summary>
/// The last gate before a stream that people read: whatever library wrote it, a secret leaves as stars. A line that
/// is written piece by piece must not cut a secret in two: loggers write whole messages.
/// </summary>
public sealed class MaskedWriter : TextWriter
{
    private const string Mask = "***";

    private readonly TextWriter _to;
    private readonly string[] _secrets;

    /// <param name="secrets">What must not be seen; the longest is looked for first.</param>
    public MaskedWriter(TextWriter to, IEnumerable<string> secrets)
    {
        _to = to;
        _secrets = [.. secrets.Where(s => s.Length > 0).Distinct().OrderByDescending(s => s.Length)];
    }

    public override Encoding Encoding => _to.Encoding;

    public override void Write(char value) => _to.Write(value);

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => _to.Write(value is null ? null : Masked(value));

    public override void WriteLine(string? value) => _to.WriteLine(value is null ? null : Masked(value));

    public override void Flush() => _to.Flush();

    private string Masked(string text)
    {
        foreach (string secret in _secrets) text = text.Replace(secret, Mask, StringComparison.Ordinal);
        return text;
    }
}
