using Conference.Contracts.Requests;
using Conference.Council.Storage;
using Conference.Platform.Storage;
using MassTransit;

namespace Conference.Council.Reports;

internal sealed class KeepConferenceRecordConsumer(CouncilStore store) : IConsumer<ConferenceRecorded>
{
    public Task Consume(ConsumeContext<ConferenceRecorded> context) => TakeAsync(context.Message, context.CancellationToken);

    public async Task TakeAsync(ConferenceRecorded message, CancellationToken cancellationToken)
    {
        await store.OneAtATimeAsync($"record {message.ConferenceId}", cancellationToken);
        if (await store.Records.FindAsync([message.ConferenceId], cancellationToken) is { } known)
            known.Take(message);
        else
            store.Add(ConferenceRecord.Of(message));
    }
}
