using Conference.Booking.Availability;
using Conference.Contracts;
using Conference.Contracts.Booking;

namespace Conference.Booking.Holds;

/// <summary>Refusals that no search has led to.</summary>
internal static class Refusals
{
    public static SlotUnavailable Superseded(Guid conferenceId, int revision) => Because(conferenceId, revision,
        Wording.Say("superseded", "その後の変更または取消があったため、この依頼は処理しません。", "A later change or cancellation has overtaken this."));

    public static SlotUnavailable NoHold(Guid conferenceId, int revision) => Because(conferenceId, revision,
        Wording.Say("no_hold", "この回の仮押さえがありません。", "There is no hold of this revision."));

    public static SlotUnavailable HoldExpired(Guid conferenceId, int revision) => Because(conferenceId, revision,
        Wording.Say("hold_expired", "仮押さえの期限が切れました。", "The hold has run out."));

    private static SlotUnavailable Because(Guid conferenceId, int revision, Remark why) => new()
    {
        ConferenceId = conferenceId,
        Revision = revision,
        Explanation = new SlotExplanation { Summary = why },
    };
}
