using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Conference.IntegrationTests.Portal.Access;

/// <summary>An authenticator app, from the text of RFC 6238 and RFC 4648: not the code under test.</summary>
internal static class Authenticator
{
    /// <summary>The code that the app shows, or will show so many steps of 30 s from now.</summary>
    public static string Code(string key, int stepsAhead = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsAhead);
#pragma warning disable CA5350 // RFC 6238 means SHA-1, and every app computes it
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var bits = string.Concat(base32.Where(char.IsAsciiLetterOrDigit)
            .Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
