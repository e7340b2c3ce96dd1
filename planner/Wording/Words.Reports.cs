using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string ReportHelp => Say(
        "Writes report.html of result folders again, from what they hold.\n\n" +
        "Example:\n  jinlin report runs/estate-none-all-1 --lang zh",
        "依据结果文件夹中保存的内容重新生成 report.html。\n\n示例：\n  jinlin report runs/estate-none-all-1 --lang zh");

    public static string ReportFolderHelp => Say(
        "Folders that run or compare left.", "由 run 或 compare 留下的文件夹。");

    public static string ReportIs => Say("Report", "报告");

    public static string AReportFolder => Say(
        "a folder of results that run or compare left", "由 run 或 compare 留下的结果文件夹");

    public static string FilesAsWritten => Say(
        "every file as it was written; the command in manifest.json makes them again",
        "各文件与写入时一致；manifest.json 中的命令可重新生成");

    public static string KeptResults(string file) => Say(
        $"\"{file}\"; a town of consented people leaves none, run the command in manifest.json again",
        $"“{file}”；经同意的数据不留此文件，请重新执行 manifest.json 中的命令");

    public static string OtherEngine(string found, string own) => Say($"engine {found}, not {own}", $"引擎{found}，而非{own}");

    public static string SameEngine => Say(
        "results of this very engine; the command in manifest.json makes them again",
        "由同一版本引擎生成的结果；manifest.json 中的命令可重新生成");
}
