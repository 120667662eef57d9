using Conference.Platform.Storage;
using Microsoft.AspNetCore.Builder;

namespace Conference.Platform.Audit;

/// <summary>
/// What an endpoint adds to the rule of the log, which is: every request that changes a store, and every request
/// by POST, PUT, PATCH or DELETE of somebody known, has its entry.
/// </summary>
public static class AuditMetadata
{
    /// <summary>The endpoint shows a case: every look is written, before it is shown.</summary>
    public static TBuilder AuditLook<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AuditLookMetadata());

    /// <summary>The endpoint is asked by POST but changes nothing: a search, a dry run.</summary>
    public static TBuilder ReadsOnly<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ReadsOnlyMetadata());

    /// <summary>The endpoint has no entry of its own: see <see cref="UnauditedAttribute"/>.</summary>
    public static TBuilder Unaudited<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new UnauditedAttribute());

    /// <summary>The service whose log has the entries of an endpoint that lies outside every service's assembly.</summary>
    public static TBuilder AuditedIn<TBuilder>(this TBuilder endpoint, Type store) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AuditHomeMetadata(store));

    /// <summary>The entry of the present request is about this too: an id that is not in its address.</summary>
    public static void Concerns(this ServiceStore store, string name, object? id)
    {
        ArgumentNullException.ThrowIfNull(store);
        store.Trail?.Concerns(name, id);
    }
}

/// <summary>
/// What an endpoint or page writes has no entry by itself: it is a trace of reading, by a program that comes every
/// hour, or the page writes entries that tell more (<see cref="AuditTrail.Record"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnauditedAttribute : Attribute;

internal sealed record AuditLookMetadata;

internal sealed record ReadsOnlyMetadata;

internal sealed record AuditHomeMetadata(Type Store);
