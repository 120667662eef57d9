using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Conference.Platform.Authorization;

/// <summary>How an endpoint says what it asks for.</summary>
public static class PermissionExtensions
{
    /// <summary>The endpoint asks for this permission. For which hospitals is the endpoint's own question to its <see cref="Caller"/>.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new AuthorizeAttribute(PolicyOf(permission))).WithMetadata(new PermissionMetadata(permission));

    /// <summary>The name of the policy that stands for a permission, for pages: <c>[Authorize(Policy = "permission:ReadSchedule")]</c>.</summary>
    public static string PolicyOf(Permission permission) => $"permission:{permission}";
}

/// <summary>What an endpoint asks for, for the test that walks every endpoint and role.</summary>
public sealed record PermissionMetadata(Permission Permission);
