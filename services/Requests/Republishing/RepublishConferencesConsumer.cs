using Conference.Contracts.Requests;
using MassTransit;

namespace Conference.Requests.Republishing;

internal sealed class RepublishConferencesConsumer(ILogger<RepublishConferencesConsumer> log) : IConsumer<RepublishConferences>
{
    public Task Consume(ConsumeContext<RepublishConferences> context)
    {
        log.LogInformation("Sending every conference again for {RequestedBy}", context.Message.RequestedBy);
        return context.Publish(new RepublishPortion { After = "" }, context.CancellationToken);
    }
}
