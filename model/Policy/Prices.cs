using Jinlin.Model.World;

namespace Jinlin.Model.Policy;

/// <summary>One item of the price list.</summary>
/// <param name="Id">Name in <c>costs.csv</c>.</param>
/// <param name="English">Label.</param>
/// <param name="Chinese">Label.</param>
/// <param name="Value">Default.</param>
/// <param name="Low">Least sensible value.</param>
/// <param name="High">Largest sensible value.</param>
/// <param name="Unit">For example <c>¥/estate-year</c> or <c>h/week</c>.</param>
public sealed record PriceItem(
    string Id, string English, string Chinese, double Value, double Low, double High, string Unit, Grade Grade,
    string Source)
{
    /// <summary>Hours of volunteers, valued at <see cref="Prices.VolunteerHour"/>; else yuan.</summary>
    public bool IsHours => Unit.StartsWith('h');
}

/// <summary>
/// What things cost (section 5): defaults that a planner overrides, item by item. Immutable. Prices are assumptions
/// unless cited; they enter costs only, never what happens.
/// </summary>
public sealed class Prices
{
    /// <summary>The price of an hour that somebody gives.</summary>
    public const string VolunteerHour = "volunteer-hour";

    private const string Section5 = "section 5";

    private readonly Dictionary<string, double> _values;

    private Prices(Dictionary<string, double> values) => _values = values;

    /// <summary>Every item, in the order of a price list.</summary>
    public static IReadOnlyList<PriceItem> Items { get; } =
    [
        Of(VolunteerHour, "An hour given", "志愿服务一小时", 30, 0, 60, "¥/h"),
        Of("branch-year", "Running a branch", "党支部运行经费", 20_000, 10_000, 30_000, "¥/branch-year"),
        Of("branch-hours", "Branch work", "支部工作", 6, 3, 9, "h/week"),
        Of("head-hours", "A building head", "楼长", 1, 0.5, 1.5, "h/week"),
        Of("center-hours", "A center household", "中心户", 1, 0.5, 1.5, "h/week"),
        Of("visit-hours", "A visit", "一次探访", 0.5, 0.25, 0.75, "h/visit"),
        Of("door-hours", "Consulting a household", "入户征询一户", 0.3, 0.15, 0.45, "h/door"),
        Of("duty-hours", "An hour of duty", "值守一小时", 1, 1, 1.5, "h/h"),
        Of("chat-year", "Keeping the chat", "群管理", 2_000, 1_000, 3_000, "¥/estate-year"),
        Of("event", "An event", "一次活动", 800, 400, 1_200, "¥/event"),
        Of("event-hours", "Work for an event", "活动组织", 10, 5, 15, "h/event"),
        Of("deliberation-hours", "A deliberation", "一次议事", 4, 2, 6, "h/meeting"),
        Of("mediator-hours", "A mediator", "调解员", 2, 1, 3, "h/week"),
        Of("checkin-hours", "A partner's rota day", "一次轮值报到", 4, 2, 6, "h/check-in"),
        Of("committee-year", "A joint committee", "大党委运行经费", 50_000, 25_000, 75_000, "¥/committee-year"),
        Of("site-year", "A canteen or other site", "食堂或服务站点", 150_000, 75_000, 225_000, "¥/site-year"),
        Of("reserve-person", "A day's reserve for one person", "一人一日储备物资", 30, 15, 45, "¥/person-day and year"),
        Of("cool-seat", "A seat in the cool room", "纳凉点一座", 30, 15, 45, "¥/seat-year"),
    ];

    private static readonly Dictionary<string, PriceItem> ById = Items.ToDictionary(i => i.Id);

    public static Prices Default { get; } = new(Items.ToDictionary(i => i.Id, i => i.Value));

    /// <summary>Yuan or hours.</summary>
    public double this[string id] => _values[id];

    /// <summary>The item of a name, or null.</summary>
    public static PriceItem? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>This list with one price changed.</summary>
    /// <exception cref="ArgumentException">
    /// No such item, or below zero; a price beyond its range is the planner's.
    /// </exception>
    public Prices With(string id, double value)
    {
        if (!ById.ContainsKey(id)) throw new ArgumentException($"no price is called {id}", nameof(id));
        if (!double.IsFinite(value) || value < 0)
            throw new ArgumentException($"{id}: {value}, a number from 0 expected", nameof(value));
        return new Prices(new Dictionary<string, double>(_values) { [id] = value });
    }

    private static PriceItem Of(
        string id, string english, string chinese, double value, double low, double high, string unit) =>
        new(id, english, chinese, value, low, high, unit, Grade.Assumption, Section5);
}
