using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string CalibrateHelp => Say(
        "Finds coefficients whose outcomes agree with targets (ABC-SMC), and leaves draws of them that a comparison can " +
        "use as the uncertainty of its assumptions.\n\n" +
        "Example:\n  jinlin calibrate scenarios/targets.sweep.yaml",
        "找出使结果符合目标的系数（ABC-SMC），并给出可供比较用作假设不确定性的抽样。\n\n" +
        "示例：\n  jinlin calibrate scenarios/targets.sweep.yaml");

    public static string CalibrateFileHelp => Say("A sweep file with targets.", "含有 targets 的扫描文件。");

    public static string ParticlesHelp => Say("Draws to end with.", "最终保留的抽样数。");

    public static string CheckTruthsHelp => Say(
        "Also calibrates to so many towns that the model made at known coefficients, and says how often it finds them.",
        "另外对由已知系数生成的若干城镇进行校准，并报告找回的频率。");

    public static string AssumptionsHelp => Say(
        "Draws that jinlin calibrate left, for the half of the pairs with drawn assumptions.",
        "jinlin calibrate 留下的抽样，用于抽取假设的那一半配对。");

    public static string SomeTargets(int most) => Say(
        $"targets: a list of 1 to {most} indicators with low and high, or value and tolerance",
        $"targets：1 至 {most} 项指标，各有 low 与 high，或 value 与 tolerance");

    public static string BandOrAround => Say(
        "low and high, or value and a tolerance above 0", "low 与 high，或 value 与大于 0 的 tolerance");

    public static string OnePolicy => Say("one policy, or the scenario's own", "一项政策，或场景自身的政策");

    public static string OnlyParameters => Say("factors that are parameters", "仅限 parameter 类因素");

    public static string SameCalibration => Say(
        "a new or empty folder, or one that a calibration left", "新的或空的文件夹，或由校准留下的文件夹");

    public static string WithinReach(string nearest) => Say(
        $"a target within the model's reach: within these ranges it came as near as {nearest}",
        $"模型可及的目标：在这些范围内最接近的值为 {nearest}");

    public static string Simulated(long count) => Say($"{count} points simulated", $"已模拟 {count} 个点");

    public static string GenerationIs(int simulated, string within) => Say(
        $"generation of {simulated} points, within {within} tolerances", $"一代共 {simulated} 个点，距目标 {within} 个容差以内");

    public static string Target => Say("Target", "目标");

    public static string TargetBand => Say("Wanted", "期望");

    public static string Reached => Say("Reached", "达到");

    public static string Before => Say("Before", "之前");

    public static string After => Say("After", "之后");

    public static string FoundAgainShare => Say("Found again", "找回率");

    public static string ADraw => Say("at least one draw with a weight above 0", "至少一个权重大于 0 的抽样");

    public static string UseDraws(string file) => Say(
        $"Use it: jinlin compare … --assumptions {file}", $"用法：jinlin compare … --assumptions {file}");
}
