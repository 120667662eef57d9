using System.ComponentModel.DataAnnotations;

namespace Conference.Invitations.Ledger;

/// <summary>What happens when a contact keeps an old time (section <c>Mail</c>).</summary>
internal sealed class OldTimeOptions
{
    /// <summary>
    /// How long a contact may hold an old time, because the new one could not be delivered, or not know of an invitation or a cancellation that came back, before another contact of its
    /// hospital is told; after as long again the host's are. 1 minute to 30 days, default 4 hours.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ErrorMessage = "Mail:EscalateAfter must be from 00:01:00 to 30.00:00:00.")]
    public TimeSpan EscalateAfter { get; set; } = TimeSpan.FromHours(4);
}
