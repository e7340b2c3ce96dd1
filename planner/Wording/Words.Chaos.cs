using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string ChaosHelp => Say(
        "Swings a cluster of silos up and down under a live run: kills, farewells, silos held still, commands all the " +
        "while. In the end the digest must be that of an undisturbed replay and the journal must have every acknowledged " +
        "command. Finds its members by redis-server where that is on the path.\n\n" +
        "Examples:\n" +
        "  jinlin chaos --seed 7 --minutes 2\n" +
        "  jinlin chaos --seeds 100 --minutes 0.1 --in-process\n" +
        "  jinlin chaos recovery --membership default",
        "在运行进行时反复启停由多个 silo 组成的集群：强制终止、正常退出、暂停数秒，期间不断发送指令。最后，摘要必须与" +
        "未受干扰的重放一致，日志必须包含每条已确认的指令。若路径中有 redis-server，则用它组成集群。\n\n" +
        "示例：\n" +
        "  jinlin chaos --seed 7 --minutes 2\n" +
        "  jinlin chaos --seeds 100 --minutes 0.1 --in-process\n" +
        "  jinlin chaos recovery --membership default");

    public static string ChaosSeedHelp => Say("Keys the schedule; default 1.", "决定日程的种子；默认 1。");

    public static string ChaosSeedsHelp => Say("So many seeds from there on; default 1.", "从该种子起共多少个；默认 1。");

    public static string ChaosMinutesHelp => Say(
        "Minutes of wall time for each seed; default 1.", "每个种子的实际分钟数；默认 1。");

    public static string ChaosSilosHelp => Say("Silos at most at a time, 2 to 8; default 3.", "同时最多的 silo 数，2 至 8；默认 3。");

    public static string ChaosInProcessHelp => Say(
        "Silos in this process: faster, and a kill is only an end without a farewell.",
        "silo 在本进程内运行：更快，但“终止”只是不告而别。");

    public static string ChaosMembershipHelp => Say(
        "How soon a dead silo is noticed: fast (about two seconds) or default; default: fast.",
        "多快发现失效的 silo：fast（约两秒）或 default；默认 fast。");

    public static string ChaosSiloHelp => Say(
        "jinlin-silo.dll; default: beside this program, or in its own folder of the build.",
        "jinlin-silo.dll；默认在本程序旁，或在构建目录中。");

    public static string ChaosSiloWanted => Say(
        "expected the built silo: dotnet build -c Release silo, or --silo FILE",
        "应为已构建的 silo：dotnet build -c Release silo，或 --silo 文件");

    public static string ChaosJsonHelp => Say("The result as JSON.", "以 JSON 输出结果。");

    public static string ChaosSeedRuns(ulong seed) => Say($"seed {seed}", $"种子 {seed}");

    public static string ChaosTally(int starts, int kills, int stops, int stalls, int commands, int unanswered) => Say(
        $"{starts} starts, {kills} kills, {stops} farewells, {stalls} held still, {commands} commands acknowledged, " +
        $"{unanswered} calls unanswered",
        $"启动 {starts} 次，终止 {kills} 次，正常退出 {stops} 次，暂停 {stalls} 次，已确认指令 {commands} 条，" +
        $"未获答复 {unanswered} 次");

    public static string ChaosHeld(ulong seed, string done, int days, long epochs, string seconds) => Say(
        $"seed {seed} holds: {done}; {days} days, {epochs} epochs, {seconds} s",
        $"种子 {seed} 通过：{done}；{days} 天，{epochs} 个纪元，{seconds} 秒");

    public static string ChaosBroke(ulong seed, string why, string done) => Say(
        $"seed {seed} FAILS: {why} ({done})", $"种子 {seed} 失败：{why}（{done}）");

    public static string ChaosReplay(string command) => Say($"  again: {command}", $"  重放：{command}");

    public static string ChaosLeft(string folder) => Say(
        $"  output and data of its silos: {folder}", $"  各 silo 的输出与数据：{folder}");

    public static string ChaosSum(int seeds, int failed) => Say(
        $"{seeds} seeds, {failed} failed", $"共 {seeds} 个种子，{failed} 个失败");

    public static string RecoveryHelp => Say(
        "Measures how long a run stands still after the kill of one of three silos, the coordinator's own and another.",
        "测量三个 silo 中一个被强制终止后，运行停顿多久：分别为协调者所在的 silo 与另一个。");

    public static string RecoveryTimesHelp => Say("Kills of each sort; default 5.", "每种终止的次数；默认 5。");

    public static string RecoveryVictim(bool coordinator) => coordinator
        ? Say("the coordinator's silo", "协调者所在的 silo") : Say("another silo", "另一个 silo");

    public static string RecoveryWas(string victim, string seconds) => Say(
        $"{victim}: {seconds} s", $"{victim}：{seconds} 秒");

    public static string RecoverySum(string membership, string victim, int times, string least, string middle, string most) =>
        Say(
            $"membership {membership}, {victim}: {times} kills, least {least} s, median {middle} s, most {most} s",
            $"membership {membership}，{victim}：终止 {times} 次，最短 {least} 秒，中位 {middle} 秒，最长 {most} 秒");
}
