using Jinlin.Model.World;
using Jinlin.Planner.Towns;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string TownWriteHelp => Say(
        "Writes a synthetic town's people, households, buildings and ties as files.",
        "将合成城镇的居民、家庭、楼栋与联系写成文件。");

    public static string TownWriteRefused => Say(
        "a synthetic or aggregate town: people given with consent are not written out",
        "合成或汇总的城镇：经同意提供的居民数据不予写出");

    public static string TownHelp => Say(
        "Describes a scenario's town; writes a template for your own estates.",
        "描述场景中的城镇；写出小区表格模板。");

    public static string TownScenarioHelp => Say("A scenario file.", "场景文件。");

    public static string TownTemplateHelp => Say(
        "Writes estates.xlsx and estates.csv, one row per estate, to fill in.",
        "写出 estates.xlsx 和 estates.csv，每个小区一行，供填写。");

    public static string TownOutHelp => Say("Folder to write into; default: this one.", "写入的文件夹；默认为当前文件夹。");

    public static string ScenarioWanted => Say("a scenario file is expected", "需要场景文件");

    public static string Wrote(string path) => Say($"wrote {path}", $"已写出 {path}");

    public static string Estate => Say("Estate", "小区");

    public static string AllEstates => Say("All", "合计");

    public static string TownTotal(FitTotal total) => total switch
    {
        FitTotal.Population => Say("People", "人口"),
        FitTotal.Households => Say("Households", "户数"),
        FitTotal.Buildings => Say("Buildings", "楼栋"),
        FitTotal.Over60 => Say("60+", "60岁及以上"),
        _ => Say("80+ alone", "80岁及以上独居"),
    };

    public static string Ties => Say("Ties", "关系数");

    public static string Total => Say("Total", "项目");

    public static string Wanted => Say("Wanted", "应有");

    public static string Got => Say("Got", "实有");

    public static string OffBy => Say("Off by", "相差");

    public static string DrawnWord => Say("drawn", "抽取");

    public static string MoreEstates(int count) => Say($"… and {count} more estates", $"……另有 {count} 个小区");

    public static string ProvenanceOf(Provenance provenance) => provenance switch
    {
        Provenance.Synthetic => Say("synthetic", "合成"),
        Provenance.Aggregate => Say("aggregate: synthetic residents that match given totals", "汇总：按给定总数合成居民"),
        _ => Say("consented: given person by person, ids keyed anew", "知情同意：逐人提供，编号已重新生成"),
    };

    public static string CensusYearOf(int year) => Say($"census year {year}", $"普查年份 {year}");
}
