using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string ValidateHelp => Say("Holds parts of the model against real data.", "用真实数据检验模型的组成部分。");

    public static string NetworkHelp => Say(
        "Fits who helps whom to an edge list, makes networks from the fit, and says where the data look like one of them.\n\n" +
        "Example:\n  jinlin validate network dyads.csv --tie helps --covariate kinship --covariate log:distance",
        "用边列表拟合谁帮助谁，据此生成网络，并说明数据在哪些方面与之相符。\n\n" +
        "示例：\n  jinlin validate network dyads.csv --tie helps --covariate kinship --covariate log:distance");

    public static string NetworkFileHelp => Say(
        "CSV or .xlsx with a row for each directed pair, or for each tie.", "CSV 或 .xlsx，每个有向配对或每条联系一行。");

    public static string NetworkFromHelp => Say("Column of the one.", "起点所在列。");

    public static string NetworkToHelp => Say("Column of the other.", "终点所在列。");

    public static string NetworkTieHelp => Say(
        "Column of 0 and 1; several are reports of one tie that must agree. None: every row is a tie.",
        "取值 0 或 1 的列；多列为同一联系的不同报告，须一致。缺省时每行即一条联系。");

    public static string NetworkCovariateHelp => Say(
        "Column of numbers about a pair; log:NAME takes log(1 + x).", "关于配对的数值列；log:名称 取 log(1 + x)。");

    public static string NetworkByHelp => Say("Column by whose bins P(tie) is told.", "按此列分组报告联系概率。");

    public static string NetworkEdgesHelp => Say("Ends of the bins, ascending.", "分组界限，由小到大。");

    public static string NetworkPeopleHelp => Say(
        "Table of people, CSV or .xlsx; without it, whoever the edge list names.", "人员表（CSV 或 .xlsx）；缺省为边列表中出现的人。");

    public static string NetworkIdHelp => Say("Its column of ids.", "人员表的编号列。");

    public static string NetworkAttributeHelp => Say(
        "Column of numbers about people; enters as the giver's, the receiver's and their difference.",
        "关于人的数值列；以给予者、接受者及两者之差进入模型。");

    public static string NetworkCountHelp => Say("How many networks to make.", "生成的网络数。");

    public static string NetworkSeedHelp => Say("Makes others.", "生成另一组。");

    public static string ThreePeople => Say("at least 3 people", "至少 3 人");

    public static string NotNegative => Say("a number of 0 or more", "不小于 0 的数");

    public static string ANumberOrNone => Say("a number or NA", "数值或 NA");

    public static string IdOnce => Say("every id once", "每个编号只出现一次");

    public static string NeedsPeople => Say("--people with the file that has it", "用 --people 给出含有该列的文件");

    public static string NeedsEdges => Say("--edges with the ends of the bins", "用 --edges 给出分组界限");

    public static string NeedsBy => Say("--by with the column that they divide", "用 --by 给出要分组的列");

    public static string AscendingNumbers => Say("numbers in ascending order, with commas", "由小到大、以逗号分隔的数");

    public static string NetworkIs(int people, int pairs, int ties, int dropped) => dropped == 0
        ? Say($"{people} people, {pairs} pairs, {ties} directed ties", $"{people} 人，{pairs} 对，{ties} 条有向联系")
        : Say($"{people} people, {pairs} pairs, {ties} directed ties; {dropped} pairs left out, something about them is unknown",
            $"{people} 人，{pairs} 对，{ties} 条有向联系；另有 {dropped} 对因数据缺失未计入");

    public static string NetworkFits(int fitting, int all) => Say(
        $"{fitting} of {all} numbers of the data lie within 95 % of the model's networks",
        $"数据的 {all} 项指标中有 {fitting} 项位于模型网络的 95 % 范围内");

    public static string Term => Say("Term", "项");

    public static string LogOdds => Say("Log odds", "对数优势");

    public static string StandardError => Say("Error", "标准误");

    public static string OfData => Say("Data", "数据");

    public static string OfModel => Say("Model", "模型");

    public static string AtRandom => Say("At random", "随机");

    public static string Constant => Say("constant", "常数");

    public static string Reciprocity => Say("answered", "互惠");

    public static string GivingSpread => Say("giving, deviation over people", "给予倾向的标准差");

    public static string ReceivingSpread => Say("receiving, deviation over people", "接受倾向的标准差");
}
