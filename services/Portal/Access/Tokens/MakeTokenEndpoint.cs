using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Portal.Storage;

namespace Conference.Portal.Access.Tokens;

/// <summary>A machine that is to have access.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Scope">For which hospitals.</param>
/// <param name="ExpiresInDays">Days until it expires, 1 to 3650; without it, until it is revoked.</param>
internal sealed record TokenWanted(string? Name, string? Role, string? Scope, int? ExpiresInDays);

/// <summary>The token: it is shown this once.</summary>
internal sealed record TokenMade(Guid Id, string Token, DateTimeOffset? ExpiresAt);

internal static class MakeTokenEndpoint
{
    private const int LongestName = 100;
    private const int LongestDays = 3650;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/tokens", Handle)
        .RequirePermission(Permission.ManageUsers)
        .WithSummary("機械用トークンを発行 · Makes a machine's token")
        .Produces<TokenMade>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Handle(TokenWanted wanted, Caller caller, MachineTokens tokens, PortalStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(wanted.Name) || wanted.Name.Length > LongestName || wanted.Name.Any(char.IsControl))
            faults.Add(new Fault("name", "invalid_name", $"用途を {LongestName} 文字以内で入力してください。", $"Say what it is for in at most {LongestName} characters."));
        if (wanted.ExpiresInDays is < 1 or > LongestDays)
            faults.Add(new Fault("expiresInDays", "invalid_expiry", $"有効日数は 1～{LongestDays} で指定してください。", $"Days until it expires: 1 to {LongestDays}."));
        if (Assignment.Read(wanted.Role, wanted.Scope, faults) is not { } assignment || faults.Count > 0)
            return Problem.Invalid(faults);

        var expiresAt = wanted.ExpiresInDays is { } days ? time.GetUtcNow().AddDays(days) : (DateTimeOffset?)null;
        var (text, token) = tokens.Add(wanted.Name!.Trim(), assignment, caller.Id, expiresAt);
        store.Concerns("machineId", token.Id);
        await store.SaveChangesAsync(cancellationToken);
        return Results.Created($"/api/tokens/{token.Id}", new TokenMade(token.Id, text, expiresAt));
    }
}
