using System.Globalization;
using Jinlin.Model.Shocks;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>Shocks as people call them.</summary>
public static class ShockText
{
    /// <summary>Kind and first day: <c>heat from day 200</c>.</summary>
    public static string NameOf(Shock shock)
    {
        string kind = KindOf(shock.Kind);
        string day = shock.From.ToString(CultureInfo.InvariantCulture);
        return Language.Say($"{kind} from day {day}", $"第{day}天起的{kind}");
    }

    public static string KindOf(ShockKind kind) => kind switch
    {
        ShockKind.Typhoon => Language.Say("typhoon", "台风"),
        ShockKind.Heat => Language.Say("heat", "高温"),
        ShockKind.Lockdown => Language.Say("lockdown", "封控"),
        ShockKind.Outage => Language.Say("outage", "停电"),
        ShockKind.LiftFailure => Language.Say("lift failure", "电梯停运"),
        _ => Language.Say("gas works", "燃气施工"),
    };
}
