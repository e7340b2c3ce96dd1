using Jinlin.Model.Engine;
using Jinlin.Planner.Discovery;

namespace Jinlin.Planner.Tests.Discovery;

public class PrimTests
{
    /// <summary>Bryant and Lempert 2010's cases, with the results of the EMA Workbench's documentation.</summary>
    [Fact]
    public void The_published_boxes()
    {
        CaseTable table = BryantLempert();

        IReadOnlyList<FoundBox> way = new Prim(Peel: .1, LeastMass: .05).Run(table);

        Expect(way[0], 1, .100907, 1, 0);
        Expect(way[10], 1, .300676, .335601, 3);
        Expect(way[21], .752809, .770115, .098639, 4);
        FoundBox box = way[21];
        (string Name, double Low, double High, double QuasiP)[] published =
        [
            ("Cellulosic cost", 72.65, 133.7, .157), ("Total biomass", 450, 755.8, 4.7e-6),
            ("Demand elasticity", -.422, -.202, 1.2e-16), ("Biomass backstop price", 150.05, 199.6, 3.5e-11),
        ];
        Assert.Equal(published.Select(p => p.Name), box.Restricted.Select(d => table.Conditions[d].Name));
        foreach ((int d, (string name, double low, double high, double quasiP)) in box.Restricted.Zip(published))
        {
            Assert.Equal(low, box.Box.Limits[d].Low, .0051);
            Assert.Equal(high, box.Box.Limits[d].High, .051);
            (double? below, double? above) = box.QuasiP(table, d);
            double one = Assert.Single(new[] { below, above }.OfType<double>());
            Assert.True(Math.Abs(one - quasiP) < .05 * quasiP, $"{name}: {one}, published {quasiP}");
        }
    }

    [Fact]
    public void It_finds_the_box_that_was_planted_and_finds_it_again_in_halves()
    {
        CaseTable table = Planted(800);

        IReadOnlyList<FoundBox> way = new Prim().Run(table);
        FoundBox pure = way.First(b => b.Density > .95);

        Assert.Equal([0, 2], pure.Restricted);
        Assert.InRange(pure.Box.Limits[0].Low, .55, .65);
        Assert.Equal(0b010UL, pure.Box.Limits[2].Allowed);
        Assert.InRange(pure.Coverage, .9, 1);
        IReadOnlyList<Reproduced> again = Reproduced.Of(table, new Prim(), pure);
        Assert.InRange(again[0].AtDensity, .9, 1);
        Assert.InRange(again[2].AtCoverage, .9, 1);
    }

    [Fact]
    public void Whole_numbers_are_cut_between_values()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => (double)(i % 5))];
        var table = new CaseTable([new("level", ConditionKind.Whole, values)], [.. values.Select(v => v >= 3)]);

        FoundBox last = new Prim().Run(table)[^1];

        Assert.Equal(new Limit(3, 4, 0), last.Box.Limits[0]);
        Assert.Equal(1, last.Density);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_all_cases_are_alike_there_is_no_box(bool all)
    {
        var table = new CaseTable([new("x", ConditionKind.Real, [1, 2, 3, 4])], [all, all, all, all]);

        FoundBox only = Assert.Single(new Prim().Run(table));

        Assert.Empty(only.Restricted);
    }

    private static void Expect(FoundBox box, double coverage, double density, double mass, int restricted)
    {
        Assert.Equal(coverage, box.Coverage, 6);
        Assert.Equal(density, box.Density, 6);
        Assert.Equal(mass, box.Mass, 6);
        Assert.Equal(restricted, box.Restricted.Count);
    }

    /// <summary>Interesting where x ≥ .6 and the name is the second; y tells nothing.</summary>
    private static CaseTable Planted(int count)
    {
        var chance = new Chance(3);
        double[] x = [.. Enumerable.Range(0, count).Select(i => chance.Uniform((uint)i, 0, 1))];
        double[] y = [.. Enumerable.Range(0, count).Select(i => chance.Uniform((uint)i, 1, 1))];
        double[] name = [.. Enumerable.Range(0, count).Select(i => Math.Floor(3 * chance.Uniform((uint)i, 2, 1)))];
        return new CaseTable(
            [
                new("x", ConditionKind.Real, x), new("y", ConditionKind.Real, y),
                new("name", ConditionKind.Category, name) { Names = ["a", "b", "c"] },
            ],
            [.. x.Select((v, i) => v >= .6 && name[i] == 1)]);
    }

    private static CaseTable BryantLempert()
    {
        string file = Path.Combine(TestData.Folder("prim"), "bryant-lempert-2010.csv");
        string[][] rows = [.. File.ReadLines(file).Select(line => line.Split(','))];
        string[] names = rows[0];
        rows = rows[1..];
        return new CaseTable(
            [.. Enumerable.Range(2, 9).Select(c => new Condition(names[c], ConditionKind.Real,
                [.. rows.Select(r => double.Parse(r[c], System.Globalization.CultureInfo.InvariantCulture))]))],
            [.. rows.Select(r => r[15].Trim() == "1")]);
    }
}
