namespace Jinlin.Model.World;

/// <summary>Household sizes that add up exactly, spread evenly over the buildings.</summary>
internal static class Households
{
    private const int Largest = 8;

    /// <summary>People in one room of a collective household.</summary>
    private const int Room = 6;

    /// <summary>Shares of 1 to 6 people; their mean, 2.36, is near Xiamen's 2.33 (seventh census).</summary>
    private static readonly double[] Shares = [0.28, 0.33, 0.22, 0.11, 0.045, 0.015];

    public static HouseholdTraits[] Build(EstatePlan plan, SynthesisDraw draw)
    {
        int rooms = (plan.Collective + Room - 1) / Room;
        var sizes = new int[plan.Households];
        int people = plan.Population - plan.Collective, sum = 0;
        if (people < sizes.Length || (sizes.Length == 0 && people > 0))
            throw new ArgumentException($"{plan.Name}: {sizes.Length} households of {people} people", nameof(plan));
        for (int h = 0; h < sizes.Length; h++)
            sum += sizes[h] = SizeOf(draw.OfEstate(Purpose.HouseholdSize, (uint)h));
        int[] order = draw.Order(Purpose.HouseholdOrder, sizes.Length);
        for (int most = Largest; sum != people; most++) Adjust(sizes, order, people, most, ref sum);
        MakeSingles(sizes, order, plan.Over80Alone ?? 0);
        return Place(plan, sizes, rooms);
    }

    /// <summary>One person more or less per household, in keyed order, until the total fits.</summary>
    private static void Adjust(int[] sizes, int[] order, int people, int most, ref int sum)
    {
        for (bool changed = true; changed && sum != people;)
        {
            changed = false;
            foreach (int h in order)
            {
                if (sum == people) return;
                int step = Math.Sign(people - sum);
                if (sizes[h] + step < 1 || sizes[h] + step > most) continue;
                sizes[h] += step;
                sum += step;
                changed = true;
            }
        }
    }

    /// <summary>
    /// As many households of one as there are people of 80 and over who live alone, if the totals allow it: those who
    /// move out go to the larger households, one each in turn.
    /// </summary>
    private static void MakeSingles(int[] sizes, int[] order, int wanted)
    {
        int missing = wanted, larger = 0, moving = 0;
        foreach (int size in sizes)
        {
            if (size == 1) missing--;
            else larger++;
        }
        for (int i = 0; missing > 0 && larger > 1; i++)
        {
            ref int size = ref sizes[order[i]];
            if (size == 1) continue;
            moving += size - 1;
            size = 1;
            missing--;
            larger--;
        }
        for (int most = Largest; moving > 0; most++)
        {
            foreach (int h in order)
            {
                if (moving == 0 || sizes[h] == 1 || sizes[h] >= most) continue;
                sizes[h]++;
                moving--;
            }
        }
    }

    private static HouseholdTraits[] Place(EstatePlan plan, int[] sizes, int rooms)
    {
        var households = new HouseholdTraits[sizes.Length + rooms];
        int next = 0, left = plan.Collective;
        for (int h = 0; h < households.Length; h++)
        {
            int building = (int)((long)h * plan.Buildings / households.Length);
            int size = h < sizes.Length ? sizes[h] : Math.Min(Room, left);
            if (h >= sizes.Length) left -= size;
            households[h] = new HouseholdTraits(next, size, building);
            next += size;
        }
        return households;
    }

    private static int SizeOf(double u)
    {
        int size = 1;
        foreach (double share in Shares)
        {
            if (u < share) return size;
            u -= share;
            size++;
        }
        return Shares.Length;
    }
}
