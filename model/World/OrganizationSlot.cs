namespace Jinlin.Model.World;

/// <summary>
/// The organizations of an estate, each with its reserved place after the residents and buildings. Those that a
/// policy creates exist idle in every world, so that no policy renumbers anybody.
/// </summary>
public enum OrganizationSlot : byte
{
    /// <summary>微信群 the estate's group chat.</summary>
    Chat,

    /// <summary>物业 property manager; always there.</summary>
    PropertyManager,

    /// <summary>业委会 owners' committee: deliberation of the estate's affairs.</summary>
    OwnersCommittee,

    /// <summary>The estate's desk of the ambulance station (quota by mail); always there.</summary>
    AmbulanceDesk,

    /// <summary>The estate's desk of the lift contractor; always there.</summary>
    LiftDesk,

    /// <summary>The line to the city's hotline; always there.</summary>
    HotlineDesk,

    /// <summary>值班 the duty officer's desk, for emergency whistles.</summary>
    DutyDesk,

    /// <summary>小区党支部 estate branch.</summary>
    Branch,

    /// <summary>A second branch.</summary>
    SecondBranch,

    /// <summary>厝边帮帮团 the neighbors' help group.</summary>
    HelpGroup,

    /// <summary>三红 waste-sorting monitors.</summary>
    SortingTeam,

    /// <summary>绿管家 tree adoption.</summary>
    TreeTeam,

    /// <summary>妇女组织 women's organization.</summary>
    WomensTeam,

    /// <summary>Marshals at works.</summary>
    MarshalTeam,

    /// <summary>Home services (haircuts at home), also under lockdown.</summary>
    HomeServiceTeam,

    /// <summary>近邻评理室 reasoning room.</summary>
    ReasoningRoom,

    /// <summary>活动室 venue of folk activities and events.</summary>
    Venue,

    /// <summary>The rota's desk: whoever reports in on the day sits here.</summary>
    RotaDesk,

    /// <summary>The estate's end of its partnerships.</summary>
    PartnerDesk,

    /// <summary>Digital coaching.</summary>
    CoachingDesk,

    /// <summary>Reserve stock of supplies.</summary>
    Reserve,

    /// <summary>Cool room.</summary>
    CoolRoom,

    /// <summary>时间银行 time bank.</summary>
    TimeBank,

    /// <summary>近邻食堂 canteen.</summary>
    Canteen,

    /// <summary>A second canteen.</summary>
    SecondCanteen,

    /// <summary>A third canteen.</summary>
    ThirdCanteen,

    /// <summary>Other sites of the fifteen-minute service circle, in the order in which a policy opens them.</summary>
    ChildcareSite,

    /// <summary>Clinic of the circle.</summary>
    ClinicSite,

    /// <summary>Repair shop of the circle.</summary>
    RepairSite,
}

/// <summary>Organizations of the whole city that answer calls or mail, in a neighborhood of their own.</summary>
public enum CitySlot : byte
{
    /// <summary>The first of <see cref="World.CitySlots.Departments"/> departments.</summary>
    FirstDepartment = 0,

    AmbulanceStation = 12,

    LiftContractor = 13,

    /// <summary>12345 hotline.</summary>
    Hotline = 14,

    Court = 15,

    /// <summary>Duty officers' headquarters: sets the desks' quotas.</summary>
    DutyHeadquarters = 16,
}

/// <summary>How many there are of what.</summary>
public static class CitySlots
{
    /// <summary>Departments that a public matter may need.</summary>
    public const int Departments = 12;

    /// <summary>Organizations in the city's services neighborhood.</summary>
    public const int Services = 17;

    /// <summary>Organizations of one estate.</summary>
    public const int PerEstate = (int)OrganizationSlot.RepairSite + 1;
}
