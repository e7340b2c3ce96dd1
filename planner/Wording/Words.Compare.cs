using Jinlin.Planner.Experiments;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string OtherFiles => Say("other files", "其他文件");

    public static string StoreFolder => Say(
        "a folder for kept replications: empty, new, or one that this program made; --store names another",
        "存放重复结果的文件夹：空的、新建的或由本程序建立的；可用 --store 另选");

    public static string StoreFormat(string format) => Say(
        $"\"{format}\"; name another folder with --store, or delete this one",
        $"“{format}”；请用 --store 另选文件夹，或删除此文件夹");

    public static string StoreBroken(string why) => Say(
        $"results are no longer kept: {why}; what was kept before stays", $"不再保存结果：{why}；此前保存的仍可用");

    public static string CompareHelp => Say(
        "Compares policies under the same seeds and says what follows from the scenario's decision.\n\n" +
        "Examples:\n" +
        "  jinlin compare scenarios/estate.yaml --policy none --policy guardianship --policy all\n" +
        "  jinlin compare scenarios/estate.yaml --policy none --policy all --precision 0.005",
        "在相同的种子下比较各项政策，并依据场景中事先写明的决策条件给出结论。\n\n" +
        "示例：\n" +
        "  jinlin compare scenarios/estate.yaml --policy none --policy guardianship --policy all\n" +
        "  jinlin compare scenarios/estate.yaml --policy none --policy all --precision 0.005");

    public static string ComparePolicyHelp => Say(
        "A preset's name or a file, the baseline first; at least two.", "预设名称或文件，首个为基准；至少两个。");

    public static string CompareSeedsHelp => Say(
        "Pairs of runs, or pairs before the first look at a precision.", "成对运行的次数；给出精度时为首次检查之前的次数。");

    public static string CompareSeedHelp => Say(
        "First seed; further ones count up. Default: the scenario's.", "首个种子，其余依次递增；默认取场景文件中的值。");

    public static string ComparePrecisionHelp => Say(
        "Goes on until the primary's intervals are this narrow: half their width, in its unit (a share: 0.01 is a point).",
        "持续运行，直到主要指标的区间足够窄：区间的一半，以该指标的单位计（比例：0.01即1个百分点）。");

    public static string CompareMaximumHelp => Say(
        "Pairs at most when a precision is asked for.", "给出精度时成对运行的上限。");

    public static string CompareOutHelp => Say(
        "Folder for the results; default: runs/NAME-POLICIES-SEED. An earlier result of the same command is replaced.",
        "结果文件夹；默认 runs/名称-政策-种子。同一命令的先前结果会被替换。");

    public static string CompareStoreHelp => Say(
        "Folder in which finished runs are kept and looked for; default: $JINLIN_STORE or the user's cache.",
        "保存并查找已完成运行的文件夹；默认 $JINLIN_STORE 或用户缓存目录。");

    public static string ComparePolicy => Say("Policy", "政策");

    public static string CompareVerdict => Say("Verdict", "结论");

    public static string CompareWorstGroup => Say("Worst group", "获益最少的群体");

    public static string CompareCost => Say("Cost a year / budget", "每年费用／预算");

    public static string CompareCostPerNeed => Say("Per extra need met on time", "每多一项按时满足的需求");

    public static string CompareTitle(string scenario, string baseline) =>
        Say($"{scenario}: what changes against {baseline}", $"{scenario}：与{baseline}相比的变化");

    public static string CompareSigns => Say(
        "Plus is better. In brackets: 95 % interval over pairs of runs; of what decides, all intervals together. " +
        "* stands out among all exploratory differences (Holm, 5 %).",
        "正号为改善。括号内为成对运行的95%区间；决策指标的区间合起来达到95%。* 表示在全部探索性差异中仍显著（Holm，5%）。");

    public static string NoDecision => Say(
        "The scenario states no decision: estimates only, no verdict. Add a section \"decision\" before the next run.",
        "场景没有写明决策条件：只有估计，没有结论。请先在场景中加入 decision 段落。");

    public static string NotFinal(int pairs) => Say($"not final, {pairs} pairs", $"非最终结果，{pairs} 对");

    public static string Identical => Say("identical", "完全相同");

    public static string NotDefined => Say("not defined", "未定义");

    public static string MedianIs(string value) => Say($"median {value}", $"中位数 {value}");

    public static string FromTo(string low, string high) => Say($"{low} to {high}", $"{low} 至 {high}");

    public static string NoBound => Say("no bound", "无法界定");

    public static string CostSaves => Say("no more money, no less help", "不多花钱，帮助不减");

    public static string CostWastes => Say("no less money, no more help", "不少花钱，帮助不增");

    public static string CostCuts(string amount) => Say($"saves {amount} per need lost", $"每少满足一项节省{amount}");

    public static string Supported => Say("supported", "支持");

    public static string NotSupported => Say("not supported", "不支持");

    public static string Undecided => Say("undecided", "尚无定论");

    public static string StoppedByHand(int pairs) => Say(
        $"Interrupted after {pairs} pairs: nothing is decided. The same command goes on from here.",
        $"在 {pairs} 对之后中断：不作结论。再次执行同一命令即可继续。");

    public static string StoppedPrecise(int pairs) => Say(
        $"Stopped after {pairs} pairs: the primary's intervals are as narrow as asked.",
        $"在 {pairs} 对之后停止：主要指标的区间已达到要求的精度。");

    public static string StoppedFixed(int pairs) => Say(
        $"{pairs} pairs, as fixed beforehand.", $"共 {pairs} 对，为事先确定的次数。");

    public static string StoppedAtMaximum(int pairs) => Say(
        $"Stopped after {pairs} pairs, the most that were allowed; the precision was not reached.",
        $"在 {pairs} 对之后停止，已达上限；未达到要求的精度。");

    public static string TwoPolicies => Say(
        "at least two: the baseline first, then what is compared with it", "至少两个：首个为基准，其后为要比较的政策");

    public static string APrecision => Say("a number above 0", "大于 0 的数");

    public static string SameComparison => Say(
        "a folder that does not exist, is empty, or holds an earlier result of the same command",
        "不存在的文件夹、空文件夹，或同一命令先前的结果");

    public static string WritableFolder => Say(
        "a folder that can be written, with room; finished runs are kept, the same command goes on from there",
        "可写且有空间的文件夹；已完成的运行均已保存，再次执行同一命令即可继续");

    public static string ChangedFile(string name) =>
        Say($"\"{name}\" with another content than was written", $"内容已被改动的“{name}”");

    public static string UnchangedFolder => Say(
        "the file with the hash that sha256sums.txt has; name another folder",
        "与 sha256sums.txt 所记哈希一致的文件；请另选文件夹");

    public static string ReusedRuns(int reused, int all) =>
        Say($"{reused} of {all} runs taken from the store", $"{all} 次运行中有 {reused} 次取自已保存的结果");

    public static string OnlyWhatChanged(Resimulated effort) => Say(
        $"Only what changed: beside the baseline {effort.Neighborhoods} of {effort.OfNeighborhoods} neighborhoods were " +
        $"simulated again, {ShareOf(effort)} of their days; the rest is the baseline's.",
        $"只重算变化之处：{effort.OfNeighborhoods} 个邻里中有 {effort.Neighborhoods} 个重新模拟，" +
        $"占其天数的{ShareOf(effort)}；其余取自基准。");

    private static string ShareOf(Resimulated effort) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{100.0 * effort.Days / effort.OfDays:0.0} %");
}
