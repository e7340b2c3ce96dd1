using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Tests.Scenarios;

public class ScenarioFileTests
{
    private const string Head = "name: x\ntown: estate\nstart: 2023-01-01\nhorizon: 100\n";

    [Fact]
    public void A_full_file_becomes_the_scenario_it_says()
    {
        using var folder = new TestFolder();
        folder.Write("costs.csv", "item,price\nsite-year,120000\n");
        folder.Write(
            "p.yaml", "name: p\nsteps: [{set: {visits: 3}, from: 10, until: 2023-02-01, place: {share: 0.2}}]\n");
        folder.Write("s.yaml", "kind: heat\nfrom: 2023-01-11\nhour: 12\ndays: 4\nseverity: 0.5\n");
        string path = folder.Write("x.yaml", """
            name: 万科[二期]
            town:
              name: two
              census-year: 2020
              estates:
                - {name: A, district: North, population: 900, households: 400, buildings: 10, over-60: 100}
                - {name: B, district: South, population: 800, households: 300, buildings: 9, over-60: 90, floors: 30}
            start: 2023-01-01
            burn-in: 20
            horizon: 100
            seed: 42
            status-quo: none
            policies:
              - p.yaml
              - name: q
                steps:
                  - set: {whistle: public, naming: on, households-per-head: off, canteens: 2}
                    when: {indicator: on-time-rate.over80-alone, below: 0.6}
                    place: {estates: [B]}
                  - set: {events: 2}
                    place: {district: South}
            shocks: [s.yaml, {kind: outage, from: 5}]
            parameters: {ask-chat: 0.3}
            calendar: {holidays: [{date: 2023-01-10, name: 庙会, festival: on, working: on}]}
            costs: costs.csv
            decision: {primary: on-time-rate, smallest-effect: 0.02, budget: 1000, must-not-worsen: {quit-rate: 1}}
            """);
        ScenarioInput input = ScenarioFile.Read(path);
        Scenario s = input.Scenario;
        Assert.Equal(("万科[二期]", 20, 100, 42UL), (s.Name, s.BurnInDays, s.HorizonDays, input.Seed));
        Assert.Equal(["North", "South"], s.Town.Districts);
        Assert.Equal(new DateOnly(2022, 12, 12), s.Calendar.DateOf(new Day(0)));
        Assert.Equal("庙会", s.Calendar.HolidayOf(new Day(29))?.Name);
        Assert.Equal(0.3, s.Parameters.AskChat);
        Assert.Equal(120_000, s.Prices["site-year"]);
        Assert.Equal("none", s.StatusQuo!.Name);
        PolicyStep first = s.Policies[0].Steps[0];
        Assert.Equal((10, 31, new Place.Share(0.2)), (first.From, first.Until, first.Place));
        PolicyStep second = s.Policies[1].Steps[0];
        Assert.Equal(new Dictionary<Lever, double>
        {
            [Lever.Whistle] = 2,
            [Lever.Naming] = 1,
            [Lever.HouseholdsPerHead] = 0,
            [Lever.Canteens] = 2,
        }, second.Set);
        Assert.Equal(new IndicatorTrigger("on-time-rate.over80-alone", false, 0.6), second.When);
        Assert.Equal([new NeighborhoodId(1)], Assert.IsType<Place.Estates>(second.Place).Ids);
        Assert.Equal(new Place.District(1), s.Policies[1].Steps[1].Place);
        Assert.Equal(new Shock(ShockKind.Heat, 10, 12, 96, 0.5, new Place.City()), s.Shocks[0]);
        Assert.Equal(new Shock(ShockKind.Outage, 5, 0, 8, 1, new Place.City()), s.Shocks[1]);
        Assert.Equal(("on-time-rate", 0.02, 1000), (s.Decision!.Primary, s.Decision.SmallestEffect, s.Decision.Budget));
        Assert.Equal(["x.yaml", "costs.csv", "p.yaml", "s.yaml"], input.Files.Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("polices: [all]", 5, "\"polices\"", "the key \"policies\", perhaps")]
    [InlineData("seed: one", 5, "\"one\"", "a whole number from 0")]
    [InlineData("seed: \"1\"", 5, "\"1\"", "a whole number from 0")]
    [InlineData("seed: -1", 5, "\"-1\"", "a whole number from 0")]
    [InlineData("burn-in: 731", 5, "\"731\"", "0 to 730")]
    [InlineData("policies: all", 5, "\"all\"", "a list")]
    [InlineData("policies: [al]", 5, "\"al\"", "the preset \"all\", perhaps")]
    [InlineData("policies: [gone.yaml]", 5, "\"gone.yaml\"", "a file that exists")]
    [InlineData("policies: [../out.yaml]", 5, "\"../out.yaml\"", "in the folder of the file that names it")]
    [InlineData("policies: [/etc/x.yaml]", 5, "\"/etc/x.yaml\"", "in the folder of the file that names it")]
    [InlineData("policies: [all, all]", 5, "\"all\"", "policies with different names")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visit: 2}}]}", 6, "\"visit\"", "the lever \"visits\", perhaps")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 8}}]}", 6, "\"8\"", "a number from 0 to 7")]
    [InlineData("policies:\n - {name: p, steps: [{set: {canteens: 1.5}}]}", 6, "\"1.5\"", "a whole number from 0 to 3")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: .nan}}]}", 6, "\".nan\"", "a number from 0 to 7")]
    [InlineData("policies:\n - {name: p, steps: [{set: {naming: 2}}]}", 6, "\"2\"", "on or off")]
    [InlineData("policies:\n - {name: p, steps: [{set: {whistle: loud}}]}", 6, "\"loud\"", "off, emergency, public")]
    [InlineData("policies:\n - {name: p, steps: [{set: {households-per-head: 10}}]}", 6, "\"10\"",
        "0, or a whole number")]
    [InlineData("policies:\n - {name: p, steps: [{set: {}}]}", 6, "a section ()", "at least one lever")]
    [InlineData("policies:\n - {name: p, steps: [{from: 1}]}", 6, "a section (from)", "the key \"set\"")]
    [InlineData("policies:\n - {name: p}", 6, "a section (name)", "the key \"steps\"")]
    [InlineData("policies:\n - name: p\n   steps:\n    - set: {visits: 2}\n      from: 20\n      until: 10", 10,
        "\"10\"", "a day after \"from\"")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 2}, from: 2023-02-01, until: 2023-01-31}]}", 6,
        "\"2023-01-31\"", "a day after \"from\"")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 2}, from: 2023-02-01, until: 3}]}", 6, "\"3\"",
        "a day after \"from\"")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 2}, from: 2022-12-31}]}", 6, "\"2022-12-31\"",
        "2023-01-01 to 2023-04-10")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 2}, from: 100}]}", 6, "\"100\"", "or 0 to 99")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 2}, place: {estates: [Estat]}}]}", 6, "\"Estat\"",
        "an estate of the town: \"Estate 1\", perhaps")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 2}, place: {district: Q}}]}", 6, "\"Q\"",
        "a district of the town: \"Siming\"")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 2}, place: {share: 2}}]}", 6, "\"2\"", "to 1")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 2}, place: town}]}", 6, "\"town\"", "city, or one of")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 2}, when: {indicator: trust}}]}", 6,
        "a section (indicator)", "one of above and below")]
    [InlineData("policies:\n - {name: p, steps: [{set: {visits: 2}, when: {indicator: trst, below: 1}}]}", 6,
        "\"trst\"", "the indicator \"trust\", perhaps")]
    [InlineData("shocks: [typhoon]", 5, "\"typhoon\"", "a .yaml file, or a shock")]
    [InlineData("shocks:\n - {kind: heat, from: 1, days: 20}", 6, "\"20\"", "3 to 10")]
    [InlineData("shocks:\n - {kind: heat, from: 1, hours: 72}", 6, "\"72\"", "\"days\", 3 to 10")]
    [InlineData("shocks:\n - {kind: hail, from: 1}", 6, "\"hail\"", "typhoon")]
    [InlineData("shocks:\n - {kind: heat}", 6, "a section (kind)", "the key \"from\"")]
    [InlineData("shocks:\n - {kind: heat, from: 100}", 6, "\"100\"", "0 to 99")]
    [InlineData("shocks:\n - {kind: heat, from: 1, severity: 1.1}", 6, "\"1.1\"", "0 to 1")]
    [InlineData("parameters: {ask-chatt: 0.3}", 5, "\"ask-chatt\"", "the parameter \"ask-chat\", perhaps")]
    [InlineData("parameters: {ask-chat: 0.9}", 5, "\"0.9\"", "0.125 to 0.375")]
    [InlineData("parameters: {ask-chat: high}", 5, "\"high\"", "a number")]
    [InlineData("calendar: {holidays: [{date: 2023-02-30, name: x}]}", 5, "\"2023-02-30\"", "a date")]
    [InlineData("calendar: {holiday: []}", 5, "\"holiday\"", "the key \"holidays\"")]
    [InlineData("costs: none.csv", 5, "\"none.csv\"", "a file that exists")]
    [InlineData("decision: {primary: on-time, smallest-effect: 1}", 5, "\"on-time\"", "the indicator \"on-time-")]
    [InlineData("decision: {primary: on-time-rate}", 5, "a section (primary)", "the key \"smallest-effect\"")]
    [InlineData("decision: {primary: on-time-rate, smallest-effect: 1, must-not-worsen: {trust: -1}}", 5, "\"-1\"",
        "0 to")]
    [InlineData("seed:", 5, "nothing", "a whole number")]
    public void What_is_wrong_is_said_with_its_line(string line, int at, string found, string expected)
    {
        InputError error = Refused(Head + line + "\n");
        Assert.Equal(at, error.Line);
        Assert.EndsWith("x.yaml", error.File, StringComparison.Ordinal);
        Assert.Equal(found, error.Value);
        Assert.Contains(expected, error.Expectation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("town: estat\nname: x\nstart: 2023-01-01\nhorizon: 9\n", 1, "the town \"estate\", perhaps")]
    [InlineData("name: x\ntown: estate\nstart: 2023-01-01\n", 1, "the key \"horizon\"")]
    [InlineData("name: x\ntown: estate\nstart: 2023-01-01\nhorizon: 1096\n", 4, "1 to 1095")]
    [InlineData("name: x\ntown: estate\nstart: 2019-01-01\nhorizon: 9\n", 3, "2019-06-30")]
    [InlineData("name: x\ntown: estate\nstart: 2030-12-31\nhorizon: 9\n", 3, "the table of holidays")]
    [InlineData("name: x\ntown: estate\nstart: yesterday\nhorizon: 9\n", 3, "a date such as")]
    [InlineData("name: x\ntown: {}\nstart: 2023-01-01\nhorizon: 9\n", 2, "exactly one of the keys preset")]
    [InlineData("name: x\ntown: {preset: estate, seed: 1}\nstart: 2023-01-01\nhorizon: 9\n", 2, "\"preset\"")]
    [InlineData("name: x\ntown: {estates: []}\nstart: 2023-01-01\nhorizon: 9\n", 2, "1 to 5000 estates")]
    [InlineData("name: x\ntown: {spreadsheet: e.csv, name: x, census-year: 2020}\nstart: 2023-01-01\nhorizon: 9\n", 2,
        "a file that exists")]
    public void A_town_or_time_that_cannot_be_is_refused(string text, int line, string expected)
    {
        InputError error = Refused(text);
        Assert.Equal(line, error.Line);
        Assert.Contains(expected, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{name: A, population: 10, households: 11, buildings: 1, over-60: 1}", "1 to 10")]
    [InlineData("{name: A, population: 10, households: 5, buildings: 6, over-60: 1}", "1 to 5")]
    [InlineData("{name: A, population: 10, households: 5, buildings: 1, over-60: 11}", "0 to 10")]
    [InlineData("{name: A, population: 10, households: 5, buildings: 1, over-60: 4, over-80-alone: 5}", "0 to 4")]
    [InlineData("{name: A, population: 10, households: 5, buildings: 1, over-60: 1, collective: 6}", "0 to 5")]
    [InlineData("{name: A, population: 10, households: 5, buildings: 1, over-60: 7, collective: 4}", "0 to 6")]
    [InlineData("{name: A, population: 10, households: 5, buildings: 1}", "the key \"over-60\"")]
    [InlineData("{name: B, population: 10, households: 5, buildings: 1, over-60: 1}", "line 2 has it already")]
    public void An_estate_that_cannot_be_is_refused(string estate, string expected)
    {
        const string first = "{name: B, population: 9, households: 3, buildings: 1, over-60: 1}";
        InputError error = Refused($"town: {{estates: [\n {first},\n " + estate
            + "]}\nname: x\nstart: 2023-01-01\nhorizon: 9\n");
        Assert.Equal(3, error.Line);
        Assert.Contains(expected, error.Expectation, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_policies_do_not_fight_over_one_lever()
    {
        InputError error = Refused(Head + """
            policies:
              - name: p
                steps: [{set: {visits: 2}, until: 50}]
              - name: q
                steps:
                  - set: {events: 1}
                  - from: 40
                    set:
                      visits: 3
            """);
        Assert.Equal(13, error.Line);
        Assert.Equal("visits set to 2 by \"p\" and to 3 by \"q\"", error.Value);
        Assert.EndsWith("x.yaml:7)", error.Expectation, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_in_one_line_each()
    {
        using var folder = new TestFolder();
        string path = folder.Write("x.yaml", "name: x\ntwn: estate\nstart: 1\nhorizon: \"a\\nb\"\n");
        InputException e = Assert.Throws<InputException>(() => ScenarioFile.Read(path));
        Assert.Equal([2, 1, 4, 3], e.Errors.Select(x => x.Line));
        Assert.All(e.Errors, x => Assert.DoesNotContain('\n', x.ToString()));
    }

    [Fact]
    public void An_error_in_a_file_that_is_named_stands_in_that_file()
    {
        using var folder = new TestFolder();
        string policy = folder.Write("p.yaml", "name: p\nsteps:\n  - set: {visits: many}\n");
        string path = folder.Write("x.yaml", Head + "policies: [p.yaml]\n");
        InputError error = Assert.Single(Assert.Throws<InputException>(() => ScenarioFile.Read(path)).Errors);
        Assert.Equal((policy, 3), (error.File, error.Line));
    }

    [Theory]
    [InlineData("item,worth\nsite-year,1\n", 1)]
    [InlineData("item,price\nsite-yaer,1\n", 2)]
    [InlineData("item,price\nsite-year,-1\n", 2)]
    [InlineData("item,price\nsite-year,1\nsite-year,2\n", 3)]
    public void A_price_list_is_read_strictly(string csv, int line)
    {
        using var folder = new TestFolder();
        string costs = folder.Write("costs.csv", csv);
        string path = folder.Write("x.yaml", Head + "costs: costs.csv\n");
        InputError error = Assert.Single(Assert.Throws<InputException>(() => ScenarioFile.Read(path)).Errors);
        Assert.Equal((costs, line), (error.File, error.Line));
    }

    [Fact]
    public void A_command_changes_policies_shocks_and_horizon()
    {
        using var folder = new TestFolder();
        string path = folder.Write("in/x.yaml", Head + "policies: [none]\nshocks: [{kind: heat, from: 1}]\n");
        string policy = folder.Write("p.yaml", "name: p\nsteps: [{set: {events: 3}}]\n");
        Scenario s = ScenarioFile.Read(path, new ScenarioChanges([policy, "guardianship"], [], 12)).Scenario;
        Assert.Equal(12, s.HorizonDays);
        Assert.Equal(["p", "guardianship"], s.Policies.Select(p => p.Name));
        Assert.Empty(s.Shocks);
    }

    [Theory]
    [InlineData("ten")]
    [InlineData("-5")]
    public void Days_named_elsewhere_do_not_hide_a_wrong_horizon(string horizon)
    {
        using var folder = new TestFolder();
        string path = folder.Write("x.yaml", Head.Replace("horizon: 100", $"horizon: {horizon}"));
        InputError error = Assert.Throws<InputException>(
            () => ScenarioFile.Read(path, new ScenarioChanges(Days: 3))).Error;
        Assert.Equal((4, horizon), (error.Line, error.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_096)]
    public void A_horizon_of_the_command_has_the_bounds_of_the_files(int days)
    {
        using var folder = new TestFolder();
        string path = folder.Write("x.yaml", Head);
        InputError error = Assert.Throws<InputException>(
            () => ScenarioFile.Read(path, new ScenarioChanges(Days: days))).Error;
        Assert.Equal($"--days: found {days}; expected a whole number from 1 to 1095", error.ToString());
    }

    private static InputError Refused(string text)
    {
        using var folder = new TestFolder();
        string path = folder.Write("x.yaml", text);
        return Assert.Throws<InputException>(() => ScenarioFile.Read(path)).Error;
    }
}
