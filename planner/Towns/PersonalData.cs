using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Towns;

/// <summary>
/// Refuses tables that look as if they held somebody's name, number or address (law 8): by what a header says, and by
/// values shaped like an 18-digit identity number, an 11-digit mobile number or an e-mail address.
/// </summary>
public static class PersonalData
{
    internal static string Expected => Say(
        "no column about an identifiable person: Jinlin describes nobody real, remove names, identity numbers, " +
        "telephones and addresses",
        "不含可识别个人的内容：近邻不描述任何真实的人，请删除姓名、证件号、电话和住址");

    private static readonly string[] ChineseWords =
    [
        "姓名", "人名", "户主", "联系人", "身份证", "证件", "护照", "电话", "手机", "联系方式", "微信", "邮箱", "邮件",
        "住址", "地址", "门牌", "房号", "室号", "住房号", "车牌", "银行卡", "社保号",
    ];

    /// <summary>Whole words only: "surname" is one, "filename" is not a word of its own here.</summary>
    private static readonly HashSet<string> EnglishWords =
    [
        "name", "names", "fullname", "firstname", "lastname", "surname", "forename", "givenname", "familyname",
        "nickname", "phone", "phones", "telephone", "tel", "mobile", "cell", "cellphone", "mobilephone", "phonenumber",
        "wechat", "email", "mail", "address", "addresses", "doorplate", "doornumber", "flatnumber", "passport",
        "ssn", "identity", "idcard", "identitycard", "identitynumber", "nationalid", "passportnumber", "licenceplate",
        "xingming", "shenfenzheng", "shouji", "dianhua", "zhuzhi",
    ];

    /// <param name="table">The table.</param>
    /// <param name="places">Headers that name a place, not a person: an estate's table has a "name".</param>
    public static void Refuse(Table table, params Column[] places)
    {
        for (int i = 0; i < table.Headers.Count; i++)
        {
            string header = table.Headers[i].Trim();
            string key = HeaderName.Key(header);
            bool place = places.Any(p => p.Is(key));
            if (!place && SaysPersonal(header)) throw table.Error(table.HeaderLine, header, Expected);
        }
        foreach (TableRow row in table.Rows)
        {
            for (int i = 0; i < row.Cells.Count; i++)
                if (LooksPersonal(row.Cells[i])) throw table.Error(row.Line, i, Masked(row.Cells[i]), Expected);
        }
    }

    /// <summary>Whether a header, or a property's name, says that it holds something about a person.</summary>
    public static bool SaysPersonal(string header)
    {
        string narrow = HeaderName.Narrow(header);
        if (ChineseWords.Any(word => narrow.Contains(word, StringComparison.Ordinal))) return true;
        if (EnglishWords.Contains(HeaderName.Key(header))) return true;
        return Words(narrow).Any(EnglishWords.Contains);
    }

    /// <summary>Whether a value is shaped like an identity number, a mobile number or an e-mail address.</summary>
    public static bool LooksPersonal(string value)
    {
        if (value.Length < 6) return false;
        string text = HeaderName.Narrow(value);
        return HasNumber(text) || HasMail(text);
    }

    private static bool HasNumber(string text)
    {
        int start = -1, digits = 0;
        Span<char> run = stackalloc char[20];
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\0';
            if (char.IsAsciiDigit(c))
            {
                if (start < 0) start = i;
                if (digits < run.Length) run[digits] = c;
                digits++;
                continue;
            }
            // A separator within a number: 138 1234 5678, 138-1234-5678.
            if (start >= 0 && c is ' ' or '-' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) continue;
            if (start >= 0)
            {
                bool fraction = start > 0 && text[start - 1] == '.';
                bool x = c is 'x' or 'X';
                if (!fraction && Shaped(run[..Math.Min(digits, run.Length)], digits, x)) return true;
            }
            start = -1;
            digits = 0;
        }
        return false;
    }

    private static bool Shaped(ReadOnlySpan<char> run, int digits, bool thenX)
    {
        if (digits == 13 && run[0] == '8' && run[1] == '6') return Mobile(run[2..]);
        if (digits == 11) return Mobile(run);
        // The seventh to fourteenth digits are a date of birth.
        return (digits == 18 || (digits == 17 && thenX)) && (run[6], run[7]) is ('1', '8' or '9') or ('2', '0')
            && Two(run, 10) is >= 1 and <= 12 && Two(run, 12) is >= 1 and <= 31;
    }

    private static bool Mobile(ReadOnlySpan<char> run) => run[0] == '1' && run[1] >= '3';

    private static int Two(ReadOnlySpan<char> run, int at) => ((run[at] - '0') * 10) + run[at + 1] - '0';

    private static bool HasMail(string text)
    {
        int at = text.IndexOf('@');
        if (at <= 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) return false;
        int dot = text.IndexOf('.', at);
        return dot > at + 1 && dot + 1 < text.Length && char.IsAsciiLetter(text[dot + 1])
            && !text.AsSpan(at + 1, dot - at - 1).ContainsAny(' ', '@');
    }

    /// <summary>An error must not spread what it refuses.</summary>
    private static string Masked(string value) => $"{value[..Math.Min(2, value.Length)]}…";

    private static IEnumerable<string> Words(string header)
    {
        int start = -1;
        for (int i = 0; i <= header.Length; i++)
        {
            bool letter = i < header.Length && char.IsAsciiLetter(header[i]);
            bool hump = letter && start >= 0 && char.IsAsciiLetterUpper(header[i])
                && char.IsAsciiLetterLower(header[i - 1]);
            if (letter && start < 0) start = i;
            else if (start >= 0 && (!letter || hump))
            {
                yield return header[start..i].ToLowerInvariant();
                start = letter ? i : -1;
            }
        }
    }
}
