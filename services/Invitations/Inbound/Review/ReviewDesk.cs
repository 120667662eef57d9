using Conference.Contracts.Invitations;
using Conference.Invitations.Ledger;
using Conference.Invitations.Polls;
using Conference.Invitations.Storage;
using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Inbound.Review;

/// <summary>Carries out what a person decided of a mail, and remembers it for its sender.</summary>
internal sealed class ReviewDesk(InvitationsStore store, TakenAnswers answers, CounterEffects counters, TimeProvider time)
{
    /// <summary>Runs within the caller's transaction.</summary>
    /// <returns>Null when it was done; else why not.</returns>
    public async Task<IResult?> DecideAsync(ReceivedMail mail, DecideReceivedMail decision, Caller caller, CancellationToken cancellationToken)
    {
        if (mail.Outcome != ReceivedOutcome.Review)
            return Problem.Conflict(new Fault("id", "mail_decided", "このメールは既に判断されています。", "This mail has been decided."));
        var doubt = mail.Reason;
        if (!decision.Counts)
        {
            mail.Became(ReceivedOutcome.Dismissed, doubt);
            // A forged or misdirected mail says nothing of whose address it bears: only a stranger is remembered, never a contact.
            if (doubt == "stranger" && mail.HospitalId is { } hospital)
                await RememberAsync(await StrangersAsync(mail, hospital, cancellationToken), hospital, believed: false, caller, cancellationToken);
        }
        else if (await CountAsync(mail, decision, caller, cancellationToken) is { } refusal)
        {
            return refusal;
        }
        else if (doubt == "stranger")
        {
            await RememberAsync(await StrangersAsync(mail, mail.HospitalId!, cancellationToken), mail.HospitalId!, believed: true, caller, cancellationToken);
        }

        (mail.DecidedAt, mail.DecidedBy, mail.Excerpt) = (time.GetUtcNow(), caller.Id, null);
        return null;
    }

    private async Task<IResult?> CountAsync(ReceivedMail mail, DecideReceivedMail decision, Caller caller, CancellationToken cancellationToken)
    {
        var known = mail.ConferenceId is { } id ? await ConferenceAsync(id, cancellationToken) : null;
        if (known is not null && await store.IsPolledAsync(known, cancellationToken))
            return Problem.Conflict(new Fault("id", ReplyEffects.PollReply, "候補日の回答依頼への返信は、そのままでは数えられません。会議の画面から、候補日ごとの回答を代理で入力してください。", "A mail cannot count as an answer to a poll. Enter the hospital's votes on the conference's page."));
        if (known is not { Brief: not null } conference)
            return Problem.Conflict(new Fault("id", "unknown_conference", "どの会議か分からないメールは、回答として数えられません。会議の画面から代理で回答してください。", "A mail of an unknown conference cannot count. Answer for the hospital on the conference's page."));
        var before = (mail.HospitalId, mail.Answer);
        (mail.HospitalId, mail.Answer) = (mail.HospitalId ?? decision.HospitalId, decision.Answer ?? mail.Answer);
        if (await FaultAsync(mail, conference, caller, cancellationToken) is { } fault)
        {
            // Nothing of a refused decision is kept: it can be made again.
            (mail.HospitalId, mail.Answer) = before;
            return fault;
        }

        if (mail.ProposedStart is null)
        {
            await answers.TakeAsync(mail, conference, caller.Id, cancellationToken);
            return null;
        }

        mail.ContactId ??= await store.Mails.Where(row => row.ConferenceId == conference.ConferenceId && row.HospitalId == mail.HospitalId).Select(row => (Guid?)row.ContactId).FirstOrDefaultAsync(cancellationToken) ?? Guid.Empty;
        await counters.TakeAsync(mail, conference, caller.Id, cancellationToken);
        return mail.Outcome == ReceivedOutcome.Review
            ? Problem.Conflict(new Fault("id", "proposal_impossible", "提案された日時は設定できません。", "The proposed time cannot be set."))
            : null;
    }

    private async Task<IResult?> FaultAsync(ReceivedMail mail, AnnouncedConference conference, Caller caller, CancellationToken cancellationToken)
    {
        if (mail.HospitalId is not { } hospital || !await store.Invited.AnyAsync(party => party.ConferenceId == conference.ConferenceId && party.HospitalId == hospital, cancellationToken))
            return Problem.Invalid(new Fault("hospitalId", "not_invited", "どの施設の回答か、案内した施設の中から選んでください。", "Choose the hospital that it answers for among those invited."));
        if (!caller.May(Permission.AnswerOnBehalf, hospital))
            return Problem.Forbidden(new Fault("hospitalId", "out_of_scope", "この施設の代わりに回答する権限がありません。", "You may not answer for this hospital."));
        return mail.Answer is null && mail.ProposedStart is null
            ? Problem.Invalid(new Fault("answer", "answer_missing", "参加・不参加・保留のどれかを選んでください。", "Choose accepted, declined or tentative."))
            : null;
    }

    private async Task<AnnouncedConference?> ConferenceAsync(Guid conferenceId, CancellationToken cancellationToken)
    {
        await store.LockConferenceAsync(conferenceId, cancellationToken);
        return await store.Conferences.AsNoTracking().SingleOrDefaultAsync(row => row.ConferenceId == conferenceId, cancellationToken);
    }

    // The sender, and whom the calendar names: that is whom the next answer will name. What is known of an address already stays.
    private async Task<List<string>> StrangersAsync(ReceivedMail mail, string hospitalId, CancellationToken cancellationToken)
    {
        var contacts = await store.Contacts.AsNoTracking().SingleOrDefaultAsync(row => row.HospitalId == hospitalId, cancellationToken);
        var registered = (contacts?.Everybody().Select(one => one.Address) ?? [])
            .Concat(await store.Mails.Where(row => row.HospitalId == hospitalId && row.ConferenceId == mail.ConferenceId).Select(row => row.Address).ToListAsync(cancellationToken))
            .Concat(await store.KnownSenders.Where(row => row.HospitalId == hospitalId && row.Believed && (row.ConferenceId == Guid.Empty || row.ConferenceId == mail.ConferenceId)).Select(row => row.Address).ToListAsync(cancellationToken))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. new[] { mail.Sender, mail.Attendee }.OfType<string>().Where(address => address.Length > 0 && !registered.Contains(address)).Distinct()];
    }

    private async Task RememberAsync(List<string> addresses, string hospitalId, bool believed, Caller caller, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
        {
            var known = await store.KnownSenders.FindAsync([address, hospitalId, Guid.Empty], cancellationToken);
            if (known is null)
                store.KnownSenders.Add(known = new KnownSender { Address = address, HospitalId = hospitalId, ConferenceId = Guid.Empty, By = caller.Id, At = time.GetUtcNow() });
            (known.Believed, known.By, known.At) = (believed, caller.Id, time.GetUtcNow());
        }
    }
}
