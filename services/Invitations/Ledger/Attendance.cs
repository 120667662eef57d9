using Conference.Contracts.Invitations;
using Conference.Invitations.Contacts;
using Conference.Invitations.Outbound;

namespace Conference.Invitations.Ledger;

/// <summary>Who takes part in a conference at its present revision, as calendars show it.</summary>
/// <param name="Shown">Whose addresses everybody sees.</param>
/// <param name="Optional">Hospitals that it can do without.</param>
/// <param name="Answers">What the hospitals have answered to this revision.</param>
/// <param name="FromPoll">Whether a poll has led to its time.</param>
internal sealed record Attendance(IReadOnlyList<Recipient> Shown, IReadOnlySet<string> Optional, IReadOnlyDictionary<string, Answer> Answers, bool FromPoll)
{
    /// <summary>For mails without a calendar.</summary>
    public static Attendance Unshown { get; } = new([], new HashSet<string>(), new Dictionary<string, Answer>(), false);

    public Answer? AnswerOf(string hospitalId) => Answers.TryGetValue(hospitalId, out var answer) ? answer : null;

    public OtherAttendee Other(Recipient recipient) => new(recipient.Address, recipient.Name)
    {
        Answered = AnswerOf(recipient.HospitalId),
        Optional = Optional.Contains(recipient.HospitalId),
    };
}
