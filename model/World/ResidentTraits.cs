using System.Runtime.InteropServices;

namespace Jinlin.Model.World;

/// <summary>Yes-or-no facts about a resident, frozen at synthesis.</summary>
[Flags]
public enum Trait : uint
{
    None = 0,
    LivesAlone = 1 << 0,
    Frail = 1 << 1,
    Disabled = 1 << 2,

    /// <summary>Pregnant during the run.</summary>
    Pregnant = 1 << 3,

    /// <summary>流动人口 without local household registration.</summary>
    Migrant = 1 << 4,

    /// <summary>One of the 22.1 % of those over 60 who find cooking hard.</summary>
    CookingHard = 1 << 5,

    /// <summary>Speaks for a household with children under 13; CHILDCARE arises here.</summary>
    Parent = 1 << 6,

    /// <summary>The first of its household; household needs arise here.</summary>
    HouseholdHead = 1 << 7,

    /// <summary>Lives in a collective household (dormitory).</summary>
    Collective = 1 << 8,
    Clinician = 1 << 9,
    Driver = 1 << 10,
    Repairer = 1 << 11,
    Mediator = 1 << 12,
    Coach = 1 << 13,
    Homebound = 1 << 14,
    AirConditioned = 1 << 15,
    Woman = 1 << 16,

    /// <summary>Party member or other registered activist: may become building head or center household.</summary>
    Activist = 1 << 17,
}

/// <summary>The groups by which equity is read, frozen from propensities.</summary>
[Flags]
public enum Groups : byte
{
    None = 0,
    Over80Alone = 1,
    FrailOrDisabled = 2,
    Migrant = 4,

    /// <summary>Off chat: an adult who would not be a member even at full coverage.</summary>
    OffChat = 8,
}

/// <summary>How often somebody meets neighbors (rule 13).</summary>
public enum ContactClass : byte
{
    Daily,
    Weekly,
    Rarely,
    Never,
}

/// <summary>What synthesis froze about a resident. Read-only to everybody: part of the context (law 1).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct ResidentTraits
{
    public Trait Flags;

    /// <summary>Index of the household within the estate.</summary>
    public int Household;

    /// <summary>Index of the building within the estate.</summary>
    public ushort Building;

    /// <summary>Whole years, 0 to 110.</summary>
    public byte Age;

    public byte Floor;

    /// <summary>Which kind of week.</summary>
    public Timetable Timetable;

    public ContactClass Contact;

    public Groups Groups;

    /// <summary>Demographic class for need rates; see <see cref="NeedRates.ClassOf"/>.</summary>
    public byte RateClass;

    /// <summary>Altruism A: lognormal, σ .8, mean 1 (rule 3).</summary>
    public float Altruism;

    /// <summary>Digital propensity, 0 to 1: enters the ask (rule 2).</summary>
    public float Digital;

    /// <summary>
    /// The chat coverage from which on this resident is a member: a uniform number over the propensity (70 % of
    /// adults, 35 % from 80 years on), so that a smaller coverage's members are among a larger one's. Above 1: never.
    /// </summary>
    public float ChatRank;

    /// <summary>ξ of rule 11: N(0, .5).</summary>
    public float LonelinessBias;

    /// <summary>FAVOR's keyed Gamma(shape .5, mean 1) factor.</summary>
    public float FavorFactor;

    public readonly bool Is(Trait trait) => (Flags & trait) != 0;
}
