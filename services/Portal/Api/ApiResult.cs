using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Conference.Portal.Api;

/// <summary>One thing a service found wrong, in the reader's language.</summary>
/// <param name="Field">The field by its path in the request; empty when it is not one field.</param>
/// <param name="Code">Stable code in snake case.</param>
/// <param name="Detail">What is wrong and what to do.</param>
public sealed record ApiFault(string Field, string Code, string Detail);

/// <summary>What became of a call: a value, or what was wrong.</summary>
public class ApiResult
{
    /// <summary>The service's answer; 503 when it did not answer.</summary>
    public required HttpStatusCode Status { get; init; }

    /// <summary>What was wrong; empty after success.</summary>
    public IReadOnlyList<ApiFault> Faults { get; init; } = [];

    /// <summary>Where the thing that was made is, when the service said so.</summary>
    public Uri? Location { get; init; }

    /// <summary>Whether the call did what it should.</summary>
    public virtual bool Succeeded => (int)Status is >= 200 and < 300;

    /// <summary>Whether there is no such thing, or not for this reader.</summary>
    public bool IsNotFound => Status == HttpStatusCode.NotFound;

    /// <summary>The faults of one field.</summary>
    public IEnumerable<ApiFault> FaultsOf(string field) => Faults.Where(fault => fault.Field == field);
}

/// <inheritdoc/>
public sealed class ApiResult<T> : ApiResult
{
    /// <summary>What the service answered.</summary>
    public T? Value { get; init; }

    /// <inheritdoc/>
    [MemberNotNullWhen(true, nameof(Value))]
    public override bool Succeeded => base.Succeeded && Value is not null;
}
