using System.Buffers.Text;
using System.Security.Cryptography;
using Conference.Platform.Authorization;

namespace Conference.Council.Feeds;

/// <summary>
/// Signs the addresses of feeds: the feed's id, then its HMAC-SHA256, in base64url. Nothing can be read from a
/// token but an id that means nothing elsewhere.
/// </summary>
internal sealed class FeedTokens(byte[] key)
{
    private const int IdBytes = 16;

    public string Of(Guid feedId)
    {
        Span<byte> token = stackalloc byte[IdBytes + HMACSHA256.HashSizeInBytes];
        feedId.TryWriteBytes(token, bigEndian: true, out _);
        HMACSHA256.HashData(key, token[..IdBytes], token[IdBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The feed of a token; null for one that was not made with this key.</summary>
    public Guid? Read(string text)
    {
        Span<byte> token = stackalloc byte[IdBytes + HMACSHA256.HashSizeInBytes];
        if (!UrlToken.TryRead(text, token))
            return null;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, token[..IdBytes], expected);
        return CryptographicOperations.FixedTimeEquals(expected, token[IdBytes..]) ? new Guid(token[..IdBytes], bigEndian: true) : null;
    }
}
