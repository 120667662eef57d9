using System.Reflection;
using System.Text.RegularExpressions;
using Conference.Platform.Authorization;
using Conference.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Audit;

/// <summary>What the log will say of a request, known before it is worked on.</summary>
/// <param name="Caller">Who asks; null for nobody known.</param>
/// <param name="Action">Method and route.</param>
/// <param name="Permission">What the endpoint asks for.</param>
/// <param name="Subjects">The ids in its address.</param>
/// <param name="IsLook">Whether it shows a case.</param>
/// <param name="Home">The store that keeps the entry when nothing is changed anywhere; null when there is no entry then.</param>
internal sealed partial record AuditedRequest(
    Caller? Caller, string Action, Permission? Permission, IReadOnlyList<(string Name, object? Value)> Subjects, bool IsLook, Type? Home)
{
    public static AuditedRequest? Of(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<UnauditedAttribute>() is not null)
            return null;

        var caller = Caller.Of(context.User);
        var isLook = endpoint.Metadata.GetMetadata<AuditLookMetadata>() is not null;
        var kept = caller is not null && (isLook || (!IsSafe(context.Request.Method) && endpoint.Metadata.GetMetadata<ReadsOnlyMetadata>() is null));
        return new AuditedRequest(
            caller,
            $"{context.Request.Method} {Constraints().Replace("/" + endpoint.RoutePattern.RawText?.TrimStart('/'), "")}",
            endpoint.Metadata.GetMetadata<PermissionMetadata>()?.Permission ?? endpoint.Metadata.GetMetadata<RequirePermissionAttribute>()?.Permission,
            [.. endpoint.RoutePattern.Parameters.Select(parameter => (parameter.Name, context.Request.RouteValues.GetValueOrDefault(parameter.Name)))],
            isLook,
            kept ? HomeOf(endpoint, context.RequestServices.GetServices<StoreRegistration>()) : null);
    }

    // A service is an assembly; Platform's own endpoints say which service's they are.
    private static Type? HomeOf(RouteEndpoint endpoint, IEnumerable<StoreRegistration> stores)
    {
        if (endpoint.Metadata.GetMetadata<AuditHomeMetadata>() is { } home)
            return home.Store;
        var assembly = endpoint.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.Assembly;
        return assembly == typeof(AuditedRequest).Assembly
            ? stores.FirstOrDefault()?.Store
            : stores.FirstOrDefault(registration => registration.Store.Assembly == assembly)?.Store;
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    [GeneratedRegex(@":[^}]+(?=\})")]
    private static partial Regex Constraints();
}
