using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>
/// What the server that we trust found about the sender: only its own header counts, the topmost, for it strips those that
/// came with the mail (RFC 8601 section 5).
/// </summary>
internal static class SenderCheck
{
    public static SenderVerdict Of(MimeMessage message, string? trustedServer)
    {
        if (string.IsNullOrEmpty(trustedServer) || message.From.Mailboxes.FirstOrDefault()?.Domain is not { Length: > 0 } domain)
            return SenderVerdict.Unknown;
        foreach (var header in message.Headers.Where(header => header.Id == HeaderId.AuthenticationResults))
        {
            if (AuthenticationResults.TryParse(Encoding.UTF8.GetBytes(header.Value), out var results)
                && trustedServer.Equals(results.AuthenticationServiceIdentifier, StringComparison.OrdinalIgnoreCase))
                return Judge(results, domain);
        }

        return SenderVerdict.Unknown;
    }

    private static SenderVerdict Judge(AuthenticationResults results, string domain)
    {
        // A domain without a policy has "none" here: a signature of its own proves it all the same.
        var dmarc = Said(results, "dmarc");
        if (dmarc is "pass" or "fail")
            return dmarc == "pass" ? SenderVerdict.Passed : SenderVerdict.Failed;
        if (results.Results.Any(result => result.Result == "pass" && result.Method is "dkim" or "spf" && IsOf(result, domain)))
            return SenderVerdict.Passed;
        return Said(results, "dkim") == "fail" || Said(results, "spf") == "fail" ? SenderVerdict.Failed : SenderVerdict.Unknown;
    }

    private static string? Said(AuthenticationResults results, string method) =>
        results.Results.FirstOrDefault(result => result.Method.Equals(method, StringComparison.OrdinalIgnoreCase))?.Result?.ToLowerInvariant();

    // A signature by a list or a forwarder says nothing of the domain in From.
    private static bool IsOf(AuthenticationMethodResult result, string domain) => result.Properties
        .Where(property => property.Property is "d" or "i" or "mailfrom")
        .Select(property => property.Value[(property.Value.LastIndexOf('@') + 1)..])
        .Any(signed => domain.Equals(signed, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{signed}", StringComparison.OrdinalIgnoreCase));
}
