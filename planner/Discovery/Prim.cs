namespace Jinlin.Planner.Discovery;

/// <summary>
/// Finds conditions under which something happens: the patient rule induction method (Friedman and Fisher 1999,
/// Statistics and Computing 9, 123), as used for scenario discovery by Bryant and Lempert 2010. It peels thin slices off
/// the box around all cases, each time the one whose loss raises the density most for the cases given up, then pastes
/// what helps back on. Numbers and categories are weighed alike (Kwakkel and Jaxa-Rozen 2016, Environ. Model. Softw. 79, 311).
/// </summary>
/// <param name="Peel">Share of the cases in a box that a slice holds, above 0, below one half.</param>
/// <param name="Paste">The same, of what is given back.</param>
/// <param name="LeastMass">Share of all cases below which no box goes.</param>
public sealed record Prim(double Peel = .05, double Paste = .05, double LeastMass = .05)
{
    /// <summary>The boxes on the way, the one around all cases first.</summary>
    public IReadOnlyList<FoundBox> Run(CaseTable table)
    {
        var way = new List<FoundBox> { FoundBox.Of(table, table.Whole) };
        if (table.Count == 0) return way;
        Box box = table.Whole;
        int[] inside = table.Inside(box);
        while (Best(table, inside, Peels(table, box, inside)) is { } peeled
            && peeled.Inside.Length < inside.Length && peeled.Score > 0 && IsHeavy(peeled.Inside.Length))
            Go(peeled);
        while (Best(table, inside, Pastes(table, box)) is { } pasted
            && pasted.Inside.Length > inside.Length && pasted.Score > 0
            && table.Density(pasted.Inside) > table.Density(inside) && IsHeavy(pasted.Inside.Length))
            Go(pasted);
        return way;

        bool IsHeavy(int cases) => (double)cases / table.Count >= LeastMass;

        void Go(Candidate next)
        {
            (box, inside) = (next.Box, next.Inside);
            way.Add(FoundBox.Of(table, box));
        }
    }

    private sealed record Candidate(Box Box, int[] Inside, double Score);

    /// <summary>The highest gain in density for a case given up or taken in; among equals the one with fewer limits.</summary>
    private static Candidate? Best(CaseTable table, int[] inside, IEnumerable<Box> boxes)
    {
        double before = table.Density(inside);
        return boxes.Select(box =>
            {
                int[] cases = table.Inside(box);
                int change = Math.Abs(inside.Length - cases.Length);
                return new Candidate(box, cases, change == 0 ? 0 : (table.Density(cases) - before) / change);
            })
            .OrderByDescending(c => c.Score).ThenBy(c => c.Box.Restricted(table.Whole).Length).FirstOrDefault();
    }

    private IEnumerable<Box> Peels(CaseTable table, Box box, int[] inside)
    {
        for (int d = 0; d < table.Conditions.Count; d++)
        {
            Condition condition = table.Conditions[d];
            Limit limit = box.Limits[d];
            if (condition.Kind == ConditionKind.Category)
            {
                if (limit.Categories < 2) continue;
                for (ulong left = limit.Allowed; left != 0; left &= left - 1)
                    yield return box.With(d, limit with { Allowed = limit.Allowed & ~(left & (~left + 1)) });
                continue;
            }
            double[] sorted = [.. inside.Select(i => condition.Values[i]).Order()];
            double high = Cut(sorted, 1 - Peel), low = Cut(sorted, Peel);
            if (condition.Kind == ConditionKind.Whole)
            {
                high = sorted.LastOrDefault(v => v <= high && v < sorted[^1], sorted[0]);
                low = sorted.FirstOrDefault(v => v >= low && v > sorted[0], sorted[^1]);
            }
            yield return box.With(d, limit with { High = high });
            yield return box.With(d, limit with { Low = low });
        }
    }

    private IEnumerable<Box> Pastes(CaseTable table, Box box)
    {
        foreach (int d in box.Restricted(table.Whole))
        {
            Condition condition = table.Conditions[d];
            Limit limit = box.Limits[d], whole = table.Whole.Limits[d];
            if (condition.Kind == ConditionKind.Category)
            {
                for (ulong left = whole.Allowed & ~limit.Allowed; left != 0; left &= left - 1)
                    yield return box.With(d, limit with { Allowed = limit.Allowed | (left & (~left + 1)) });
                continue;
            }
            yield return box.With(d, limit with
            {
                Low = Beyond(limit with { Low = whole.Low, High = limit.Low }, 1 - Paste, whole.Low),
            });
            yield return box.With(d, limit with
            {
                High = Beyond(limit with { Low = limit.High, High = whole.High }, Paste, whole.High),
            });

            double Beyond(Limit outside, double share, double end)
            {
                double[] sorted =
                    [.. table.Inside(box.With(d, outside)).Select(i => condition.Values[i]).Order()];
                if (sorted.Length == 0) return end;
                double cut = Cut(sorted, share);
                return condition.Kind == ConditionKind.Real ? cut : Math.Truncate(cut);
            }
        }
    }

    /// <summary>
    /// Where to cut so that equal values stay together: midway between the two neighbors of the quantile, moved outward
    /// from the middle of the data until they differ.
    /// </summary>
    private static double Cut(double[] sorted, double share)
    {
        double at = (sorted.Length - 1) * share;
        int low = (int)Math.Floor(at), high = (int)Math.Ceiling(at);
        if (share > .5)
        {
            while (sorted[low].Equals(sorted[high]) && low > 0) low--;
        }
        else
        {
            while (sorted[low].Equals(sorted[high]) && high < sorted.Length - 1) high++;
        }
        return (sorted[low] + sorted[high]) / 2;
    }
}
