using Microsoft.AspNetCore.Authorization;

namespace Conference.Platform.Authorization;

/// <summary>How a page says what it asks for: <c>@attribute [RequirePermission(Permission.ReadSchedule)]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequirePermissionAttribute(Permission permission) : AuthorizeAttribute(PermissionExtensions.PolicyOf(permission))
{
    /// <summary>What is asked for.</summary>
    public Permission Permission { get; } = permission;
}
