using System.Reflection;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Conference.Platform.Authorization;

/// <summary>
/// Who calls: bound as a parameter of an endpoint from the authenticated principal. Endpoints that are not
/// anonymous always have one.
/// </summary>
/// <param name="Id">Stable id of the user or machine.</param>
/// <param name="Name">Name for people: shown in histories.</param>
/// <param name="Role">What they are.</param>
/// <param name="Scope">For which hospitals they may act.</param>
public sealed record Caller(string Id, string Name, Role Role, Scope Scope)
{
    /// <summary>Whether the caller has the permission for this hospital.</summary>
    public bool May(Permission permission, string hospitalId) => PermissionTable.Allows(Role, permission) && Scope.Covers(hospitalId);

    /// <summary>Whether the caller may see something that concerns these hospitals.</summary>
    public bool MaySee(IEnumerable<string> hospitalIds) => Scope.IsNation || Scope.CoversAny(hospitalIds);

    /// <summary>The caller in a principal's claims; null for one that is not of this product.</summary>
    public static Caller? Of(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.FindFirst(CallerClaims.Id)?.Value is { } id
            && Enum.TryParse<Role>(principal.FindFirst(CallerClaims.Role)?.Value, out var role)
            && Scope.TryParse(principal.FindFirst(CallerClaims.Scope)?.Value, out var scope)
            ? new Caller(id, principal.FindFirst(CallerClaims.Name)?.Value ?? id, role, scope)
            : null;
    }

    /// <summary>The caller as a principal, the reverse of <see cref="Of"/>.</summary>
    public ClaimsPrincipal ToPrincipal(string authenticationType) => new(new ClaimsIdentity(
        [
            new Claim(CallerClaims.Id, Id), new Claim(CallerClaims.Name, Name),
            new Claim(CallerClaims.Role, Role.ToString()), new Claim(CallerClaims.Scope, Scope.ToString()),
        ],
        authenticationType, CallerClaims.Name, CallerClaims.Role));

    /// <summary>Binds the parameter of a minimal-API endpoint.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(Of(context.User));
    }
}
