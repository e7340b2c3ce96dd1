using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// Everything about a person that does not follow from the estate's totals: shares, skills, inclinations.
/// </summary>
internal static class Persons
{
    public static void Assign(
        EstatePlan plan, HouseholdTraits[] households, BuildingTraits[] buildings, ResidentTraits[] residents,
        SynthesisDraw draw, Parameters p)
    {
        Span<uint> bits = stackalloc uint[32];
        for (int h = 0; h < households.Length; h++)
        {
            HouseholdTraits household = households[h];
            bool collective = plan.People is null && h >= plan.Households;
            bool children = false;
            for (int m = 0; m < household.Count; m++) children |= residents[household.FirstResident + m].Age < 13;
            bool cooled = draw.OfEstate(Purpose.AirConditioning, (uint)h) < p.ShareAirConditioned;
            for (int m = 0; m < household.Count; m++)
            {
                int slot = household.FirstResident + m;
                ref ResidentTraits r = ref residents[slot];
                draw.Fill(slot, Purpose.Person, bits);
                r.Household = h;
                r.Building = (ushort)household.Building;
                if (collective) r.Flags |= Trait.Collective;
                if (m == 0) r.Flags |= Trait.HouseholdHead;
                if (household.Count == 1) r.Flags |= Trait.LivesAlone;
                if (m == 0 && children) r.Flags |= Trait.Parent;
                if (cooled) r.Flags |= Trait.AirConditioned;
                int floors = buildings[household.Building].Floors;
                r.Floor = (byte)(1 + (int)(draw.OfEstate(Purpose.Floor, (uint)h) * floors));
                Describe(ref r, plan.People?[slot], plan.MigrantShare, bits, p);
            }
        }
    }

    private static void Describe(
        ref ResidentTraits r, ImportedResident? given, double migrants, ReadOnlySpan<uint> bits, Parameters p)
    {
        int age = r.Age;
        bool adult = age >= 18;
        Set(ref r, Trait.Woman, given?.Woman, bits[0], 0.5, true);
        double frail = age >= 80 ? p.FrailOver80 : p.FrailOver60;
        Set(ref r, Trait.Frail, given?.Frail, bits[1], frail, age >= 60);
        Set(ref r, Trait.Disabled, given?.Disabled, bits[2], age >= 60 ? p.DisabledOver60 : p.Disabled, true);
        Set(ref r, Trait.Pregnant, bits[3], p.Pregnant, r.Is(Trait.Woman) && age is >= 20 and < 45);
        Set(ref r, Trait.Migrant, given?.Migrant, bits[4], migrants, age < 60);
        Set(ref r, Trait.CookingHard, bits[5], p.CookingHard, age >= 60);
        double clinicians = p.ShareClinicians / AdultShare;
        Set(ref r, Trait.Clinician, given?.Clinician, bits[6], clinicians, age is >= 22 and < 70);
        Set(ref r, Trait.Driver, bits[7], p.ShareDrivers, age is >= 20 and < 70);
        Set(ref r, Trait.Repairer, bits[8], p.ShareRepairers, age is >= 20 and < 75);
        Set(ref r, Trait.Mediator, bits[9], p.ShareMediators, age is >= 35 and < 80);
        Set(ref r, Trait.Coach, bits[10], p.ShareCoaches, age is >= 14 and < 70);
        Set(ref r, Trait.Homebound, bits[11], p.HomeboundFrail, age >= 60 && r.Is(Trait.Frail));
        Set(ref r, Trait.Activist, bits[12], p.ShareActivists, adult);
        double[] contact = [p.ContactDaily, p.ContactWeekly, p.ContactRarely];
        r.Contact = ContactOf(Chance.ToUniform(bits[13]), contact);
        // Mean 1: the median of a lognormal is e^(−σ²/2) of its mean.
        r.Altruism = (float)PortableMath.Lognormal(
            Chance.ToUniform(bits[14]), PortableMath.Exp(-p.AltruismSpread * p.AltruismSpread / 2), p.AltruismSpread);
        double digital = Chance.ToUniform(bits[15]);
        r.Digital = (float)Math.Clamp(digital - (age >= 80 ? 0.5 : age >= 60 ? 0.25 : 0) + 0.1, 0, 1);
        r.ChatRank = adult
            ? (float)(Chance.ToUniform(bits[16]) / (age >= 80 ? p.ChatOver80 : p.ChatAdults))
            : float.MaxValue;
        r.LonelinessBias = (float)(p.LonelinessSpread * PortableMath.NormalInverse(Chance.ToUniform(bits[17])));
        double z = PortableMath.NormalInverse((1 + Chance.ToUniform(bits[18])) / 2);
        r.FavorFactor = (float)(z * z);
        r.Timetable = Schedule.Of(
            age, r.Is(Trait.Homebound), r.Is(Trait.Collective), Chance.ToUniform(bits[19]));
        r.RateClass = NeedRates.ClassOf(r);
        r.Groups = GroupsOf(r);
    }

    /// <summary>Share of the population at clinicians' ages: the share of clinicians is of everybody.</summary>
    private const double AdultShare = 0.74;

    private static Groups GroupsOf(in ResidentTraits r) =>
        (r.Age >= 80 && r.Is(Trait.LivesAlone) ? Groups.Over80Alone : 0)
        | (r.Is(Trait.Frail) || r.Is(Trait.Disabled) ? Groups.FrailOrDisabled : 0)
        | (r.Is(Trait.Migrant) ? Groups.Migrant : 0)
        | (r.Age >= 18 && r.ChatRank >= 1 ? Groups.OffChat : 0);

    private static ContactClass ContactOf(double u, ReadOnlySpan<double> shares)
    {
        for (int c = 0; c < shares.Length; c++)
        {
            if (u < shares[c]) return (ContactClass)c;
            u -= shares[c];
        }
        return ContactClass.Never;
    }

    /// <summary>What an import says, no as well as yes; else drawn.</summary>
    private static void Set(ref ResidentTraits r, Trait trait, bool? given, uint bits, double share, bool applies)
    {
        if (given is null) Set(ref r, trait, bits, share, applies);
        else if (given.Value) r.Flags |= trait;
    }

    private static void Set(ref ResidentTraits r, Trait trait, uint bits, double share, bool applies)
    {
        if (applies && bits < Chance.Threshold(share)) r.Flags |= trait;
    }
}
