using Conference.Contracts;
using Conference.Contracts.Booking;
using Conference.Contracts.Invitations;
using Conference.Contracts.Requests;
using Conference.Platform.Time;
using Conference.Requests.Polls;

namespace Conference.Requests.Lifecycle;

/// <summary>The sentences of a conference's history.</summary>
internal static class Why
{
    public const string ProfessionMissingCode = "profession_missing";
    public const string HostDeclinedCode = "host_declined";
    public const string TooFewNowCode = "too_few_now";
    public const string BelowQuorumCode = "below_quorum";

    public static Remark SlotHeld { get; } = Remark("slot_held", "枠を仮押さえしました。参加施設へ案内します。", "A slot is held; the hospitals are being invited.");

    public static Remark SlotReserved { get; } = Remark("slot_reserved", "枠を確保しました。定例の全回がそろってから案内します。", "The slot is held; hospitals are invited once all of the series are.");

    public static Remark SeriesHeld { get; } = Remark("series_held", "定例の全回の枠がそろいました。参加施設へ案内します。", "All of the series are held; the hospitals are being invited.");

    public static Remark SeriesNotHeld { get; } = Remark("series_not_held", "定例の全回を確保できなかったため、取り消しました（案内は送っていません）。", "Not all of the series could be held, so it was called off; nobody had been invited.");

    public static Remark HoldExpired { get; } = Remark("hold_expired", "枠の仮押さえが期限切れになりました。", "The hold on the slot has expired.");

    public static Remark NoSlot { get; } = Remark("no_slot", "枠が見つかりません。", "There is no slot.");

    public static Remark Offered { get; } = Remark("offered", "空き待ちの順番が来たため、空いた枠を仮押さえしました。参加施設へ案内します。", "A slot was given back and is held, as its turn had come; the hospitals are being invited.");

    public static Remark Waits { get; } = Remark("waits", "枠の空きを待ちます。空きしだい仮押さえして案内します。", "It waits for a slot and is placed as soon as one is given back.");

    public static Remark WaitsNoLonger { get; } = Remark("waits_no_longer", "空き待ちをやめました。", "It waits for a slot no longer.");

    public static Remark OfferedTooLate { get; } = Remark("offered_too_late", "空き待ちをやめたときには別の枠に移っていたため、元の日時を取り直しています。", "The slot had been changed for one offered just before waiting was stopped; the old time is sought again.");

    public static Remark StandsAgain { get; } = Remark("stands_again", "支障がなくなりました。この日時のまま開催できます。", "What had come between has gone: it can be held at this time.");

    public static Remark QuorumMet { get; } = Remark("quorum_met", "必要な施設の参加がそろいました。日時を確定します。", "Enough hospitals take part; the time is being confirmed.");

    public static Remark QuorumMetAtDeadline { get; } = Remark("quorum_met_at_deadline", "回答期限になり、必要な施設数に達しているため確定します。", "The reply deadline has come and enough hospitals take part; the time is being confirmed.");

    public static Remark TimeTakenBack { get; } = Remark(
        "time_taken_back", "枠の仮押さえが期限切れになり、案内した日時を取り消しました。日程を変更するか、中止してください。", "The hold has expired, and the time that hospitals were told was taken back. Choose another time or cancel.");

    public static Remark ConfirmedByCoordinator { get; } = Remark("confirmed_by_coordinator", "担当者の判断で、押さえている日時に確定します。", "The coordinator decided to hold it at the time that is kept.");

    public static Remark Confirmed { get; } = Remark("confirmed", "日時が確定しました。", "The time is confirmed.");

    public static Remark RequiredDeclined { get; } = Remark("required_declined", "必須施設が不参加のため、別の日時を探しています。", "A required hospital declined; another time is sought.");

    public static Remark FixedTimeDeclined { get; } = Remark("fixed_time_declined", "必須施設が指定の日時に参加できないため、代わりの条件を調べています。", "A required hospital cannot take part at the time that was fixed; what else would do is looked for.");

    public static Remark Rescheduled { get; } = Remark("rescheduled", "日時の変更を依頼されました。", "Another time was asked for.");

    public static Remark Amended { get; } = Remark("amended", "依頼内容が変更されました。枠を確認しています。", "The request was amended; a slot is sought for it.");

    public static Remark AmendedInPlace { get; } = Remark("amended_in_place", "依頼内容が変更されました（日時・参加施設は変わりません）。", "The request was amended; time and hospitals stay.");

    public static Remark Cancelled { get; } = Remark("cancelled", "中止しました。", "It was called off.");

    public static Remark CancelledAtDeadline { get; } = Remark("cancelled_at_deadline", "回答期限までに確定できなかったため、依頼時の指定により中止しました。", "It could not be confirmed by the reply deadline and was called off, as the request says.");

