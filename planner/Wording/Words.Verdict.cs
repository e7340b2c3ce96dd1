using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

/// <summary>What a comparison concludes. Names and amounts come in as text.</summary>
public static partial class Words
{
    public static string VerdictSupported(string policy, string reason) => Say(
        $"Under these assumptions, {policy} is supported. {reason}.", $"在这些假设下，支持{policy}：{reason}。");

    public static string VerdictNotSupported(string policy, string reason) => Say(
        $"Under these assumptions, {policy} is not supported. {reason}.", $"在这些假设下，不支持{policy}：{reason}。");

    public static string VerdictUndecided(string policy, string reason) => Say(
        $"Under these assumptions, {policy} is undecided. {reason}.", $"在这些假设下，{policy}尚无定论：{reason}。");

    public static string EveryBoundHolds(string primary, string atLeast, string needed, bool budget) => Say(
        $"{primary}: better by at least {atLeast}, where more than {needed} matter; no group loses more than is " +
        "allowed and nothing that must not get worse does" + (budget ? "; the cost stays within the budget" : ""),
        $"“{primary}”至少改善{atLeast}，超过有意义的{needed}；各群体的损失均未超出允许范围，不得变差的指标没有变差" +
        (budget ? "；费用在预算之内" : ""));

    public static string EffectTooSmall(string primary, string atMost, string needed) => Say(
        $"{primary}: better by at most {atMost}, where only more than {needed} matter",
        $"“{primary}”至多改善{atMost}，未超过有意义的{needed}");

    public static string EffectNegative(string primary, string atLeast) =>
        Say($"{primary}: worse by at least {atLeast}", $"“{primary}”至少变差{atLeast}");

    public static string GetsWorse(string indicator, string atLeast, string allowed) => Say(
        $"{indicator}: worse by at least {atLeast}, where {allowed} are allowed",
        $"“{indicator}”至少变差{atLeast}，超过允许的{allowed}");

    public static string BeyondBudget(string atLeast, string budget) => Say(
        $"It costs at least {atLeast} a year more; the budget is {budget}",
        $"每年至少多花{atLeast}，超出预算{budget}");

    public static string EffectOpen(string primary, string low, string high, string needed) => Say(
        $"{primary}: {low} to {high} (plus is better), where only more than {needed} matter",
        $"“{primary}”的变化在{low}至{high}之间（正为改善），超过{needed}才有意义");

    public static string WorseningOpen(string indicator, string low, string high, string allowed) => Say(
        $"{indicator}: {low} to {high} (plus is better), where {allowed} worse are allowed",
        $"“{indicator}”的变化在{low}至{high}之间（正为改善），允许变差{allowed}");

    public static string BudgetOpen(string low, string high, string budget) => Say(
        $"It costs {low} to {high} a year more; the budget is {budget}", $"每年多花{low}至{high}，预算为{budget}");

    public static string NotJudged(string indicator) =>
        Say($"The runs do not bound {indicator}", $"运行结果无法界定“{indicator}”");

    public static string WhenAssumptionsVary =>
        Say(" when the labelled assumptions vary within their ranges", "（假设参数在其范围内变动时）");

    public static string WouldSettle(int pairs) => Say(
        $"about {pairs:N0} paired runs in all would settle it", $"合计约{pairs:N0}对运行可得出结论");

    public static string NothingWouldSettle => Say(
        "more runs alone would hardly settle it", "仅靠增加运行难以得出结论");

    public static string AssumptionsNotDrawn => Say(
        "Every bound holds for the stated values, but the labelled assumptions were not varied within their ranges; " +
        "runs that vary them would settle it",
        "在给定取值下各项条件均满足，但尚未让假设参数在其范围内变动；补充这样的运行可得出结论");

    public static string ComparisonInterrupted => Say(
        "The comparison was interrupted; the same command goes on where it stopped", "比较被中断；再次执行同一命令即可继续");

    public static string WorstGroupIs(string group, string change) =>
        Say($"Worst group: {group} ({change}).", $"获益最少的群体：{group}（{change}）。");

    public static string WorstShockIs(string shock, string change) =>
        Say($"Worst shock: {shock} ({change}).", $"效果最差的冲击：{shock}（{change}）。");

    public static string RegretIs(string amount) => Say(
        $"At worst {amount} behind the best of the compared policies.", $"最坏情形下比所比较的最佳政策差{amount}。");

    public static string Points => Say(" points", "个百分点");

    public static string YuanAmount(string amount) => Say($"¥{amount}", $"{amount}元");
}
