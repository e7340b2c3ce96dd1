using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string RunHelp => Say(
        "Runs a scenario and leaves a folder with manifest, tables and report.\n\n" +
        "Examples:\n" +
        "  jinlin run scenarios/estate.yaml\n" +
        "  jinlin run scenarios/estate.yaml --policy all --seed 7\n" +
        "  jinlin run scenarios/old-estate.yaml --policy guardianship --replications 30 --out runs/elders",
        "运行一个场景，并留下包含清单、数据表和报告的文件夹。\n\n" +
        "示例：\n" +
        "  jinlin run scenarios/estate.yaml\n" +
        "  jinlin run scenarios/estate.yaml --policy all --seed 7\n" +
        "  jinlin run scenarios/old-estate.yaml --policy guardianship --replications 30 --out runs/elders");

    public static string RunScenarioHelp => Say("Scenario file (YAML).", "场景文件（YAML）。");

    public static string RunPolicyHelp => Say(
        "Policy in force from the start date on: a preset's name or a file; may be repeated.",
        "自开始日期起实施的政策：预设名称或文件；可重复。");

    public static string RunShockHelp => Say("Shock file; may be repeated.", "冲击文件；可重复。");

    public static string RunSeedHelp => Say("Seed of every draw; default: the scenario's.", "随机种子；默认取场景文件中的值。");

    public static string RunDaysHelp => Say(
        "Days after burn-in, 1 to 1095; default: the scenario's.", "预热之后的天数，1至1095；默认取场景文件中的值。");

    public static string RunThreadsHelp => Say(
        "Threads; default: all cores. Changes no result.", "线程数；默认使用全部核心。不影响结果。");

    public static string RunReplicationsHelp => Say(
        "How many seeds, counted up from the first; reports means and intervals.",
        "从首个种子起依次运行的种子个数；报告均值与区间。");

    public static string RunOutHelp => Say(
        "Folder for the results; default: runs/NAME-POLICIES-SEED. It must not exist or be empty.",
        "结果文件夹；默认 runs/名称-政策-种子。须不存在或为空。");

    public static string RunJsonHelp => Say(
        "Prints one JSON object on standard output and nothing else; a folder only with --out.",
        "只在标准输出打印一个 JSON 对象；仅在给出 --out 时写文件夹。");

    public static string RunInvariantsHelp => Say(
        "Checks every invariant at each midnight.", "每天午夜检查全部不变量。");

    public static string RunMessagesHelp => Say("Prints how many messages of each kind were sent.", "列出各类消息的数量。");

    public static string RunClusterHelp => Say(
        "Gateway of a running cluster that carries it; default: a silo in this process.",
        "承载运行的集群网关；默认在本进程内启动一个节点。");

    public static string RunActivateHelp => Say(
        "Share of actors that live in grains of their own, 0 to 1. Changes no result.",
        "以独立 grain 存活的行动者比例，0 至 1。不影响结果。");

    public static string ClusterForm => Say("HOST:PORT of a silo's gateway", "节点网关的 主机:端口");

    public static string ClusterThere => Say(
        "a running silo of this version that answers there within 5 seconds", "该地址上有同版本节点在 5 秒内应答");

    public static string ClusterLost => Say(
        "a cluster that answers to the end; finished runs are kept, the same command goes on from there",
        "始终有应答的集群；已完成的运行均已保存，再次执行同一命令即可继续");

    public static string EngineOfCluster(string engine) => Say(
        $"silos whose engine is \"{engine}\", as this program's", $"引擎与本程序相同（“{engine}”）的节点");

    public static string ThreadsOfCluster => Say(
        "no --threads beside --cluster: its silos have their own", "与 --cluster 同用时不可指定 --threads：节点自有线程");

    public static string RunCarried(int silos, int partitions, int activated, long calls) => Say(
        $"carried by {silos} {(silos == 1 ? "silo" : "silos")}, {partitions} {(partitions == 1 ? "partition" : "partitions")}, " +
        $"{activated:N0} actors activated, {calls:N0} grain calls",
        $"由 {silos} 个节点、{partitions} 个分区承载，激活 {activated:N0} 个行动者，grain 调用 {calls:N0} 次");

    public static string FreeFolder => Say("a folder that does not exist or is empty", "不存在或为空的文件夹");

    public static string RunStarts(string scenario, int residents, int estates, int days) => Say(
        $"{scenario}: {residents:N0} residents, {estates:N0} {(estates == 1 ? "estate" : "estates")}, {days:N0} days",
        $"{scenario}：{residents:N0} 名居民，{estates:N0} 个小区，{days:N0} 天");

    public static string RunDay(string date, string speed) =>
        Say($"{date} · {speed} messages/s", $"{date} · 每秒 {speed} 条消息");

    public static string RunDayPlain(string date, int percent, string speed, string left) => Say(
        $"{date}  {percent,3} %  {speed} messages/s  {left} left", $"{date}  {percent,3} %  每秒 {speed} 条消息  剩余 {left}");

    public static string RunReplicationsDone(int done, int all) =>
        Say($"{done} of {all} replications", $"已完成 {done}/{all} 次重复");

    public static string Indicator => Say("Indicator", "指标");

    public static string RunSeed => Say("Seed", "种子");

    public static string RunDigest => Say("Digest", "摘要");

    public static string RunFolderIs => Say("Folder", "文件夹");

    public static string RunTook(double seconds, string speed) => Say(
        $"{seconds:0.00} s, {speed} messages/s", $"用时 {seconds:0.00} 秒，每秒 {speed} 条消息");

    public static string RunStoppedAt(string date) => Say(
        $"stopped after {date}; what had finished is kept", $"在 {date} 之后停止；已完成的部分保留");

    public static string MessageKind => Say("Message kind", "消息种类");

    public static string AllMessages => Say("All", "合计");

    public static string MessagesSent => Say("Sent", "发送");

    public static string PerResidentYear => Say("Per resident and year", "每居民每年");
}
