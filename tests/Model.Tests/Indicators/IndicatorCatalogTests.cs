using Jinlin.Model.Indicators;

namespace Jinlin.Model.Tests.Indicators;

public class IndicatorCatalogTests
{
    [Fact]
    public void Every_place_has_one_name()
    {
        Assert.Equal(IndicatorCatalog.Count, IndicatorCatalog.Names.Count);
        Assert.DoesNotContain(null, IndicatorCatalog.Names);
        Assert.Equal(IndicatorCatalog.Count, IndicatorCatalog.Names.Distinct().Count());
    }

    [Fact]
    public void Every_metric_has_its_place()
    {
        foreach (Metric metric in Enum.GetValues<Metric>())
            Assert.StartsWith("metric.", IndicatorCatalog.Names[IndicatorCatalog.Of(metric)]);
        Assert.Equal(Tally.Metrics, Enum.GetValues<Metric>().Length);
        Assert.Equal("metric.volunteer-minutes", IndicatorCatalog.Names[IndicatorCatalog.Of(Metric.VolunteerMinutes)]);
    }
}
