using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Conference.Platform.Authorization;
using Conference.Invitations.Outbound;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Answers;

/// <summary>
/// Links by which a contact answers without sign-in: conference, contact and expiry, signed with HMAC-SHA256
/// (128 bits of it, RFC 2104 section 5, so that the link fits one line of a mail).
/// </summary>
internal sealed class AnswerLinks(byte[] key, IOptions<PortalAddress> portal, IOptions<MailOptions> mail)
{
    private const int Payload = 16 + 16 + 4;
    private const int Signature = 16;
    private const int MailTokenBytes = 10;

    /// <summary>What stands in the place of a link that the reader may not use.</summary>
    public string Hidden => portal.Value.Of("/rsvp/-");

    public string Link(Guid conferenceId, Guid contactId, DateTimeOffset end) => portal.Value.Of($"/rsvp/{Token(conferenceId, contactId, end)}");

    /// <summary>The same token at the page of the poll.</summary>
    public string PollLink(Guid conferenceId, Guid contactId, DateTimeOffset end) => portal.Value.Of($"/poll/{Token(conferenceId, contactId, end)}");

    public string Token(Guid conferenceId, Guid contactId, DateTimeOffset end)
    {
        Span<byte> token = stackalloc byte[Payload + Signature];
        conferenceId.TryWriteBytes(token, bigEndian: true, out _);
        contactId.TryWriteBytes(token[16..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt32BigEndian(token[32..], (uint)(end + TimeSpan.FromDays(mail.Value.LinkDays)).ToUnixTimeSeconds());
        Sign(token[..Payload], token[Payload..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>
    /// What stands after the + in the address to which a contact's answers come: 80 bits, in letters that survive a
    /// server which writes addresses in lower case.
    /// </summary>
    public string MailToken(Guid conferenceId, Guid contactId)
    {
        Span<byte> asked = stackalloc byte[4 + 16 + 16];
        "mail"u8.CopyTo(asked);
        conferenceId.TryWriteBytes(asked[4..], bigEndian: true, out _);
        contactId.TryWriteBytes(asked[20..], bigEndian: true, out _);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, asked, signature);
        return Convert.ToHexStringLower(signature[..MailTokenBytes]);
    }

    /// <summary>Reads a token; null when it was not made here.</summary>
    public AnswerToken? Read(string text)
    {
        Span<byte> token = stackalloc byte[Payload + Signature];
        if (!UrlToken.TryRead(text, token))
            return null;

        Span<byte> signature = stackalloc byte[Signature];
        Sign(token[..Payload], signature);
        return CryptographicOperations.FixedTimeEquals(signature, token[Payload..])
            ? new AnswerToken(
                new Guid(token[..16], bigEndian: true),
                new Guid(token[16..32], bigEndian: true),
                DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadUInt32BigEndian(token[32..])))
            : null;
    }

    private void Sign(ReadOnlySpan<byte> payload, Span<byte> signature)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, payload, whole);
        whole[..Signature].CopyTo(signature);
    }
}

/// <summary>What a link says.</summary>
internal sealed record AnswerToken(Guid ConferenceId, Guid ContactId, DateTimeOffset ExpiresAt);
