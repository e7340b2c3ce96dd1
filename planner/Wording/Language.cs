namespace Jinlin.Planner.Wording;

/// <summary>The language in which this flow of control speaks to people: English or Chinese.</summary>
public static class Language
{
    private static readonly AsyncLocal<bool> Current = new();

    /// <summary>True for Chinese; set once by the command line's root, default English.</summary>
    public static bool IsChinese
    {
        get => Current.Value;
        set => Current.Value = value;
    }

    /// <summary>One of two ways to say the same.</summary>
    public static string Say(string english, string chinese) => IsChinese ? chinese : english;

    /// <summary>
    /// What the user asked for with <c>--lang</c>, else what the environment's locale says: Chinese where it is
    /// <c>zh…</c>, English everywhere else.
    /// </summary>
    /// <param name="arguments">The command line; it is read before it is parsed because help is text, too.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static bool WantsChinese(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--") break;
            if (arguments[i] == "--lang" && i + 1 < arguments.Count) return arguments[i + 1] == "zh";
            foreach (string prefix in (string[])["--lang=", "--lang:"])
            {
                if (arguments[i].StartsWith(prefix, StringComparison.Ordinal))
                    return arguments[i][prefix.Length..] == "zh";
            }
        }
        string? locale = ((string[])["LC_ALL", "LC_MESSAGES", "LANG"])
            .Select(environment).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return locale is not null && locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
    }
}
