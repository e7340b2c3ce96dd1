using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;

namespace Jinlin.Model.World;

/// <summary>What an estate counts at midnight.</summary>
public sealed partial class EstatePopulation
{
    private CostAccount? _costs;

    /// <summary>Writes the day's integers in the layout of <see cref="IndicatorCatalog"/>.</summary>
    public void EndDay(Day day, Span<long> indicators)
    {
        Scenario scenario = _setting.Scenario;
        _costs ??= new CostAccount(EstateSize.Of(scenario.Town, _roster), scenario.Prices);
        _tally.Add(Metric.CostFen, _costs.FenOn(day, _setting.Levers));
        _tally.EndDay(day);
        if (EstateSurvey.IsDue(day, scenario.BurnInDays, scenario.End.Day.Value - 1)) TakeSurvey(day);
        _tally.Write(day, indicators);
        if (day.Value == scenario.BurnInDays - 1) _tally.BeginCourse();
    }

    private void TakeSurvey(Day day)
    {
        Span<long> survey = _tally.Survey;
        survey.Clear();
        EstateSurvey.Residents(day, _roster, _residents, _ties, _tally, survey);
        EstateSurvey.Organizations(day, _roster, _organizations, _orders, _members, survey);
        EstateSurvey.Stocks(day, _organizations, _setting.Parameters, survey);
        for (int slot = 0; slot < _residents.Length; slot++)
            EstateSurvey.Add(survey, EstateSum.OpenNeeds, _needs[slot].Count);
    }
}
