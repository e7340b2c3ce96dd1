using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Wording;

public static partial class Words
{
    public static string OtherFiles => Say("other files", "其他文件");

    public static string StoreFolder => Say(
        "a folder for kept replications: empty, new, or one that this program made; --store names another",
        "存放重复结果的文件夹：空的、新建的或由本程序建立的；可用 --store 另选");

    public static string StoreFormat(string format) => Say(
        $"\"{format}\"; name another folder with --store, or delete this one",
        $"“{format}”；请用 --store 另选文件夹，或删除此文件夹");
}
