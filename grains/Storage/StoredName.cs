namespace Jinlin.Grains.Storage;

/// <summary>Names under which things are kept; none of them leaves its folder.</summary>
internal static class StoredName
{
    /// <exception cref="ArgumentException">Anything but letters, digits, dots and dashes, or a leading dot.</exception>
    public static void OfRun(string run)
    {
        if (run.Length > 0 && run[0] != '.' && run.All(IsPlain)) return;
        throw new ArgumentException($"'{run}' is no name of a run; expected letters, digits, - _ .", nameof(run));
    }

    /// <exception cref="ArgumentException">Not a relative path, or one with empty parts, with . or with ..</exception>
    public static void OfBlob(string name)
    {
        if (name.Split('/').All(part => part is not ("" or "." or "..") && part.All(IsPlain))) return;
        throw new ArgumentException($"'{name}' is no name of a blob; expected letters, digits, . - _ /", nameof(name));
    }

    /// <exception cref="ArgumentException">No name of a blob begins with this.</exception>
    public static void OfPrefix(string prefix)
    {
        if (prefix.Length > 0) OfBlob(prefix + "x");
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';
}
