using System.Text.Json.Serialization;

namespace Conference.Contracts.Hospitals;

/// <summary>What a contact does at the hospital (glossary: role).</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ContactRole>))]
public enum ContactRole
{
    /// <summary>施設窓口: receives invitations and answers them.</summary>
    SiteContact,

    /// <summary>施設責任者.</summary>
    SiteManager,

    /// <summary>技術担当者: connects the endpoint.</summary>
    TechnicalContact,

    /// <summary>事務担当者.</summary>
    Coordinator,
}
