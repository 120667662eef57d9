namespace Conference.Platform.Authorization;

/// <summary>What can be done. Every endpoint asks for exactly one.</summary>
public enum Permission
{
    /// <summary>See hospitals and their sites.</summary>
    ReadHospitals,

    /// <summary>See who is written to at a hospital.</summary>
    ReadContacts,

    /// <summary>Register, change and withdraw hospitals; import the registry; keep the holidays.</summary>
    ManageRegistry,

    /// <summary>Keep a hospital's sites, contacts, closures and connection tests.</summary>
    ManageSites,

    /// <summary>Search slots and see when sites are free.</summary>
    SearchSlots,

    /// <summary>Request conferences; amend, reschedule, cancel and record one's own.</summary>
    ManageConferences,

    /// <summary>Give a conference another class of priority than its kind has.</summary>
    SetPriority,

    /// <summary>See conferences, their history and their answers.</summary>
    ReadConferences,

    /// <summary>Enter an answer for a hospital.</summary>
    AnswerOnBehalf,

    /// <summary>See the send box.</summary>
    ReadMail,

    /// <summary>See the schedule.</summary>
    ReadSchedule,

    /// <summary>Make and revoke calendar feeds.</summary>
    ManageFeeds,

    /// <summary>See the activity report.</summary>
    ReadReports,

    /// <summary>Rebuild read models and look after what got stuck.</summary>
    Operate,

    /// <summary>See what got stuck, what waits and how busy the bridges are.</summary>
    ReadOperations,

    /// <summary>Invite users, set their roles, make machine tokens.</summary>
    ManageUsers,

    /// <summary>Read and verify the audit log.</summary>
    ReadAudit,

    /// <summary>Whoever is signed in, about themselves.</summary>
    SignedIn,
}
