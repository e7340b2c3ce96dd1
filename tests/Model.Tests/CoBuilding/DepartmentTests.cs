using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class DepartmentTests
{
    /// <summary>Section 2: utilization .7 without whistle, so .7 of the capacity is used.</summary>
    [Fact]
    public void Departments_are_busy_to_seven_tenths_without_whistle()
    {
        using var town = new CoTown(residents: 60);
        town.RunDays(200);
        double capacity = town.City.Servers * Minute.PerDay * 200 * CitySlots.Departments;
        Assert.Equal(0.7, town.City.WorkMinutes / capacity, 0.01);
        // With over a hundred servers at .7 hardly anything waits (Erlang C is far below .01).
        Assert.True(town.City.QueueDays < 0.05, $"{town.City.QueueDays} days wait");
    }

    /// <summary>
    /// A fluid above its capacity grows by the difference: with repairs whistled at, load − 1 days a day (within what
    /// chance adds), and no department ever does more than its capacity (invariant, checked each midnight).
    /// </summary>
    [Fact]
    public void Over_whistling_lengthens_the_queues()
    {
        var p = new Parameters();
        using var town = new CoTown(residents: 60, levers: [(Lever.Whistle, 3), (Lever.WhistleRepairShare, 0.5),
            (Lever.WhistleDeadline, 168)]);
        town.RunDays(100);
        double publicWork = p.PublicVoiced * 2.2 * PublicMatter.MeanServiceDays(p.DepartmentServiceDays, p);
        double repairWork = p.RepairsVoiced * 0.5 * PublicMatter.MeanServiceDays(p.RepairServiceDays, p);
        double load = 0.7 * (publicWork + repairWork) / publicWork;
        Assert.True(load > 1.2);
        Assert.Equal(100 * (load - 1), town.City.QueueDays, 100 * (load - 1) * 0.08);
        double capacity = town.City.Servers * Minute.PerDay * 100 * CitySlots.Departments;
        Assert.Equal(1, town.City.WorkMinutes / capacity, 0.02);
    }

    [Fact]
    public void The_city_survives_a_snapshot()
    {
        using var town = new CoTown(residents: 60, levers: [(Lever.Whistle, 2), (Lever.WhistleDeadline, 168)]);
        town.RunDays(20);
        StateWriter writer = StateWriter.ToBytes();
        town.City.Save(writer);
        using var other = new CoTown(residents: 60, levers: [(Lever.Whistle, 2), (Lever.WhistleDeadline, 168)]);
        other.City.Load(new StateReader(writer.Bytes));
        StateWriter again = StateWriter.ToBytes();
        other.City.Save(again);
        Assert.True(writer.Bytes.Span.SequenceEqual(again.Bytes.Span));
    }
}
