using Conference.Invitations.Answers;
using Microsoft.Extensions.Options;

namespace Conference.Invitations.Outbound;

/// <summary>
/// The address from which a contact is written to, organizer of its calendar entry: the conference's agent, then a token
/// of the contact's own. What comes to it, an answer or a bounce, says by itself whom it concerns.
/// </summary>
internal sealed class AgentAddresses(AnswerLinks links, IOptions<MailOptions> options)
{
    /// <param name="mail">The mail.</param>
    /// <param name="withToken">False for a reader who must not write in the contact's place: what comes without it proves nothing.</param>
    public string Of(Mail mail, bool withToken = true) =>
        $"{mail.Content.Agent}{(withToken ? $"+{links.MailToken(mail.ConferenceId, mail.ContactId)}" : "")}@{options.Value.Domain}";

    /// <summary>Takes an address apart; null when it is none of ours. The token is empty where the address has none.</summary>
    public AgentAddress? Read(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || !address[(at + 1)..].TrimEnd('.').Equals(options.Value.Domain, StringComparison.OrdinalIgnoreCase))
            return null;
        var local = address[..at].ToLowerInvariant().Split('+', 2);
        return new AgentAddress(local[0], local.Length == 2 ? local[1] : "");
    }

    /// <summary>Whether the token is that of this contact.</summary>
    public bool IsOf(AgentAddress address, Guid conferenceId, Guid contactId) =>
        address.Token.Length > 0 && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(address.Token), System.Text.Encoding.ASCII.GetBytes(links.MailToken(conferenceId, contactId)));
}

/// <summary>An address of ours, taken apart.</summary>
internal sealed record AgentAddress(string Agent, string Token);
