using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Requests.Lifecycle;

namespace Conference.Requests.Polls;

/// <summary>The sentences of a poll.</summary>
internal static class PollWhy
{
    public const string NotHeldCode = "candidate_not_held";

    public static Remark AllVotedInVain { get; } = Say(
        "all_voted_in_vain", "全施設の回答がそろいましたが、必須施設がそろう候補日がありません。", "Every hospital has voted, and no candidate suits all that are required.");

    public static Remark Opened(ConferencePoll poll) => Say(
        "poll_opened", $"候補日 {poll.Candidates.Count} 件を仮押さえしました。参加施設に都合を聞いています。", $"{poll.Candidates.Count} times are held; the hospitals are asked which suit them.");

    public static Remark Asked(int mails) => Say(
        "poll_sent", $"候補日の回答依頼 {mails} 通を用意しました。", $"{mails} mails that ask for the times are on their way.");

    public static Remark Chased { get; } = Say("poll_chased", "候補日に未回答の施設へ回答のお願いを送りました。", "Hospitals that have not marked the times were asked again.");

    public static Remark Voted(HospitalName hospital, PollVote vote)
    {
        var (yes, maybe, no) = (Count(vote, Answer.Accepted), Count(vote, Answer.Tentative), Count(vote, Answer.Declined));
        return Say("hospital_voted", $"{hospital.Ja}が候補日に回答しました（○{yes}・△{maybe}・×{no}）。", $"{hospital.En} marked the times: {yes} yes, {maybe} maybe, {no} no.");
    }

    public static Remark Decided(DateTimeOffset start, NetworkTime network) => Say(
        "poll_decided", $"候補日調整の結果、{Ja(start, network)} に決めました。枠を確保し、ほかの候補を解放しています。", $"The poll decided on {En(start, network)}; that time is being taken and the others given back.");

    public static Remark DecidedByCoordinator(DateTimeOffset start, NetworkTime network) => Say(
        "poll_decided_by_coordinator", $"担当者が {Ja(start, network)} に決めました。枠を確保し、ほかの候補を解放しています。", $"The coordinator decided on {En(start, network)}; that time is being taken and the others given back.");

    public static Remark CancelledAtDeadline { get; } = Say(
        "poll_cancelled_at_deadline", "締切までに必須施設がそろう候補日がなかったため、依頼時の指定により中止しました。", "No candidate suited all required hospitals by the deadline; it was called off, as the request says.");

    public static Remark NotHeld(CandidateNotHeld candidate, NetworkTime network) => Say(
        NotHeldCode, $"候補 {Ja(candidate.Start, network)} は仮押さえできませんでした。{candidate.Why.Ja}", $"{En(candidate.Start, network)} could not be held. {candidate.Why.En}");

    public static Remark Lost(DateTimeOffset start, Remark why, NetworkTime network) => Say(
        "candidate_lost", $"候補 {Ja(start, network)} は使えなくなったため、候補から外しました。{why.Ja}", $"{En(start, network)} can be held no more and is no candidate any longer. {why.En}");

    public static Remark TakenInVain(DateTimeOffset start, NetworkTime network) => Say(
        "poll_goes_on", $"{Ja(start, network)} に決めましたが、枠を確保できませんでした。残りの候補で調整を続けます。", $"{En(start, network)} was decided on, but it can be had no more. The poll goes on with the other candidates.");

    /// <summary>Nothing is left to decide on.</summary>
    /// <param name="why">What has come between the last one; null where it ran out.</param>
    public static SlotExplanation CandidatesGone(Remark? why = null) => new()
    {
        Summary = why is null
            ? Say("candidates_gone", "候補日の仮押さえが期限切れになり、候補日調整を終えました。別の日程を探すか、中止してください。", "The candidates are held no more, and the poll has ended. Look for another time or cancel.")
            : Say("candidates_gone", "候補日がすべて使えなくなり、候補日調整を終えました。別の日程を探すか、中止してください。", "None of the candidates can be held any more, and the poll has ended. Look for another time or cancel."),
        Blocking = why is null ? [] : [why],
    };

