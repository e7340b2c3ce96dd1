using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

/// <summary>The command that checks the model's claims.</summary>
public static partial class Words
{
    public static string AcceptanceHelp => Say(
        "Check the model's claims over many seeds: a table with bands and intervals.",
        "用多个随机种子检验模型的各项论断：区间与结论列表。");

    public static string AcceptanceSeedsHelp => Say("How many seeds, from 1 on.", "随机种子数量，从1开始。");

    public static string AcceptanceClaimHelp => Say("Only claims of these numbers.", "只检验这些编号的论断。");

    public static string AcceptanceJsonHelp => Say("As JSON.", "输出JSON。");
}
