using System.Buffers.Text;

namespace Conference.Platform.Authorization;

/// <summary>Signed octets in an address: base64url without padding (RFC 4648, section 5).</summary>
public static class UrlToken
{
    /// <summary>Reads exactly as many octets as <paramref name="token"/> has; false for any other text.</summary>
    public static bool TryRead(string text, Span<byte> token)
    {
        ArgumentNullException.ThrowIfNull(text);
        // .NET throws at letters that are none of base64url's, and passes over blanks.
        return text.Length == Base64Url.GetEncodedLength(token.Length) && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromChars(text, token, out var length) && length == token.Length;
    }
}
