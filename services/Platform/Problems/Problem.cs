using Microsoft.AspNetCore.Http;

namespace Conference.Platform.Problems;

/// <summary>Answers to what the caller did wrong: problem details (RFC 9457) with a code, the field and what to do.</summary>
public static class Problem
{
    /// <summary>400: what was sent cannot be taken; all faults at once.</summary>
    public static IResult Invalid(params IReadOnlyCollection<Fault> faults) => Of(StatusCodes.Status400BadRequest, faults);

    /// <summary>403: the caller may not do this.</summary>
    public static IResult Forbidden(Fault fault) => Of(StatusCodes.Status403Forbidden, [fault]);

    /// <summary>404: there is no such thing, or the caller may not know of it.</summary>
    public static IResult NotFound(Fault fault) => Of(StatusCodes.Status404NotFound, [fault]);

    /// <summary>409: it cannot be done in the present state.</summary>
    public static IResult Conflict(Fault fault) => Of(StatusCodes.Status409Conflict, [fault]);

    /// <summary>410: it was there and is over.</summary>
    public static IResult Gone(Fault fault) => Of(StatusCodes.Status410Gone, [fault]);

    /// <summary>A problem of any status.</summary>
    public static IResult Of(int status, IReadOnlyCollection<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var first = faults.First();
        return Results.Problem(
            type: $"urn:conference:problem:{first.Code}",
            title: first.Code,
            statusCode: status,
            detail: string.Join(" ", faults.Select(fault => fault.Text).Distinct()),
            extensions: new Dictionary<string, object?>
            {
                ["code"] = first.Code,
                ["field"] = first.Field,
                ["errors"] = faults.Select(fault => new { field = fault.Field, code = fault.Code, detail = fault.Text }).ToList(),
            });
    }
}