    public static Remark NeverPlaced { get; } = Remark("never_placed", "希望期間が過ぎたため、自動的に中止しました。", "The time asked for has passed; it was called off.");

    public static Remark Started { get; } = Remark("started", "開始時刻になりました。", "It has started.");

    public static Remark Ended { get; } = Remark("ended", "終了時刻になりました。", "It has ended.");

    public static Remark AttendanceRecorded { get; } = Remark("attendance_recorded", "出席を記録しました。", "Attendance was recorded.");

    public static Remark AttendanceCorrected { get; } = Remark("attendance_corrected", "出席の記録を訂正しました。", "The attendance record was corrected.");

    public static Remark NeverRecorded { get; } = Remark("never_recorded", "記録期限になりました。出席は記録されていません。", "The record deadline has passed; attendance was not recorded.");

    public static Remark Requested(string number) => Remark("requested", $"依頼 {number} を受け付けました。枠を探しています。", $"Request {number} was accepted; a slot is sought.");

    public static Remark InvitationsSent(int mails) => Remark("invitations_sent", $"案内 {mails} 通を用意しました。回答を待っています。", $"{mails} invitations are on their way; replies are awaited.");

    public static Remark Disrupted(SlotDisrupted disrupted) => Remark(
        disrupted.Explanation.Summary.Code,
        string.Concat([disrupted.Explanation.Summary.Ja, .. disrupted.Explanation.Blocking.Select(remark => remark.Ja)]),
        string.Join(' ', [disrupted.Explanation.Summary.En, .. disrupted.Explanation.Blocking.Select(remark => remark.En)]));

    public static Remark MovedBecause(Disruption disruption) => disruption.Cause switch
    {
        DisruptionCause.Outranked => Remark("moved_for_another", "優先度の高い会議に譲るため、仮押さえの日時を移しました。", "The hold was moved for a conference of a higher class."),
        DisruptionCause.Bridge => Remark("moved_for_ports", "確保した接続ポートでは足りなくなったため、枠を取り直しました。", "The bridge ports that were reserved no longer do: the slot was taken anew."),
        _ => Remark("moved_for_site", "施設の休診・端末の停止があったため、枠を取り直しました。", "A site was closed or taken out of service: the slot was taken anew."),
    };

    public static Remark TooLate(string state) => Remark(
        "too_late", $"状態が「{StateNames.Ja(state)}」に変わっていたため、依頼された操作は行いませんでした。", $"The state had become {state}; what was asked for was not done.");

    public static Remark MoveImpossible(SlotExplanation explanation) => Remark(
        "move_impossible", $"ほかの枠が見つかりません。元の日時を保持しています。{explanation.Summary.Ja}", $"No other slot was found; the old time is kept. {explanation.Summary.En}");

    public static Remark Reminded(ReminderPurpose purpose) => purpose == ReminderPurpose.PollChaser ? PollWhy.Chased : purpose == ReminderPurpose.Chaser
        ? Remark("chased", "未回答の施設へ回答のお願いを送りました。", "Hospitals that have not answered were asked again.")
        : Remark("reminded", "開催のお知らせ（リマインダー）を送りました。", "Reminders were sent.");

    public static Remark Answered(HospitalName hospital, Answer answer) => Remark(
        $"hospital_{Code.Of(answer)}", $"{hospital.Ja}が「{Ja(answer)}」と回答しました。", $"{hospital.En} answered: {Code.Of(answer)}.");

    public static Remark AnsweredOldTime(HospitalName hospital, Answer answer) => Remark(
        "answered_old_time", $"{hospital.Ja}が変更前の日時に「{Ja(answer)}」と回答しました。現在の日時への回答には数えません。", $"{hospital.En} answered {Code.Of(answer)} to the old time; it does not count for the present one.");

    public static Remark HostDeclined(HospitalName hospital) => Remark(
        HostDeclinedCode, $"主催施設の{hospital.Ja}から「不参加」の回答がありました。開催できない場合は中止してください。", $"The host, {hospital.En}, answered that it does not take part. Cancel the conference if it cannot be held.");

    public static Remark HostInDoubt { get; } = Remark(
        HostDeclinedCode, "主催施設から「不参加」の回答がありました。", "The host answered that it does not take part.");

    public static Remark TooFewNow(HospitalName hospital, Answer answer, int count) => Remark(
        TooFewNowCode, $"{hospital.Ja}が「{Ja(answer)}」と回答し、参加は {count} 施設になりました。必要数を下回っています。", $"{hospital.En} answered {Code.Of(answer)}; {count} hospitals take part, fewer than asked for.");

    public static Remark BelowQuorum(ConferenceState state) => Remark(
        BelowQuorumCode,
        $"確定後の回答により、参加は {state.AcceptedCount()} 施設です。必要な {state.Request.Quorum.MinimumHospitals} 施設を下回っています。",
        $"By answers after it was confirmed, {state.AcceptedCount()} hospitals take part; {state.Request.Quorum.MinimumHospitals} are asked for.");

