using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string BundleHelp => Say(
        "Packs the results of a run, comparison or sweep with their input files into one file that verifies itself.",
        "将一次运行、比较或扫描的结果连同输入文件打包为一个可自行核验的文件。");

    public static string BundleFolderHelp => Say("A folder of results.", "结果文件夹。");

    public static string BundleOutHelp => Say(
        "The bundle; default: the folder's name with .jinlin.zip.", "打包文件；默认为文件夹名加 .jinlin.zip。");

    public static string BundleIs => Say("Bundle", "打包文件");

    public static string VerifyHelp => Say(
        "Checks every file of a bundle, computes a sample of its results again, and compares to the bit.",
        "核对打包文件中的每个文件，重新计算其中一部分结果，并逐位比较。");

    public static string VerifyFileHelp => Say("A file that jinlin bundle wrote.", "由 jinlin bundle 生成的文件。");

    public static string SampleHelp => Say("How many results to compute again.", "重新计算的结果数。");

    public static string VerifyAllHelp => Say("Compute all of them again.", "全部重新计算。");

    public static string SampleSeedHelp => Say("Draws another sample.", "另抽一份样本。");

    public static string Same => Say("the same to the bit", "逐位相同");

    public static string Different => Say("different", "不同");

    public static string ClaimDiffers(string claim, string found, string expected) => Say(
        $"{claim}: found {found}; the bundle has {expected}", $"{claim}：得到 {found}；打包文件中为 {expected}");

    public static string Verified(int same, int computed, int claims) => Say(
        $"{same} of {computed} computed results are the same; the bundle has {claims}",
        $"重新计算 {computed} 项，其中 {same} 项相同；打包文件共有 {claims} 项");

    public static string InputAsItWas => Say(
        "the input file as it was when the results were made, below the working folder",
        "与生成结果时相同的输入文件，位于工作文件夹之下");

    public static string WritableFile => Say("a file that can be written", "可写入的文件");

    public static string ABundle => Say("a file that jinlin bundle wrote", "由 jinlin bundle 生成的文件");

    public static string KnownEntry => Say("the entries that the bundle lists, and no others", "仅限打包文件所列的条目");

    public static string BundleAtMost(long gigabytes) => Say(
        $"at most {gigabytes} GB unpacked", $"解压后至多 {gigabytes} GB");

    public static string AResultFolder => Say(
        "a folder of finished results that run, compare or sweep left", "由 run、compare 或 sweep 留下的已完成结果文件夹");

    public static string NoConsentedBundle => Say(
        "a town that is synthetic or aggregate: a bundle carries its inputs", "合成或汇总来源的城镇：打包文件会携带输入数据");

    public static string ARecordedCommand => Say(
        "a command of run, compare, sweep or sensitivity", "run、compare、sweep 或 sensitivity 的命令");
}
