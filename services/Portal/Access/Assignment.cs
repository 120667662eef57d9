using System.Text.RegularExpressions;
using Conference.Contracts;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;

namespace Conference.Portal.Access;

/// <summary>What a user or a machine is, and for which hospitals.</summary>
internal sealed partial record Assignment(Role Role, Scope Scope)
{
    private static readonly Dictionary<Role, string[]> ScopeKinds = new()
    {
        [Role.NationalCoordinator] = ["nation"],
        [Role.PrefecturalCoordinator] = ["prefecture"],
        [Role.HospitalCoordinator] = ["hospital"],
        [Role.CouncilMember] = ["prefecture", "nation"],
        [Role.Auditor] = ["hospital", "prefecture", "nation"],
    };

    /// <summary>Reads what was written at the edge; null with the faults when it cannot be.</summary>
    public static Assignment? Read(string? role, string? scope, List<Fault> faults)
    {
        var knownRole = Code.TryParse<Role>(role, out var asRole);
        var knownScope = Scope.TryParse(scope, out var asScope) && IsWellFormed(asScope);
        if (!knownRole)
            faults.Add(UnknownRole());
        if (!knownScope)
            faults.Add(UnreadableScope());
        if (!knownRole || !knownScope)
            return null;
        if (ScopeKinds[asRole].Contains(asScope.Kind))
            return new Assignment(asRole, asScope);

        faults.Add(Mismatch(asRole));
        return null;
    }

    private static bool IsWellFormed(Scope scope) => scope.Kind switch
    {
        "prefecture" => PrefectureCode().IsMatch(scope.Value),
        "hospital" => HospitalId().IsMatch(scope.Value),
        _ => true,
    };

    private static Fault UnknownRole()
    {
        var roles = string.Join(", ", Code.All<Role>());
        return new Fault("role", "unknown_role", $"役割は {roles} のいずれかです。", $"The role is one of {roles}.");
    }

    private static Fault UnreadableScope() => new("scope", "invalid_scope",
        "範囲は nation、prefecture:13（都道府県コード）、hospital:H1301（施設コード）のいずれかの形で指定してください。",
        "The scope is nation, prefecture:13 (JIS code) or hospital:H1301 (hospital's code).");

    private static Fault Mismatch(Role role)
    {
        var kinds = ScopeKinds[role];
        return new Fault("scope", "scope_not_for_role",
            $"役割 {Code.Of(role)} の範囲は {string.Join("、", kinds)} です。",
            $"The scope of the role {Code.Of(role)} is a {string.Join(" or a ", kinds)}.");
    }

    [GeneratedRegex(@"^(0[1-9]|[1-3][0-9]|4[0-7])\z")]
    private static partial Regex PrefectureCode();

    [GeneratedRegex(@"^H(0[1-9]|[1-3][0-9]|4[0-7])[0-9A-Za-z]{1,16}\z")]
    private static partial Regex HospitalId();
}
