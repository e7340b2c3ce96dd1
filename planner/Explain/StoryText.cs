using System.Globalization;
using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;
using static Jinlin.Planner.Wording.Language;
using Calendar = Jinlin.Model.Policy.Calendar;

namespace Jinlin.Planner.Explain;

/// <summary>A story in the words of a language.</summary>
public sealed class StoryText(Story story, string baseline, string policy, Calendar calendar)
{
    private const int MostLevers = 6;

    private Roster Estate => story.Estate;

    /// <summary>Who: number, age, what matters about them.</summary>
    public string Who()
    {
        ResidentTraits who = story.Who;
        (Trait Trait, string Word)[] words =
        [
            (Trait.LivesAlone, Words.LivesAlone), (Trait.Frail, Words.IsFrail), (Trait.Disabled, Words.IsDisabled),
            (Trait.Pregnant, Words.IsPregnant), (Trait.Migrant, Words.IsMigrant), (Trait.Clinician, Words.IsClinician),
        ];
        string facts = string.Concat(words.Where(w => who.Is(w.Trait)).Select(w => Say($", {w.Word}", $"，{w.Word}")));
        return Words.StoryWho(story.Name.Resident.Value, who.Age, who.Is(Trait.Woman), facts);
    }

    /// <summary>What was needed, and when.</summary>
    public string Need() => Words.StoryNeed(
        IndicatorLabels.Kind(story.Name.Key.Kind, Language.IsChinese), $"{calendar.DateOf(story.Name.Key.Day):yyyy-MM-dd}");

    /// <summary>The name to give to <c>--need</c>.</summary>
    public string Name() => story.Name.Write(calendar);

    /// <summary>How it ended in one world, in a few words.</summary>
    public static string Outcome(StorySide side)
    {
        if (side.Need is not { } need) return Words.OutcomeAbsent;
        string word = need.Outcome switch
        {
            Runs.Outcome.OnTime => Words.OutcomeOnTime,
            Runs.Outcome.Late => Words.OutcomeLate,
            Runs.Outcome.Lapsed => Words.OutcomeLapsed,
            _ => Words.OutcomeOpen,
        };
        return need.FirstHelp < 0 ? word : Words.OutcomeAfter(word, Span(need.FirstHelp - need.Arose));
    }

    /// <summary>Rows of clock, baseline and policy: what is the same minute stands in one row.</summary>
    public IReadOnlyList<(string When, string Baseline, string Policy)> Rows()
    {
        var rows = new List<(string, string, string)>();
        Minute[] minutes = [.. story.Baseline.Lines.Concat(story.Policy.Lines).Select(l => l.Event.At).Distinct().Order()];
        foreach (Minute at in minutes)
        {
            string[] a = [.. story.Baseline.Lines.Where(l => l.Event.At == at).Select(Line)];
            string[] b = [.. story.Policy.Lines.Where(l => l.Event.At == at).Select(Line)];
            // What both have comes side by side, the rest below it.
            string[] both = [.. a.Intersect(b)];
            a = [.. both, .. a.Except(both)];
            b = [.. both, .. b.Except(both)];
            for (int i = 0; i < Math.Max(a.Length, b.Length); i++)
                rows.Add((When(at), a.ElementAtOrDefault(i) ?? "", b.ElementAtOrDefault(i) ?? ""));
        }
        return rows;
    }

    /// <summary>The chain of causes, a sentence each, from the policy to the need.</summary>
    public IReadOnlyList<string> Why()
    {
        if (story.First is not { } first) return [Words.NeedIdentical];
        List<string> why =
        [
            story.Changes.Count == 0 ? Words.StoryNoLever
                : Words.StoryInForce(InForce()),
        ];
        foreach (StoryStep step in story.Reached) why.Add(Step(Words.StoryReached, step));
        StorySide a = story.Baseline, b = story.Policy;
        if (a.Need is not null && b.Need is not null && (a.Likelihood != b.Likelihood || a.StrongestTie != b.StrongestTie))
            why.Add(Words.StoryState(Percent(a.Likelihood), Percent(b.Likelihood), Tie(a.StrongestTie), Tie(b.StrongestTie)));
        if (story.Brought is { } brought) why.Add(Step(Words.StoryReached, brought));
        why.Add(Step(Words.StoryFirst, first));
        if (story.Settled is { } settled) why.Add(Step(Words.StorySettled, settled));
        if (first.Levers.Count == 0 && story.Settled is not { Levers.Count: > 0 }
            && story.Brought is not { Levers.Count: > 0 }) why.Add(Words.StoryFollows);
        return why;
    }

