namespace Jinlin.Planner.Input;

/// <summary>The known word that somebody most likely meant.</summary>
public static class Nearest
{
    /// <summary>
    /// The candidate at the least edit distance (insert, delete, replace, swap of neighbors; case does not count), the
    /// earliest of equals; before that, the first that begins with the word. Null if none is nearer than half the
    /// word.
    /// </summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > 100) return null;
        if (word.Length >= 3 && candidates.FirstOrDefault(c => c.StartsWith(word, Ignoring)) is { } longer)
            return longer;
        string? best = null;
        int least = Math.Max(1, word.Length / 2) + 1;
        foreach (string candidate in candidates)
        {
            int distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < least) (best, least) = (candidate, distance);
        }
        return best;
    }

    private const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;

    /// <summary>Optimal string alignment distance.</summary>
    internal static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
