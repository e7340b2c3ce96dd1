using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Input;

/// <summary>
/// The folder of a file that refers to others. What it refers to lies in this folder or below it, links followed: a
/// scenario from elsewhere reads nothing but what came with it.
/// </summary>
public sealed class InputFolder
{
    private readonly string _shown;
    private readonly string _real;

    private InputFolder(string shown, string real) => (_shown, _real) = (shown, real);

    /// <summary>The folder in which a file lies that the user named.</summary>
    public static InputFolder Of(string file)
    {
        string shown = Path.GetDirectoryName(file) ?? "";
        return new InputFolder(shown, RealPath(Path.GetFullPath(shown.Length == 0 ? "." : shown)));
    }

    /// <summary>
    /// The path of a file that is referred to, as it is shown to the user and opened; null after a problem was noted:
    /// it is absolute, leads out of the folder (by <c>..</c> or a link), or does not exist.
    /// </summary>
    public string? Resolve(ScalarNode reference, Problems problems)
    {
        string text = reference.Text;
        if (text.Length == 0 || text.Contains('\0'))
        {
            problems.Add(reference, Words.FileName);
            return null;
        }
        bool leads = Path.IsPathRooted(text) || text.Contains('\\') || text.Contains(':')
            || text.Split('/').Contains("..");
        string path = Path.Combine(_shown, text);
        if (leads)
        {
            problems.Add(reference, Words.FileWithinFolder);
            return null;
        }
        if (!File.Exists(path))
        {
            problems.Add(reference, Words.ExistingFile);
            return null;
        }
        string real = RealPath(Path.GetFullPath(path));
        string folder = _real.EndsWith(Path.DirectorySeparatorChar) ? _real : _real + Path.DirectorySeparatorChar;
        if (real.StartsWith(folder, StringComparison.Ordinal)) return path;
        problems.Add(reference, Words.FileWithinFolder);
        return null;
    }

    /// <summary>An absolute path with every link on the way followed.</summary>
    private static string RealPath(string path, int followed = 0)
    {
        string root = Path.GetPathRoot(path) ?? "";
        string real = root;
        foreach (string part in path[root.Length..].Split(Path.DirectorySeparatorChar,
            StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(real, part);
            FileSystemInfo info = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            // A loop of links has no real path; its file cannot be opened either, so any name outside will do.
            if (info.LinkTarget is { } target)
                next = followed < 40 ? RealPath(Path.GetFullPath(Path.Combine(real, target)), followed + 1) : root;
            real = next;
        }
        return real;
    }
}