    /// <summary>Those behind a step first; a long list is cut.</summary>
    private string InForce()
    {
        HashSet<Lever> behind = [.. story.Reached.Append(story.Brought ?? default).Append(story.First ?? default)
            .Append(story.Settled ?? default)
            .SelectMany(s => s.Levers ?? [])];
        string named = string.Join(Say(", ", "、"), story.Changes.OrderByDescending(c => behind.Contains(c.Lever))
            .Take(MostLevers).Select(Change));
        int more = story.Changes.Count - MostLevers;
        return more <= 0 ? named : named + Say($" and {more} more", $"等（另有{more}项）");
    }

    private string Step(Func<string, string, string, string> sentence, StoryStep step)
    {
        Record r = step.Difference.Event;
        string text = sentence(
            step.Difference.InBaseline ? baseline : policy, $"{calendar.DateOf(r.At.Day):yyyy-MM-dd} {When(r.At, false)}",
            Sentence(r));
        return step.Levers.Count == 0 ? text
            : text + Words.StoryBy(string.Join(Say(", ", "、"), step.Levers.Select(l => Label(LeverCatalog.Of(l)))));
    }

    private string When(Minute at) => When(at, at.Day != story.Name.Key.Day);

    private string When(Minute at, bool date)
    {
        string clock = $"{at.Hour:00}:{at.OfDay % 60:00}";
        return date ? $"{calendar.DateOf(at.Day):MM-dd} {clock}" : clock;
    }

    private string Line(StoryLine line) => line.Count == 1 ? Sentence(line.Event) : (Event)line.Event.Kind switch
    {
        Event.Seen => Say($"{line.Count} neighbors consider it, this one first", $"陆续有{line.Count}位邻居考虑帮忙，此为首位"),
        Event.Offered => Say(
            $"{Party(line.Event.Actor)} offers to come, then {line.Count - 1} more",
            $"{Party(line.Event.Actor)}表示可以来，随后又有{line.Count - 1}人"),
        _ => Say($"{line.Count} who offered are thanked: enough help", $"{line.Count}位愿来者被谢过：人手已够"),
    };

