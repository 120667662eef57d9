using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Conference.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Portal.Access.Tokens;

/// <summary>Makes, finds and revokes the tokens of machines.</summary>
internal sealed class MachineTokens(PortalStore store, TimeProvider time)
{
    /// <summary>What every token begins with, so that it is known for what it is in a log or a repository.</summary>
    public const string Prefix = "cft_";

    private const int Bytes = 32;

    /// <summary>Adds a token to the store, not yet saved.</summary>
    /// <returns>The token, which cannot be had again, and its record.</returns>
    public (string Text, MachineToken Token) Add(string name, Assignment assignment, string createdBy, DateTimeOffset? expiresAt)
    {
        var text = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var token = new MachineToken
        {
            Id = Guid.CreateVersion7(),
            Hash = HashOf(text),
            Name = name,
            Role = assignment.Role,
            Scope = assignment.Scope,
            CreatedAt = time.GetUtcNow(),
            CreatedBy = createdBy,
            ExpiresAt = expiresAt,
        };
        store.Tokens.Add(token);
        return (text, token);
    }

    /// <summary>The token that is written so and still valid.</summary>
    public async Task<MachineToken?> FindAsync(string text, CancellationToken cancellationToken = default)
    {
        var hash = HashOf(text.Trim());
        var token = await store.Tokens.AsNoTracking().SingleOrDefaultAsync(token => token.Hash == hash, cancellationToken);
        return token?.IsValidAt(time.GetUtcNow()) == true ? token : null;
    }

    /// <summary>Whether the token of a caller, by the caller's id, is still valid.</summary>
    public async Task<bool> IsValidAsync(Guid id, CancellationToken cancellationToken = default) =>
        await store.Tokens.AsNoTracking().SingleOrDefaultAsync(token => token.Id == id, cancellationToken) is { } token && token.IsValidAt(time.GetUtcNow());

    // The token is 256 random bits: a plain hash is enough, there is nothing to guess.
    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