    /// <summary>No candidate suits: why each does not, and how each could be held after all.</summary>
    public static SlotExplanation NoneSuits(IReadOnlyList<CandidateStanding> ranked, IReadOnlyDictionary<string, HospitalName> names, ConferenceState state, NetworkTime network) => new()
    {
        Summary = Say("no_candidate_suits", "必須施設がそろう候補日がありませんでした。候補から選んで決めるか、別の日程を探してください。", "No candidate suits all required hospitals. Decide on one of them, or look for another time."),
        Blocking = [.. ranked.Select(standing => Blocking(standing, names, state, network))],
        BlockingHospitals = [.. ranked.SelectMany(standing => standing.RequiredDeclined.Concat(standing.RequiredSilent)).Distinct()],
        Relaxations =
        [
            .. ranked.OrderBy(standing => standing.RequiredDeclined.Count).ThenBy(standing => standing.RequiredSilent.Count).Take(5)
                .Select(standing => DecideAnyway(standing, names, state, network)),
        ],
    };

    /// <summary>How the hospitals' marks speak for a candidate.</summary>
    public static IEnumerable<Remark> Reasons(CandidateStanding standing, ConferenceRequest request)
    {
        var required = request.Participants.Count(hospital => hospital.Required);
        if (required > 0 && standing.RequiredDeclined.Count + standing.RequiredSilent.Count == 0)
            yield return Say("required_can", $"必須の {required} 施設がすべて ○ または △ です。", $"All {required} required hospitals said yes or maybe.");
        yield return Say("marks", $"○ {standing.Accepted} 施設（主催を含む）、△ {standing.Tentative} 施設、× {standing.Declined} 施設です。", $"{standing.Accepted} yes (the host included), {standing.Tentative} maybe, {standing.Declined} no.");
        if (request.Quorum.Professions.Count is > 0 and var wanted)
            yield return Say("professions_can", $"必要な {wanted} 職種のうち {standing.Professions} 職種がそろいます。", $"{standing.Professions} of the {wanted} professions asked for can be there.");
    }

    private static Remark Blocking(CandidateStanding standing, IReadOnlyDictionary<string, HospitalName> names, ConferenceState state, NetworkTime network)
    {
        List<string> ja = [], en = [];
        if (standing.RequiredDeclined.Count > 0)
            (ja, en) = ([.. ja, $"{NamesJa(standing.RequiredDeclined, names)} が ×"], [.. en, $"{NamesEn(standing.RequiredDeclined, names)}: no"]);
        if (standing.RequiredSilent.Count > 0)
            (ja, en) = ([.. ja, $"{NamesJa(standing.RequiredSilent, names)} が未回答"], [.. en, $"{NamesEn(standing.RequiredSilent, names)}: no answer"]);
        if (ja.Count == 0)
            (ja, en) = ([$"参加できる施設が {standing.Accepted + standing.Tentative}（必要 {state.Request.Quorum.MinimumHospitals}）"], [$"{standing.Accepted + standing.Tentative} hospitals can come, {state.Request.Quorum.MinimumHospitals} are asked for"]);
        return Say("candidate_blocked", $"{Ja(standing.Start, network)}：{string.Join("、", ja)}", $"{En(standing.Start, network)}: {string.Join("; ", en)}");
    }

    private static Relaxation DecideAnyway(CandidateStanding standing, IReadOnlyDictionary<string, HospitalName> names, ConferenceState state, NetworkTime network)
    {
        var (ja, en) = (Ja(standing.Start, network), En(standing.Start, network));
        return new Relaxation
        {
            Change = standing.RequiredDeclined.Count > 0
                ? Say("decide_without", $"{NamesJa(standing.RequiredDeclined, names)} を任意参加にすれば、{ja} に決められます。", $"With {NamesEn(standing.RequiredDeclined, names)} optional, {en} can be decided on.")
                : Say("decide_anyway", $"{ja} に決めて案内できます（未回答の施設には案内で参加の可否を聞きます）。", $"{en} can be decided on; those who were silent are asked by the invitation."),
            Start = standing.Start,
            DurationMinutes = state.Request.DurationMinutes,
            MakeOptional = standing.RequiredDeclined,
        };
    }

    private static string NamesJa(IReadOnlyList<string> ids, IReadOnlyDictionary<string, HospitalName> names) => string.Join("、", ids.Select(id => names[id].Ja));

    private static string NamesEn(IReadOnlyList<string> ids, IReadOnlyDictionary<string, HospitalName> names) => string.Join(", ", ids.Select(id => names[id].En));

    private static int Count(PollVote vote, Answer answer) => vote.Marks.Count(mark => mark.Answer == answer);

    private static string Ja(DateTimeOffset start, NetworkTime network) => SpokenTime.MomentJa(network.ToLocal(start));

    private static string En(DateTimeOffset start, NetworkTime network) => SpokenTime.MomentEn(network.ToLocal(start));

    private static Remark Say(string code, string ja, string en) => new() { Code = code, Ja = ja, En = en };
}