    /// <summary>One event as a sentence; the resident of the story is "the resident".</summary>
    private string Sentence(in Record r)
    {
        string self = Party(r.Actor);
        string other = EventDifferences.HasOther((Event)r.Kind) ? Party(new ActorId(r.B)) : "";
        return (Event)r.Kind switch
        {
            Event.NeedArose => Say("the need arises", "需求出现"),
            Event.NeedAsked => Say("it is voiced", "开口求助"),
            Event.NeedSilent => Say("nobody is told", "没有说出口"),
            Event.NeedFound => Say($"found by {other} at the door", $"{other}上门时发现"),
            Event.Posted => Say("posted in the group chat", "发到微信群"),
            Event.AskedByName => Say($"asks {other} by name", $"向{other}求助"),
            Event.Ordered => Say($"turns to {other}", $"求助于{other}"),
            Event.OrderRefused => Say($"{other} cannot serve", $"{other}无法办理"),
            Event.OrderTaken => Say($"{other} takes it on", $"{other}受理"),
            Event.Seen => Say($"{self} considers it", $"{self}看到并考虑帮忙"),
            Event.Offered => Say($"{self} offers to come", $"{self}表示可以来"),
            Event.Confirmed => Say($"{other} is asked to come", $"请{other}过来"),
            Event.Released => Say($"{other} is thanked: enough help", $"谢过{other}：人手已够"),
            Event.HelpArrived => Say(
                $"{other} is here{Minutes(r.D)}", $"{other}到了{Minutes(r.D)}"),
            Event.Advised => Say($"{other} advises by phone", $"{other}电话指导"),
            Event.Thanked => r.C == 0
                ? Say($"{self} is thanked", $"{self}得到感谢")
                : Say($"{self} is thanked; a tie of {Tie(r.C / 10_000.0)} stays", $"{self}得到感谢，留下强度{Tie(r.C / 10_000.0)}的关系"),
            Event.NeedResolved => Say($"helped: {Source((HelpSource)r.C)}", $"得助：{Source((HelpSource)r.C)}"),
            Event.NeedLapsed => Say("over, without help", "过时，无人相助"),
            Event.Met => Say($"{self} and {other} stop for a chat", $"{self}与{other}停下聊天"),
            Event.HeadAppointed => Say($"{other} takes a post in the building group", $"{other}担任楼长或中心户"),
            Event.HeadLeft => Say($"{other} gives up a post in the building group", $"{other}卸任楼长或中心户"),
            Event.Joined => Say($"{self} joins {other}", $"{self}加入{other}"),
            Event.Quit => Say($"{self} leaves {other}", $"{self}退出{other}"),
            Event.DutyTaken => Say($"{self} sets out: {Duty((DutySort)r.D)}", $"{self}出发：{Duty((DutySort)r.D)}"),
            Event.Visited => Say($"{other} is at the door of {self}: {Duty((DutySort)r.C)}",
                $"{other}来到{self}门前：{Duty((DutySort)r.C)}"),
            Event.ShiftWorked => Say($"a shift is worked for {self}", $"{self}完成一次排班"),
            Event.Gathered => Say($"{self} has {other} at the gathering", $"{self}的聚会上来了{other}"),
            Event.WayCleared => Say("marshals keep the way clear", "疏导队保持通道畅通"),
            Event.Consulted => Say($"{other} asks at the door of {self} what they think", $"{other}到{self}家征询意见"),
            Event.ConsentReported => Say($"{self} counts the opinions", $"{self}汇总意见"),
            Event.Attended => Say($"{other} comes to an event", $"{other}参加活动"),
            Event.MealMissed => Say($"{other} is missed at the canteen", $"{other}没来食堂用餐"),
            Event.Ate => Say($"{self} eats at {other}", $"{self}在{other}用餐"),
            Event.CooledOff => Say($"{other} cools off in the cool room", $"{other}在纳凉点避暑"),
            Event.Whistled => Say($"{self} whistles for {other}", $"{self}为{other}吹哨"),
            Event.HotlineCalled => Say($"{self} calls 12345 for {other}", $"{self}为{other}拨打12345"),
            Event.DutyRun => Say($"the duty officer goes to {other}", $"值班人员前往{other}处"),
            Event.Booked or Event.BookingMoved => Say($"{other} gives a date", $"{other}约定时间"),
            Event.PartnerComes => Say("a partner organization comes", "共建单位前来"),
            Event.PartnershipBegan => Say("a partnership begins", "共建关系建立"),
            Event.PartnershipEnded => Say("a partnership ends", "共建关系结束"),
            Event.RotaCheckedIn => Say($"{other} reports in", $"{other}轮值报到"),
            Event.CleanedUp => Say("a clean-up is held", "开展大扫除"),
            Event.Publicity => Say("the shops are spoken to", "上门宣传门前三包"),
            Event.SiteServes => Say($"{self} serves {other}", $"{self}服务{other}"),
            Event.Coaching => Say($"{other} has a coaching session", $"{other}参加数字辅导"),
            _ => $"{(Event)r.Kind}",
        };
    }

    private static string Minutes(uint minutes) => minutes == 0 ? ""
        : Say($" and helps for {minutes} min", $"，帮忙{minutes}分钟");

    private string Party(ActorId who)
    {
        if (who == story.Name.Resident) return Say("the resident", "该居民");
        int slot = Estate.SlotOf(who);
        if (slot >= 0)
        {
            ref readonly ResidentTraits traits = ref Estate.Residents[slot];
            bool near = traits.Building == story.Who.Building;
            string clinician = traits.Is(Trait.Clinician) ? Say(", clinician", "，医护") : "";
            return Say(
                $"neighbor {who.Value} ({traits.Age}{clinician}{(near ? ", same building" : "")})",
                $"邻居{who.Value}（{traits.Age}岁{clinician}{(near ? "，同楼" : "")}）");
        }
        if (Routes.IndexOf(Estate, who) is >= 0 and int organization)
            return Organization((OrganizationSlot)organization);
        uint place = who.Value - Estate.First.Value;
        return place < (uint)(Estate.Residents.Length + Estate.Buildings.Length)
            ? Say("a building group", "楼道党小组")
            : Say($"somebody beyond the estate (#{who.Value})", $"小区之外（#{who.Value}）");
    }

