using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string SweepHelp => Say(
        "Varies inputs of a scenario over many points and seeds and leaves a table with a row for each run. A stopped " +
        "sweep goes on where it was.\n\nExample:\n  jinlin sweep scenarios/mutual-help.sweep.yaml",
        "在许多取值点和种子上改变场景的输入，得到每次运行一行的表格。中断后可从原处继续。\n\n" +
        "示例：\n  jinlin sweep scenarios/mutual-help.sweep.yaml");

    public static string SweepFileHelp => Say("A sweep file.", "扫描文件。");

    public static string SweepSeedsHelp => Say(
        "Runs at each point, each with another seed; default: the file's.", "每个取值点的运行次数，各用不同种子；默认取文件中的值。");

    public static string SweepOutHelp => Say(
        "Folder for the results; default: runs/NAME. Where it holds the same sweep, that goes on.",
        "结果文件夹；默认 runs/名称。若其中已有同一扫描，则从其处继续。");

    public static string SweepIs(long points, int seeds, int worlds, long runs) => Say(
        $"{points} points × {seeds} seeds × {worlds} policies = {runs} runs",
        $"{points} 个取值点 × {seeds} 个种子 × {worlds} 项政策 = {runs} 次运行");

    public static string SweepTakes(string size, string time) => Say(
        $"{size}; at most {time} if nothing was computed before", $"{size}；若此前均未计算，至多需 {time}");

    public static string SensitivityHelp => Say(
        "Says which inputs of a sweep file an outcome hangs on: Morris's elementary effects for a first look at many, " +
        "Sobol's shares of variance for few.\n\n" +
        "Examples:\n" +
        "  jinlin sensitivity scenarios/mutual-help.sweep.yaml\n" +
        "  jinlin sensitivity scenarios/mutual-help.sweep.yaml --method sobol --samples 128 --second-order",
        "说明结果取决于扫描文件中的哪些输入：因素很多时用 Morris 基本效应初筛，因素不多时用 Sobol 方差份额。\n\n" +
        "示例：\n" +
        "  jinlin sensitivity scenarios/mutual-help.sweep.yaml\n" +
        "  jinlin sensitivity scenarios/mutual-help.sweep.yaml --method sobol --samples 128 --second-order");

    public static string SensitivityMethodHelp => Say("Default: morris.", "默认 morris。");

    public static string TrajectoriesHelp => Say(
        "Of Morris: walks through the inputs, each of one run more than there are factors; default 10.",
        "用于 Morris：轨迹条数，每条比因素数多一次运行；默认 10。");

    public static string SamplesHelp => Say(
        "Of Sobol: base samples, a power of two, each of two runs more than there are factors; default 128.",
        "用于 Sobol：基础样本数，须为2的幂，每个比因素数多两次运行；默认 128。");

    public static string SecondOrderHelp => Say(
        "Of Sobol: also what two factors do only together; nearly twice the runs.",
        "用于 Sobol：同时给出两个因素共同作用的份额；运行次数几乎加倍。");

    public static string PowerOfTwo => Say("a power of two", "2 的幂");

    public static string TooManyFactors(int most) => Say($"at most {most} factors", $"至多 {most} 个因素");

    public static string ForMethod(string method) => Say($"only with --method {method}", $"仅用于 --method {method}");

    public static string OutcomeIs(string outcome, string world, string? baseline) => baseline is null
        ? Say($"{outcome}, {world}", $"{outcome}，{world}")
        : Say($"{outcome}, {world} minus {baseline}", $"{outcome}，{world} 减 {baseline}");

    public static string NotEveryRun(string what) => Say(
        $"{what}: not defined in every run, so no shares", $"{what}：并非每次运行都有定义，无法给出份额");

    public static string Factor => Say("Factor", "因素");

    public static string FirstOrder => Say("By itself", "单独");

    public static string TotalOrder => Say("With all", "合计");

    public static string Together => Say("Only together", "仅共同");

    public static string MayBeZero => Say("· may be nothing", "· 可能为零");

    public static string SplitOf(double points, double seeds, double interaction) => Say(
        $"Variance: {points:0%} from the inputs, {seeds:0%} from the seed, {interaction:0%} from both together",
        $"方差：{points:0%} 来自输入，{seeds:0%} 来自种子，{interaction:0%} 来自二者的交互");

    public static string SweepProgress(long done, long runs, long failed, string left) => failed == 0
        ? Say($"{done} of {runs} runs · {left} left", $"{runs} 次运行已完成 {done} 次 · 还需 {left}")
        : Say($"{done} of {runs} runs, {failed} failed · {left} left",
            $"{runs} 次运行已完成 {done} 次，其中 {failed} 次失败 · 还需 {left}");

    public static string SweepFailed(long point, ulong seed, string world, string why) => Say(
        $"failed: point {point}, seed {seed}, policy {world}: {why}",
        $"失败：取值点 {point}，种子 {seed}，政策 {world}：{why}");

    public static string MoreFailed(int count) => Say(
        $"and {count} more, listed in manifest.json", $"另有 {count} 次，见 manifest.json");

    public static string SameSweep => Say(
        "a new or empty folder, or one that a sweep left", "新的或空的文件夹，或由扫描留下的文件夹");

    public static string SweepRuns(double runs) => Say($"{runs:0.##e+0} runs", $"{runs:0.##e+0} 次运行");

    public static string AtMostRuns(long most) => Say($"at most {most:N0} runs", $"至多 {most:N0} 次运行");

    public static string AsScenario => Say("as in the scenario", "按场景");

    public static string SomeFactors(int most) => Say(
        $"a list of 1 to {most} factors, or \"assumptions\"", $"1 至 {most} 个因素的列表，或 assumptions");

    public static string FactorOnce => Say("each factor once", "每个因素只出现一次");

    public static string OneSubject(IEnumerable<string> subjects) => Say(
        $"exactly one of {string.Join(", ", subjects)}", $"恰好一个：{string.Join("、", subjects)}");

    public static string LowBelowHigh => Say("low below high", "low 小于 high");

    public static string SomeShocks(int most) => Say(
        $"a list of 2 to {most} shocks: .yaml files of this folder, or none",
        $"2 至 {most} 个冲击的列表：本文件夹中的 .yaml 文件，或 none");

    public static string SomeValues(int most) => Say($"1 to {most} values", $"1 至 {most} 个值");

    public static string NoPoints => Say(
        "no number of points: a full factorial has all combinations", "全因子设计包含所有组合，不需要点数");

    public static string FactorLevels => Say(
        "levels or values for every factor of a full factorial", "全因子设计的每个因素都要给出 levels 或 values");

    public static string LeverIsFree(string policy) => Say(
        $"a lever that policy \"{policy}\" does not set", $"政策“{policy}”未设置的杠杆");

    public static string DiscoverHelp => Say(
        "Finds the conditions under which a policy fails, from a finished sweep (PRIM), and compares policies over all " +
        "its points.\n\n" +
        "Example:\n  jinlin discover runs/FOLDER --policy mutual-help --against none --fails \"on-time-rate < 0.02\"",
        "根据已完成的扫描，找出政策失效的条件（PRIM），并在所有取值点上比较各项政策。\n\n" +
        "示例：\n  jinlin discover runs/文件夹 --policy mutual-help --against none --fails \"on-time-rate < 0.02\"");

    public static string DiscoverFolderHelp => Say("The folder that a sweep left.", "扫描留下的文件夹。");

    public static string FailsHelp => Say(
        "What counts as failing: an outcome of the sweep, < or >, a number.", "何为失效：扫描的一项结果，< 或 >，一个数。");

    public static string DiscoverPolicyHelp => Say("Default: the sweep's last.", "默认为扫描中的最后一项政策。");

    public static string AgainstHelp => Say(
        "Takes the difference from this policy instead of the value itself.", "取与该政策之差，而非数值本身。");

    public static string BoxHelp => Say(
        "Which box of the list to show; default: the best balance of coverage and density.",
        "显示列表中的哪一个区域；默认取覆盖率与密度最均衡者。");

    public static string PeelHelp => Say("Share of a box that one slice takes.", "每次剥离的份额。");

    public static string LeastMassHelp => Say("Share of all cases below which no box goes.", "区域所含情形的最小份额。");

    public static string ShareBelowHalf => Say("a number above 0 and below 0.5", "大于 0 且小于 0.5 的数");

    public static string AComparison => Say(
        "an outcome, < or >, and a number, as \"on-time-rate < 0.6\"", "一项结果、< 或 >、一个数，例如“on-time-rate < 0.6”");

    public static string SweptFolder => Say("the folder of a finished sweep", "已完成扫描的文件夹");

    public static string CasesAre(int cases, int interesting, string fails, string what) => Say(
        $"{what}: {interesting} of {cases} points fail ({fails})", $"{what}：{cases} 个取值点中有 {interesting} 个失效（{fails}）");

    public static string BoxNumber => Say("Box", "区域");

    public static string Coverage => Say("Coverage", "覆盖率");

    public static string Density => Say("Density", "密度");

    public static string Mass => Say("Mass", "份额");

    public static string Limited => Say("Limits on", "受限因素");

    public static string Limits => Say("Limits", "范围");

    public static string FoundAgain => Say("Found again in halves", "在半数样本中重现");

    public static string NoBox => Say(
        "No condition tells failing points from others.", "没有条件能把失效的取值点与其他取值点区分开。");

    public static string BoxIs(int box, string coverage, string density) => Say(
        $"Box {box} holds {coverage} of the failing points, and {density} of its points fail.",
        $"区域 {box} 包含 {coverage} 的失效点，其中 {density} 的点失效。");

    public static string RobustnessOf(string outcome) => Say(
        $"{outcome}: over all points, whatever their odds", $"{outcome}：在所有取值点上，不论其概率");

    public static string RobustnessMeasure(string name) => name switch
    {
        "maximin" => Say("worst point", "最差点"),
        "maximax" => Say("best point", "最好点"),
        "hurwicz" => Say("three quarters worst, one quarter best", "四分之三最差加四分之一最好"),
        "laplace" => Say("mean", "平均"),
        "mean-variance" => Say("mean over spread", "均值与离散之比"),
        "satisficing" => Say("share of points good enough", "达到要求的取值点份额"),
        "minimax-regret" => Say("largest regret", "最大遗憾"),
        _ => Say("regret, ninth decile", "遗憾的第九十百分位"),
    };
}
