using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conference.Platform.Authorization;

/// <summary>What a signed-in person or machine is. Written as in section 7 of the design: <c>national_coordinator</c>.</summary>
[JsonConverter(typeof(RoleConverter))]
public enum Role
{
    /// <summary>全国コーディネーター: runs the network.</summary>
    NationalCoordinator,

    /// <summary>都道府県コーディネーター: books for a prefecture.</summary>
    PrefecturalCoordinator,

    /// <summary>施設コーディネーター: books and answers for a hospital.</summary>
    HospitalCoordinator,

    /// <summary>協議会委員: looks at the schedule and the report.</summary>
    CouncilMember,

    /// <summary>監査担当: reads everything, changes nothing.</summary>
    Auditor,
}

internal sealed class RoleConverter() : JsonStringEnumConverter<Role>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);
