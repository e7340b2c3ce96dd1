using System.Globalization;
using Jinlin.Model.Policy;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string DateOrDay => Say(
        "a date such as 2023-07-01, or a number of days from the start date",
        "日期（如 2023-07-01），或自开始日期起的天数");

    public static string EndAfterStart => Say("a day after \"from\"", "晚于 from 的日子");

    public static string DayWithin(DateOnly start, int horizon) => Say(
        $"a day of the horizon: {Day(start)} to {Day(start.AddDays(horizon - 1))}, or 0 to {horizon - 1}",
        $"模拟期内的日子：{Day(start)} 至 {Day(start.AddDays(horizon - 1))}，或 0 至 {horizon - 1}");

    public static string StartWithin(DateOnly first, DateOnly last) => Say(
        $"a date from {Day(first)} to {Day(last)}, so that burn-in and horizon lie within the table of holidays",
        $"{Day(first)} 至 {Day(last)} 的日期，使预热期和模拟期都在节假日表之内");

    public static string Place => Say(
        "city, or one of district: NAME, estates: [NAME, …], share: 0.2",
        "city，或 district: 名称、estates: [名称, …]、share: 0.2 之一");

    public static string AnEstate => Say("at least one estate", "至少一个小区");

    public static string DistrictOfTown(string name, IReadOnlyList<string> names) =>
        Suggest(name, names, "a district of the town:", "该城镇的区：");

    public static string EstateOfTown(string name, IReadOnlyList<string> names) =>
        Suggest(name, names, "an estate of the town:", "该城镇的小区：");

    public static string ALever => Say("at least one lever", "至少一项政策杠杆");

    public static string KnownLever(string name, IReadOnlyList<string> names) =>
        Suggest(name, names, "the lever", "杠杆");

    public static string KnownParameter(string name, IReadOnlyList<string> names) =>
        Suggest(name, names, "the parameter", "参数");

    public static string KnownPrice(string name, IReadOnlyList<string> names) =>
        Suggest(name, names, "the price", "价格项");

    public static string KnownIndicator(string name, IReadOnlyList<string> names) =>
        Suggest(name, names, "the indicator", "指标");

    public static string KnownTown(string name, IReadOnlyList<string> names) =>
        Suggest(name, names, "the town", "城镇");

    public static string KnownPolicy(string name, IReadOnlyList<string> names) =>
        Suggest(name, names, "a .yaml file or the preset", ".yaml 文件或预设");

    public static string APolicy => Say("a preset's name, a .yaml file, or a policy", "预设名称、.yaml 文件或政策段落");

    public static string AShock => Say("a .yaml file, or a shock", ".yaml 文件或冲击段落");

    public static string ATown(IReadOnlyList<string> names) =>
        Say($"a town: {string.Join(", ", names)}, or a section", $"城镇：{string.Join("、", names)}，或段落");

    public static string OneTownSource(IReadOnlyList<string> keys) =>
        Say($"exactly one of the keys {string.Join(", ", keys)}", $"{string.Join("、", keys)} 中恰好一个键");

    public static string Estates(int most) => Say($"1 to {most} estates", $"1 至 {most} 个小区");

    public static string NameOnce(int line) =>
        Say($"a name of its own; line {line} has it already", $"不重复的名称；第 {line} 行已用");

    public static string PolicyOnce => Say("policies with different names", "名称各不相同的政策");

    public static string AtMost(int most, string what, string chinese) =>
        Say($"at most {most} {what}", $"至多 {most} {chinese}");

    public static string AboveOrBelow => Say("one of above and below", "above 与 below 之一");

    public static string LengthIn(string key, double least, double most) => Say(
        $"the length as \"{key}\", {Shown(least)} to {Shown(most)}", $"用“{key}”表示的时长，{Shown(least)} 至 {Shown(most)}");

    public static string LeverValue(LeverInfo info) => Say($"{info.Expectation} for {info.Name}", info.Form switch
    {
        LeverForm.OnOff => $"{info.Chinese}取 on 或 off",
        LeverForm.Choice => $"{info.Chinese}取 {string.Join("、", info.Choices)} 之一",
        LeverForm.Whole => $"{info.Chinese}取 {(info.MayBeOff ? "0 或 " : "")}{Shown(info.Low)} 至 {Shown(info.High)} 的整数",
        _ => $"{info.Chinese}取 {(info.MayBeOff ? "0 或 " : "")}{Shown(info.Low)} 至 {Shown(info.High)} 的数",
    });

    public static string Fight(LeverInfo info, string first, string second, string one, string other) => Say(
        $"{info.Name} set to {one} by {SafeText.Quoted(first)} and to {other} by {SafeText.Quoted(second)}",
        $"{SafeText.Quoted(first)} 将{info.Chinese}设为 {one}，{SafeText.Quoted(second)} 设为 {other}");

    public static string NoFight(string file, int line) => Say(
        $"one policy per lever at one place and time (the other is in {file}:{line})",
        $"同一地点同一时间每项杠杆只由一个政策设定（另一处在 {file}:{line}）");

    public static string AnInputFile => Say(
        "the keys of a scenario (town, horizon), a policy (steps) or a shock (kind)",
        "场景（town、horizon）、政策（steps）或冲击（kind）的键");

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
