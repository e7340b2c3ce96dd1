namespace Jinlin.Model.World;

/// <summary>
/// Ages that meet the estate's totals exactly: those of 60 and over (15 % of them alone), those of 80 and over who
/// live alone where given, children up to 15.
/// </summary>
internal static class Ages
{
    private const byte Adult = 1, Elder = 2, Child = 3;

    /// <summary>Shares of 60–64, 65–69 … 85 and over among the elders; from the national seventh census.</summary>
    private static readonly double[] ElderBands = [0.28, 0.28, 0.19, 0.12, 0.08, 0.05];

    public static void Assign(
        EstatePlan plan, HouseholdTraits[] households, ResidentTraits[] residents, SynthesisDraw draw, Parameters p)
    {
        int family = plan.Households;
        var part = new byte[residents.Length];
        Array.Fill(part, Adult);
        int[] order = draw.Order(Purpose.ElderHouseholds, family);
        int alone = Math.Max(plan.Over80Alone ?? 0, (int)((p.AloneOver60 * plan.Over60) + 0.5));
        List<int> elderAlone = PlaceElders(plan.Over60, alone, households, order, part);
        PlaceChildren((int)((p.ShareChildren * plan.Population) + 0.5), households, family, draw, part);
        DrawAges(residents, part, draw);
        if (plan.Over80Alone is { } wanted) SettleOldestAlone(wanted, elderAlone, residents, draw);
    }

    private static List<int> PlaceElders(int elders, int alone, HouseholdTraits[] households, int[] order, byte[] part)
    {
        var elderAlone = new List<int>(alone);
        int left = elders;
        foreach (int h in order)
        {
            if (elderAlone.Count == alone || left == 0) break;
            if (households[h].Count != 1) continue;
            part[households[h].FirstResident] = Elder;
            elderAlone.Add(households[h].FirstResident);
            left--;
        }
        // Couples first, then one elder in larger households, then whoever is left: old estates need all rounds.
        for (int round = 0; left > 0 && round < 4; round++)
        {
            for (int i = order.Length - 1; i >= 0 && left > 0; i--)
            {
                HouseholdTraits h = households[order[i]];
                bool takes = round switch
                {
                    0 => h.Count == 2 && i % 3 == 0,
                    1 => h.Count >= 3 && i % 2 == 0,
                    2 => h.Count >= 2,
                    _ => true,
                };
                int places = !takes ? 0 : round == 0 ? 2 : round == 1 ? 1 : h.Count;
                for (int m = 0; m < places && left > 0; m++)
                {
                    int slot = round == 1 ? h.FirstResident + h.Count - 1 : h.FirstResident + m;
                    if (part[slot] == Elder) continue;
                    part[slot] = Elder;
                    left--;
                    if (h.Count == 1) elderAlone.Add(slot);
                }
            }
        }
        return elderAlone;
    }

    /// <summary>The third and further members of a household, where they are no elders.</summary>
    private static void PlaceChildren(
        int children, HouseholdTraits[] households, int family, SynthesisDraw draw, byte[] part)
    {
        int[] order = draw.Order(Purpose.ChildHouseholds, family);
        for (int member = 2; member < 8 && children > 0; member++)
        {
            foreach (int i in order)
            {
                HouseholdTraits h = households[i];
                if (children == 0) break;
                if (h.Count <= member || part[h.FirstResident + member] == Elder) continue;
                part[h.FirstResident + member] = Child;
                children--;
            }
        }
    }

    private static void DrawAges(ResidentTraits[] residents, byte[] part, SynthesisDraw draw)
    {
        for (int i = 0; i < residents.Length; i++)
        {
            double u = draw.Of(i, Purpose.Age);
            residents[i].Age = part[i] switch
            {
                Child => (byte)(u * 16),
                Elder => ElderAge(u),
                _ => (byte)(16 + (u * 44)),
            };
        }
    }

    private static byte ElderAge(double u)
    {
        for (int band = 0; band < ElderBands.Length; band++)
        {
            int width = band == ElderBands.Length - 1 ? 13 : 5;
            if (u < ElderBands[band]) return (byte)(60 + (5 * band) + (int)(width * u / ElderBands[band]));
            u -= ElderBands[band];
        }
        return 97;
    }

    /// <summary>Exactly so many of the elders who live alone are 80 or over.</summary>
    private static void SettleOldestAlone(int wanted, List<int> alone, ResidentTraits[] residents, SynthesisDraw draw)
    {
        alone.Sort((a, b) => draw.Of(a, Purpose.Age, 1).CompareTo(draw.Of(b, Purpose.Age, 1)));
        for (int i = 0; i < alone.Count; i++)
        {
            double u = draw.Of(alone[i], Purpose.Age, 2);
            residents[alone[i]].Age = (byte)(i < wanted ? 80 + (int)(u * 15) : 60 + (int)(u * 20));
        }
    }
}
