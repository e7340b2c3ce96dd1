using System.Globalization;
using Jinlin.Planner.Input;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

/// <summary>What the command line says, in both languages.</summary>
public static partial class Words
{
    /// <summary>Stands in every kind of output (law 8), in both languages whatever the user chose.</summary>
    public const string Disclaimer =
        "Simulated residents. Not for decisions about any individual. 模拟居民，不得用于对任何个人的判断或处置。";

    public static string FoundExpected(string found, string expected) =>
        Say($"found {found}; expected {expected}", $"读到 {found}；应为{expected}");

    public static string Nothing => Say("nothing", "空值");

    public static string AList(int count) => Say($"a list of {count}", $"{count} 项的列表");

    public static string ASection(IEnumerable<string> keys)
    {
        string[] first = [.. keys.Take(5).Select(SafeText.Plain)];
        string shown = SafeText.Shortened(string.Join(", ", first));
        return Say($"a section ({shown})", $"含有 {shown} 的段落");
    }

    public static string FileName => Say("the name of a file", "文件名");

    public static string FileWithinFolder => Say(
        "a file in the folder of the file that names it, or below: no absolute path, no \"..\", no link out of it",
        "位于引用文件所在目录或其子目录中的文件：不得用绝对路径、“..”或指向目录外的链接");

    public static string ExistingFile => Say("a file that exists", "存在的文件");

    public static string ReadableFile => Say("a file that can be read", "可读取的文件");

    public static string NoSuchFile => Say("no such file", "没有这个文件");

    public static string AFolder => Say("a folder", "文件夹");

    public static string EmptyFile => Say("an empty file", "空文件");

    public static string MoreThanBytes(int bytes) =>
        Say($"more than {bytes:N0} bytes", $"超过 {bytes:N0} 字节的文件");

    public static string MoreThanValues(int values) => Say($"more than {values:N0} values", $"超过 {values:N0} 个值");

    public static string DeeperThan(int depth) => Say($"more than {depth} levels", $"超过 {depth} 层的嵌套");

    public static string SmallerFile => Say("a smaller file", "更小的文件");

    public static string ShallowerFile => Say("fewer levels within each other", "更浅的嵌套");

    public static string NotUtf8 => Say("bytes that are not UTF-8", "不是 UTF-8 的字节");

    public static string Utf8 => Say("text in UTF-8", "UTF-8 文本");

    public static string NotYaml(string message) => SafeText.Quoted(message);

    public static string Yaml => Say("YAML (quotes closed, indentation with spaces)", "YAML（引号成对、用空格缩进）");

    public static string Tab => Say("a tab as indentation", "用制表符缩进");

    public static string SecondDocument => Say("a second document", "第二个文档");

    public static string OneDocument => Say("one YAML document per file", "每个文件只有一个 YAML 文档");

    public static string NoAlias => Say("the value itself; anchors and aliases are not read", "值本身；不接受锚点和别名");

    public static string NoTag => Say("a plain value; tags are not read", "普通的值；不接受标签");

    public static string Key => Say("a word as the key", "作为键的词");

    public static string KeyOnce(int line) =>
        Say($"each key once; this one stands in line {line} too", $"每个键只出现一次；第 {line} 行已有此键");

    public static string Section => Say("a section with keys", "带键的段落");

    public static string List => Say("a list", "列表");

    public static string Text => Say("a text of 1 to 200 characters", "1 至 200 个字符的文本");

    public static string Date => Say("a date such as 2023-07-01", "日期，如 2023-07-01");

    public static string OnOrOff => Say("on or off", "on 或 off");

    public static string Number(double low, double high) =>
        Say($"a number from {Shown(low)} to {Shown(high)}", $"{Shown(low)} 至 {Shown(high)} 的数");

    public static string WholeNumber(long low, long high) =>
        Say($"a whole number from {low} to {high}", $"{low} 至 {high} 的整数");

    public static string MissingKey(string key) => Say($"the key \"{key}\" in it", $"其中有键“{key}”");

    public static string KnownKey(string word, IReadOnlyCollection<string> known) =>
        known.Count == 0 ? Say("no key here", "此处无键") : Suggest(word, known, "the key", "键");

    public static string OneOf(string word, IReadOnlyCollection<string> known) => Suggest(word, known, "", "");

    /// <summary>A number as people write it: 0.5, 1095.</summary>
    public static string Shown(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Lead(string what) => what.Length > 0 ? what + " " : "";

    /// <summary>The nearest known word where one is near, else all of them, else the first dozen.</summary>
    private static string Suggest(string word, IReadOnlyCollection<string> known, string what, string chinese)
    {
        if (Nearest.To(word, known) is { } nearest)
            return Say($"{Lead(what)}\"{nearest}\", perhaps", $"{chinese}“{nearest}”？");
        string all = string.Join(", ", known.Take(12)) + (known.Count > 12 ? ", …" : "");
        return known.Count == 1
            ? Say($"{Lead(what)}\"{all}\"", $"{chinese}“{all}”")
            : Say(what.Length > 0 ? $"{what.TrimEnd(':')}: {all}" : $"one of {all}", $"{chinese}{all} 之一");
    }
}