    internal static string Organization(OrganizationSlot slot) => slot switch
    {
        OrganizationSlot.Chat => Say("the group chat", "微信群"),
        OrganizationSlot.PropertyManager => Say("the property manager", "物业"),
        OrganizationSlot.OwnersCommittee => Say("the owners' committee", "业委会"),
        OrganizationSlot.AmbulanceDesk => Say("the ambulance", "救护车"),
        OrganizationSlot.LiftDesk => Say("the lift contractor", "电梯维保单位"),
        OrganizationSlot.HotlineDesk => Say("the 12345 hotline", "12345热线"),
        OrganizationSlot.DutyDesk => Say("the duty officer", "值班人员"),
        OrganizationSlot.Branch => Say("the estate branch", "小区党支部"),
        OrganizationSlot.SecondBranch => Say("the second branch", "第二党支部"),
        OrganizationSlot.HelpGroup => Say("the neighbors' help group", "厝边帮帮团"),
        OrganizationSlot.SortingTeam => Say("the waste-sorting monitors", "垃圾分类督导队"),
        OrganizationSlot.TreeTeam => Say("the tree adopters", "绿管家"),
        OrganizationSlot.WomensTeam => Say("the women's organization", "妇女组织"),
        OrganizationSlot.MarshalTeam => Say("the marshals", "疏导队"),
        OrganizationSlot.HomeServiceTeam => Say("the home-service team", "上门服务队"),
        OrganizationSlot.ReasoningRoom => Say("the reasoning room", "近邻评理室"),
        OrganizationSlot.Venue => Say("the venue", "活动室"),
        OrganizationSlot.RotaDesk => Say("the rota desk", "轮值报到点"),
        OrganizationSlot.PartnerDesk => Say("the partner organizations", "共建单位"),
        OrganizationSlot.CoachingDesk => Say("the digital coaches", "数字辅导点"),
        OrganizationSlot.Reserve => Say("the reserve stock", "应急物资点"),
        OrganizationSlot.CoolRoom => Say("the cool room", "纳凉点"),
        OrganizationSlot.TimeBank => Say("the time bank", "时间银行"),
        OrganizationSlot.Canteen => Say("the canteen", "近邻食堂"),
        OrganizationSlot.SecondCanteen => Say("the second canteen", "第二食堂"),
        OrganizationSlot.ThirdCanteen => Say("the third canteen", "第三食堂"),
        OrganizationSlot.ChildcareSite => Say("the childcare site", "托幼点"),
        OrganizationSlot.ClinicSite => Say("the clinic", "卫生服务点"),
        _ => Say("the repair shop", "便民维修点"),
    };

    private static string Source(HelpSource source) => source switch
    {
        HelpSource.Tie => Say("somebody known", "熟人"),
        HelpSource.Neighbor => Say("a neighbor not known before", "原本不相识的邻居"),
        HelpSource.Clinician => Say("a neighbor who is a clinician", "医护邻居"),
        HelpSource.Head => Say("the building head or center household", "楼长或中心户"),
        HelpSource.Volunteer => Say("a volunteer", "志愿者"),
        HelpSource.Partner => Say("a partner organization", "共建单位"),
        HelpSource.Ambulance => Say("the ambulance", "救护车"),
        HelpSource.LiftContractor => Say("the lift contractor", "电梯维保单位"),
        HelpSource.PropertyManager => Say("the property manager", "物业"),
        HelpSource.Canteen => Say("the canteen", "近邻食堂"),
        HelpSource.CircleSite => Say("a site of the service circle", "服务圈站点"),
        HelpSource.Department => Say("a department", "职能部门"),
        HelpSource.ReasoningRoom => Say("the reasoning room", "近邻评理室"),
        HelpSource.Court => Say("the court", "法院"),
        HelpSource.Reserve => Say("the reserve stock", "应急物资"),
        HelpSource.Coach => Say("a digital coach", "数字辅导员"),
        _ => Say("the building itself", "楼内自行化解"),
    };

    private static string Duty(DutySort sort) => sort switch
    {
        DutySort.Need => Say("to help", "去帮忙"),
        DutySort.Visit => Say("to look in", "上门探望"),
        DutySort.Check => Say("a check, for they were missed", "察看，因其未露面"),
        DutySort.Shift => Say("a shift", "排班"),
        DutySort.Gathering => Say("a gathering", "聚会"),
        DutySort.BranchWork => Say("the branch's work", "支部工作"),
        DutySort.EventWork or DutySort.EventHost => Say("an event", "活动"),
        DutySort.MeetingWork or DutySort.Chair => Say("a deliberation", "议事会"),
        _ => Say("a hearing over tea", "评理"),
    };

    private static string Change(LeverChange change)
    {
        LeverInfo info = LeverCatalog.Of(change.Lever);
        return $"{Label(info)} {LeverValue.Write(info, change.Baseline)} → {LeverValue.Write(info, change.Policy)}";
    }

    private static string Label(LeverInfo info) => Say(info.English, info.Chinese);

    private static string Span(int minutes) => IndicatorText.Format(minutes, IndicatorUnit.Minutes, Language.IsChinese);

    private static string Percent(double share) => IndicatorText.Format(share, IndicatorUnit.Share, Language.IsChinese);

    private static string Tie(double strength) => strength.ToString("0.00", CultureInfo.InvariantCulture);
}