    public static Remark HeldAllTheSame { get; } = Remark("held_all_the_same", "担当者が確認し、この日時のまま開催します。", "The coordinator decided to hold it at this time all the same.");

    public static Remark OtherTime { get; } = Remark("other_time", "確認された日時から変わっていたため、確定しませんでした。", "The time had changed since it was looked at, so it was not confirmed.");

    public static Remark RecordDue(DateTimeOffset deadline, NetworkTime network) => Remark(
        "record_due",
        $"出席の記録がまだです。{SpokenTime.DayJa(network.DayOf(deadline))} までに記録してください。",
        $"Attendance is not recorded yet. Record it by {SpokenTime.DayEn(network.DayOf(deadline))}.");

    public static Remark WithoutContact(IReadOnlyList<HospitalName> hospitals) => Remark(
        "without_contact", $"連絡先がないため案内できない施設があります：{Ja(hospitals)}", $"These hospitals have no contact to invite: {En(hospitals)}");

    public static Remark ProfessionMissing(Profession profession) => Remark(
        ProfessionMissingCode, $"必要とされた職種の出席がありません（{Code.Of(profession)}）。", $"A profession that should be present was not: {Code.Of(profession)}.");

    /// <summary>What Booking said of other times, and before it what the decline means for the one that is kept.</summary>
    public static SlotExplanation NoTimeWithout(IReadOnlyList<HospitalName> hospitals, SlotExplanation explanation, ConferenceState state, NetworkTime network)
    {
        var isFixed = state.Request.Window is null;
        return explanation with
        {
            Summary = isFixed
                ? Remark("fixed_time_declined", $"必須の{Ja(hospitals)}が指定の日時に参加できません。", $"{En(hospitals)}, which is required, cannot take part at the time that was fixed.")
                : Remark("required_declined", $"必須の{Ja(hospitals)}が不参加と回答し、ほかに枠がありません。", $"{En(hospitals)}, which is required, declined, and there is no other slot."),
            Blocking = isFixed ? explanation.Blocking : [explanation.Summary, .. explanation.Blocking],
            BlockingHospitals = [.. hospitals.Select(hospital => hospital.HospitalId).Union(explanation.BlockingHospitals)],
            Relaxations = [.. KeepingTimeWithout(hospitals, state, network), .. explanation.Relaxations],
        };
    }

    // The time is held and good for all but these, so nothing has to be searched for.
    private static IEnumerable<Relaxation> KeepingTimeWithout(IReadOnlyList<HospitalName> hospitals, ConferenceState state, NetworkTime network)
    {
        if (state.Slot is not { } slot || state.NotDeclined() < state.Request.Quorum.MinimumHospitals)
            yield break;
        var start = network.ToLocal(slot.Start);
        yield return new Relaxation
        {
            Change = Remark(
                "make_optional",
                $"{Ja(hospitals)} を任意参加にすれば {SpokenTime.MomentJa(start)} のまま開催できます。",
                $"With {En(hospitals)} optional, it can stay on {SpokenTime.MomentEn(start)}."),
            Start = slot.Start,
            DurationMinutes = (int)(slot.End - slot.Start).TotalMinutes,
            MakeOptional = [.. hospitals.Select(hospital => hospital.HospitalId)],
        };
    }

    public static SlotExplanation Undecided(ConferenceState state, IReadOnlyList<HospitalName> silent) => new()
    {
        Summary = Remark(
            "undecided_at_deadline",
            $"回答期限になりました。参加は {state.AcceptedCount()} 施設（必要 {state.Request.Quorum.MinimumHospitals} 施設）です。確定・変更・中止を選んでください。",
            $"The reply deadline has come: {state.AcceptedCount()} hospitals take part, {state.Request.Quorum.MinimumHospitals} are asked for. Confirm, change or cancel it."),
        Blocking = silent.Count == 0 ? [] : [Remark("required_silent", $"必須施設のうち参加の回答がない施設：{Ja(silent)}", $"Required hospitals that have not accepted: {En(silent)}")],
        BlockingHospitals = [.. silent.Select(hospital => hospital.HospitalId)],
    };

    private static string Ja(Answer answer) => answer switch
    {
        Answer.Accepted => "参加",
        Answer.Declined => "不参加",
        _ => "保留",
    };

    private static string Ja(IReadOnlyList<HospitalName> hospitals) => string.Join("、", hospitals.Select(hospital => hospital.Ja));

    private static string En(IReadOnlyList<HospitalName> hospitals) => string.Join(", ", hospitals.Select(hospital => hospital.En));

    private static Remark Remark(string code, string ja, string en) => new() { Code = code, Ja = ja, En = en };
}
