using System.Security.Cryptography;

namespace Conference.Portal.Access.Users;

/// <summary>First passwords, easy to read out on the telephone.</summary>
internal static class OneTimePassword
{
    // No letters that look alike.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of four: 80 bits.</summary>
    public static string Make() => string.Join('-', RandomNumberGenerator.GetString(Letters, 16).Chunk(4).Select(group => new string(group)));
}
