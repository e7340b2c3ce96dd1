using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string ExplainHelp => Say(
        "Shows one need of one simulated resident in two worlds side by side, and what made the difference.\n\n" +
        "Examples:\n" +
        "  jinlin explain scenarios/estate.yaml --policy none --policy all\n" +
        "  jinlin explain scenarios/estate.yaml --policy none --policy all --resident 88\n" +
        "  jinlin explain runs/one-estate-none-all-1 --need 88/fall/2023-05-14/0",
        "并排显示一名模拟居民的一项需求在两个世界中的经过，以及差异从何而来。\n\n" +
        "示例：\n" +
        "  jinlin explain scenarios/estate.yaml --policy none --policy all\n" +
        "  jinlin explain scenarios/estate.yaml --policy none --policy all --resident 88\n" +
        "  jinlin explain runs/one-estate-none-all-1 --need 88/fall/2023-05-14/0");

    public static string ExplainWhatHelp => Say(
        "Scenario file (YAML), or the folder of a finished comparison.", "场景文件（YAML），或已完成比较的文件夹。");

    public static string ExplainPolicyHelp => Say(
        "A preset's name or a file, the baseline first; at least two. From a folder: its own.",
        "预设名称或文件，首个为基准；至少两个。对文件夹：取其中所记。");

    public static string ExplainSeedHelp => Say(
        "The one seed to look at; default: the scenario's or the folder's first.", "所看的一个种子；默认取场景或文件夹中的首个。");

    public static string ExplainNeedHelp => Say(
        "A need: RESIDENT/KIND/DATE/ORDINAL, as stories name it.", "一项需求：居民/种类/日期/序号，如故事中所写。");

    public static string ExplainResidentHelp => Say(
        "A simulated resident's number: the need that shows best what changed.", "模拟居民的编号：显示变化最明显的需求。");

    public static string ExplainJsonHelp => Say(
        "Prints one JSON object on standard output and nothing else.", "只在标准输出打印一个 JSON 对象。");

    public static string NeedForm => Say(
        "a need such as 88/fall/2023-05-14/0: resident, kind, date, ordinal of the day",
        "形如 88/fall/2023-05-14/0 的需求：居民、种类、日期、当日序号");

    public static string NoSuchNeed(string first, string last) => Say(
        $"a need that arises from {first} to {last} under this seed; --resident finds one",
        $"此种子下自 {first} 至 {last} 出现的需求；可用 --resident 查找");

    public static string NoSuchResident(string ranges) => Say(
        $"a resident's number of this town: {ranges}", $"本城区居民的编号：{ranges}");

    public static string NoNeeds => Say("a resident with a need in these days", "在此期间有需求的居民");

    public static string OneOfTwo => Say("--need or --resident, not both", "--need 与 --resident 只能取其一");

    public static string NotConsented => Say(
        "a synthetic or aggregate town: of people who gave their data, no single one is shown",
        "合成或汇总的城区：对经同意提供数据的人，不展示任何个人");

    public static string ConsentedTown => Say("a town of consented data", "经同意提供数据的城区");

    public static string FinishedComparison => Say(
        "the folder of a finished comparison, unchanged, beside its inputs",
        "已完成比较的文件夹，未经改动，且其输入文件仍在原处");

    public static string WithoutPolicies => Say("no --policy, --shock or --days: the folder has its own",
        "不带 --policy、--shock 或 --days：文件夹中已有记载");

    public static string ExplainTitle(string scenario, string baseline, string policy, string seed) => Say(
        $"{scenario}: {policy} beside {baseline}, seed {seed}", $"{scenario}：{policy}与{baseline}对照，种子 {seed}");

    public static string GainedMost(string policy) => Say($"Who gained most under {policy}", $"{policy}之下受益最多者");

    public static string LostMost(string policy) => Say($"Who lost most under {policy}", $"{policy}之下受损最多者");

    public static string NobodyGained => Say("Nobody gained.", "无人受益。");

    public static string NobodyLost => Say("Nobody lost.", "无人受损。");

    public static string ExtremesRule => Say(
        "Ranked by needs met on time (a week of meals counts as one), then by needs left unmet, then by waiting. One seed: " +
        "a story, not evidence.",
        "先按按时满足的需求（一周的餐食计为一项），再按未满足的需求，再按等待时间排序。仅一个种子：是故事，不是证据。");

    public static string WorldsIdentical => Say(
        "identical: not one event differs between the two worlds", "完全相同：两个世界没有一个事件不同");

    public static string NeedIdentical => Say(
        "identical: this need takes the same course in both worlds", "完全相同：这项需求在两个世界中的经过一样");

    public static string EventsDiffer(int count, string first) => Say(
        $"{count:N0} events differ between the two worlds; the first on {first}",
        $"两个世界有 {count:N0} 个事件不同；最早在 {first}");

    public static string StoryWhen => Say("When", "时间");

    public static string StoryWhy => Say("Why", "为什么");

    public static string StoryInForce(string levers) => Say($"In force here: {levers}.", $"此处实施：{levers}。");

    public static string StoryNoLever => Say(
        "No lever differs in this estate on that day: what differs came from elsewhere or from before.",
        "当日本小区没有不同的措施：差异来自别处或此前。");

    public static string StoryReached(string world, string when, string what) => Say(
        $"{when}, only under {world}: {what}", $"{when}，仅在{world}之下：{what}");

    public static string StoryFirst(string world, string when, string what) => Say(
        $"The first difference in this need, {when}, only under {world}: {what}",
        $"这项需求的第一处差异，{when}，仅在{world}之下：{what}");

    public static string StorySettled(string world, string when, string what) => Say(
        $"What settled it, {when}, only under {world}: {what}", $"使之了结的，{when}，仅在{world}之下：{what}");

    public static string StoryBy(string levers) => Say($" ← {levers}", $" ← {levers}");

    public static string StoryState(string before, string after, string tieBefore, string tieAfter) => Say(
        $"When it arose, the chance of asking was {before}, now {after}; the strongest tie {tieBefore}, now {tieAfter}.",
        $"需求出现时，开口求助的可能性原为{before}，现为{after}；最强的关系原为{tieBefore}，现为{tieAfter}。");

    public static string StoryFollows => Say(
        "It follows from what had changed before, not from a lever directly.", "它来自此前的变化，而非直接来自某项措施。");

    public static string OutcomeAfter(string outcome, string wait) => Say($"{outcome} after {wait}", $"{wait}后{outcome}");

    public static string OutcomeOnTime => Say("helped on time", "按时得助");

    public static string OutcomeLate => Say("helped late", "得助但已逾时");

    public static string OutcomeLapsed => Say("nobody helped", "无人相助");

    public static string OutcomeOpen => Say("still open at the end", "结束时仍未了结");

    public static string OutcomeAbsent => Say("did not arise", "未出现");

    public static string StoryNeed(string kind, string date) => Say($"{kind}, {date}", $"{kind}，{date}");

    public static string StoryWho(uint id, int age, bool woman, string facts) => Say(
        $"Simulated resident {id}, {(woman ? "woman" : "man")} of {age}{facts}",
        $"模拟居民{id}，{age}岁，{(woman ? "女" : "男")}{facts}");

    public static string LivesAlone => Say("lives alone", "独居");

    public static string IsFrail => Say("frail", "体弱");

    public static string IsDisabled => Say("disabled", "残疾");

    public static string IsPregnant => Say("pregnant", "孕期");

    public static string IsMigrant => Say("migrant", "流动人口");

    public static string IsClinician => Say("clinician", "医护");

    public static string StoriesTitle => Say("Stories: who gained most, who lost most", "故事：受益最多与受损最多的人");

    public static string StoryCommand => Say("The same, or any other need, on the terminal:", "在终端查看此项或其他任何需求：");
}
