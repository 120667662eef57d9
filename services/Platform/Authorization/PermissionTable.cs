using System.Collections.Frozen;

namespace Conference.Platform.Authorization;

/// <summary>
/// Who may do what: the one table. A role gives the permission, the scope (a hospital, a prefecture, the nation)
/// says for which hospitals; see <see cref="Scope.Covers"/>.
/// </summary>
public static class PermissionTable
{
    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, Permission[]>
    {
        [Role.NationalCoordinator] = Enum.GetValues<Permission>(),
        [Role.PrefecturalCoordinator] =
        [
            Permission.ReadHospitals, Permission.ReadContacts, Permission.ManageSites, Permission.SearchSlots,
            Permission.ManageConferences, Permission.SetPriority, Permission.ReadConferences, Permission.AnswerOnBehalf, Permission.ReadMail,
            Permission.ReadSchedule, Permission.ManageFeeds, Permission.ReadReports, Permission.SignedIn,
        ],
        [Role.HospitalCoordinator] =
        [
            Permission.ReadHospitals, Permission.ReadContacts, Permission.ManageSites, Permission.SearchSlots,
            Permission.ManageConferences, Permission.ReadConferences, Permission.AnswerOnBehalf, Permission.ReadMail,
            Permission.ReadSchedule, Permission.ManageFeeds, Permission.SignedIn,
        ],
        [Role.CouncilMember] =
        [
            Permission.ReadHospitals, Permission.ReadConferences, Permission.ReadSchedule, Permission.ManageFeeds,
            Permission.ReadReports, Permission.SignedIn,
        ],
        [Role.Auditor] =
        [
            Permission.ReadHospitals, Permission.ReadContacts, Permission.ReadConferences, Permission.ReadMail,
            Permission.ReadSchedule, Permission.ReadReports, Permission.ReadOperations, Permission.ReadAudit, Permission.SignedIn,
        ],
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());

    /// <summary>Whether a role has a permission at all.</summary>
    public static bool Allows(Role role, Permission permission) => Table[role].Contains(permission);
}
