using MassTransit;

namespace Conference.Platform.Messaging;

/// <summary>Around all retries: tells the outbox that a consumer gave up.</summary>
internal sealed class FailureFilter(string queue, Acknowledgements acknowledgements) : IFilter<ConsumeContext>
{
    public async Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (Exception exception) when (context.MessageId is { } messageId && !context.CancellationToken.IsCancellationRequested)
        {
            var text = $"{queue}: {exception.GetType().Name}: {exception.Message}";
            acknowledgements.Fail(messageId, text[..Math.Min(text.Length, 500)]);
            throw;
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("failure");
}
