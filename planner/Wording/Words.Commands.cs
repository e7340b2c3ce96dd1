using Jinlin.Planner.Scenarios;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string RootHelp => Say(
        "Jinlin (近邻): a neighborhood as it is lived, and what a governance policy would change in it.",
        "近邻：模拟社区的日常生活，先在模拟中改变治理政策，再看谁受益、谁受损、代价多大、把握几分。");

    public static string LangHelp => Say(
        "Language of what is written; default: the locale's.", "输出语言；默认取系统区域设置。");

    public static string CheckHelp => Say(
        "Checks scenario, policy and shock files and says what is wrong in which line.",
        "检查场景、政策和冲击文件，指出哪一行有什么问题。");

    public static string CheckFilesHelp => Say("Files to check.", "要检查的文件。");

    public static string CheckJsonHelp => Say(
        "Prints one JSON object and nothing else.", "只输出一个 JSON 对象。");

    public static string CheckSchemaHelp => Say(
        "Writes the JSON Schemas of these files into a folder.", "将这些文件的 JSON Schema 写入文件夹。");

    public static string MechanismsHelp => Say(
        "Measures every mechanism, on against off (docs/mechanisms.md).", "逐项测量各机制开与关之差（docs/mechanisms.md）。");

    public static string MechanismsSeedsHelp => Say("Pairs per mechanism.", "每项机制的配对数。");

    public static string MechanismsSeedsRange => Say("--seeds: expected 2 to 1000", "--seeds：应为2到1000");

    public static string MechanismsOutHelp => Say("Writes the page to this file.", "将结果写入此文件。");

    public static string ModelHelp => Say("Facts of the model, for its documents.", "模型的事实，供文档使用。");

    public static string ModelTablesHelp => Say(
        "Prints the tables of draws, parameters, levers, prices and indicators; reads this source folder.",
        "输出抽样、参数、措施、价格和指标各表；读取该源代码文件夹。");

    public static string ModelIntoHelp => Say(
        "Renews the tables in this document instead.", "改为更新该文档中的表。");

    public static string NothingToCheck => Say("no file to check", "没有要检查的文件");

    public static string CheckedOk(InputFileKind kind) => kind switch
    {
        InputFileKind.Scenario => Say("ok (scenario)", "无误（场景）"),
        InputFileKind.Policy => Say("ok (policy)", "无误（政策）"),
        InputFileKind.Shock => Say("ok (shock)", "无误（冲击）"),
        InputFileKind.Sweep => Say("ok (sweep)", "无误（扫描）"),
        _ => Say("ok (price list)", "无误（价格表）"),
    };

    public static string ModelBroke(string what) =>
        Say($"the model broke one of its own rules: {what}", $"模型违反了自身的规则：{what}");

    public static string BrokeWhere(ulong seed, int minute, uint actor) =>
        Say($"seed {seed}, minute {minute}, actor {actor}", $"种子 {seed}，第 {minute} 分钟，主体 {actor}");

    public static string BrokeReplay(string command) => Say($"replay: {command}", $"重现：{command}");

    public static string Interrupted => Say("interrupted", "已中断");
}
