using Conference.Platform.Messaging.FailedMessages;
using Conference.Portal.Api;

namespace Conference.Portal.Pages.Operations;

/// <summary>The messages that could not be processed, each asked at its service.</summary>
internal sealed class FailedMessageDesk(AllServices services)
{
    public async Task<IReadOnlyList<(string Service, ApiResult<FailedMessageList> Answer)>> ListAsync(int most) =>
        await Task.WhenAll(AllServices.Names.Select(async service => (service, await ListAsync(service, most))));

    /// <summary>How many lie there; null when the service does not answer.</summary>
    public async Task<int?> CountAsync(string service) => (await ListAsync(service, 1)).Value?.Total;

    public Task<ApiResult<FailedMessage>> FindAsync(string service, string id) => services.Of(service).GetAsync<FailedMessage>(PathOf(service, id));

    public Task<ApiResult> RetryAsync(string service, string id) => services.Of(service).SendAsync(HttpMethod.Post, $"{PathOf(service, id)}/retry");

    public Task<ApiResult> RetryAllAsync(string service) => services.Of(service).SendAsync(HttpMethod.Post, $"{PathOf(service)}/retry");

    public Task<ApiResult> DiscardAsync(string service, string id) => services.Of(service).SendAsync(HttpMethod.Delete, PathOf(service, id));

    private Task<ApiResult<FailedMessageList>> ListAsync(string service, int most) => services.Of(service).GetAsync<FailedMessageList>($"{PathOf(service)}?pageSize={most}");

    private static string PathOf(string service) => $"/api/operations/{service}/failed-messages";

    private static string PathOf(string service, string id) => $"{PathOf(service)}/{Uri.EscapeDataString(id)}";
}
