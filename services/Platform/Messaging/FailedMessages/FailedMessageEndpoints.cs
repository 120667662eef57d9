using Conference.Platform.Audit;
using Conference.Platform.Authorization;
using Conference.Platform.Lists;
using Conference.Platform.Problems;
using Conference.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client.Exceptions;

namespace Conference.Platform.Messaging.FailedMessages;

/// <summary>The desk at which an operator looks at a service's failed messages and decides.</summary>
internal sealed class FailedMessageEndpoints(string service, Type storeType)
{
    public static void Map(IEndpointRouteBuilder endpoints, string service, Type storeType)
    {
        var desk = new FailedMessageEndpoints(service, storeType);
        var path = $"/api/operations/{service}/failed-messages";
        endpoints.MapGet(path, desk.ListAsync).RequirePermission(Permission.ReadOperations)
            .WithSummary("Messages that a consumer gave up on, the oldest first").Produces<FailedMessageList>();
        endpoints.MapGet($"{path}/{{id}}", desk.ShowAsync).RequirePermission(Permission.ReadOperations)
            .WithSummary("One of them, with its content").Produces<FailedMessage>().ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapPost($"{path}/retry", desk.RetryAllAsync).RequirePermission(Permission.Operate).AuditedIn(storeType)
            .WithSummary("Gives all of them to their consumers again").Produces<RetriedMessages>();
        endpoints.MapPost($"{path}/{{id}}/retry", desk.RetryAsync).RequirePermission(Permission.Operate).AuditedIn(storeType)
            .WithSummary("Gives one to its consumer again").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapDelete($"{path}/{{id}}", desk.DiscardAsync).RequirePermission(Permission.Operate).AuditedIn(storeType)
            .WithSummary("Takes one away for good").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private Task<IResult> ListAsync(HttpContext context, string? page, string? pageSize, CancellationToken cancellationToken)
    {
        List<Fault> faults = [];
        var paging = Paging.Read(page, pageSize, faults);
        return faults.Count > 0 ? Task.FromResult(Problem.Invalid(faults)) : OnDeskAsync(context, async desk =>
        {
            var (items, total) = await desk.ListAsync(paging.Skip + paging.Size, cancellationToken);
            return Results.Ok(new FailedMessageList([.. items.Skip(paging.Skip)], total));
        });
    }

    private Task<IResult> ShowAsync(HttpContext context, string id, CancellationToken cancellationToken) =>
        OnDeskAsync(context, async desk => await desk.FindAsync(id, cancellationToken) is { } message ? Results.Ok(message) : Gone());

    private Task<IResult> RetryAllAsync(HttpContext context, CancellationToken cancellationToken) =>
        OnDeskAsync(context, async desk => Results.Ok(new RetriedMessages((await desk.RetryAsync(null, cancellationToken)).Count)));

    private Task<IResult> RetryAsync(HttpContext context, string id, CancellationToken cancellationToken) =>
        OnDeskAsync(context, async desk => (await desk.RetryAsync(id, cancellationToken)).Count > 0 ? Results.NoContent() : Gone());

    private Task<IResult> DiscardAsync(HttpContext context, string id, CancellationToken cancellationToken) =>
        OnDeskAsync(context, async desk => await desk.DiscardAsync(id, cancellationToken) is not null ? Results.NoContent() : Gone());

    private async Task<IResult> OnDeskAsync(HttpContext context, Func<IFailedMessages, Task<IResult>> act)
    {
        try
        {
            return await act(DeskOf(context.RequestServices));
        }
        catch (Exception exception) when (exception is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or PublishException or TimeoutException)
        {
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, [new Fault("", "broker_unavailable", "メッセージ基盤（RabbitMQ）が応答しません。復旧してからやり直してください。", "RabbitMQ does not answer. Try again when it is back.")]);
        }
    }

    private IFailedMessages DeskOf(IServiceProvider services) => services.GetService<Broker>() is { } broker
        ? new ErrorQueues(broker, services.GetRequiredService<QueueMap>().Of(storeType), services.GetRequiredService<AuditTrail>())
        : ActivatorUtilities.CreateInstance<StoredFailures>(services, services.GetRequiredService(storeType));

    private IResult Gone() => Problem.NotFound(new Fault(
        "id", "no_such_message", $"{service} にこのメッセージはありません。処理済みか、ほかの担当者が扱っています。一覧を開き直してください。",
        $"{service} has no such message: it was dealt with, or somebody else is at it. Open the list again."));
}

/// <summary>Answer of <c>GET /api/operations/{service}/failed-messages</c>.</summary>
/// <param name="Items">This page, the oldest first.</param>
/// <param name="Total">How many there are.</param>
public sealed record FailedMessageList(IReadOnlyList<FailedMessage> Items, int Total);

/// <summary>Answer of <c>POST …/failed-messages/retry</c>.</summary>
/// <param name="Retried">How many messages were given to their consumers again.</param>
public sealed record RetriedMessages(int Retried);
