namespace Conference.Portal.Api;

/// <summary>Every service's client by its name: for what each service has of the same kind.</summary>
internal sealed class AllServices(
    RequestsClient requests, BookingClient booking, InvitationsClient invitations, HospitalsClient hospitals, CouncilClient council, TimersClient timers, PortalClient portal)
{
    public static readonly IReadOnlyList<string> Names = ["requests", "booking", "invitations", "hospitals", "council", "timers", "portal"];

    public ServiceClient Of(string service) => service switch
    {
        "requests" => requests,
        "booking" => booking,
        "invitations" => invitations,
        "hospitals" => hospitals,
        "council" => council,
        "timers" => timers,
        "portal" => portal,
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "No such service."),
    };
}
