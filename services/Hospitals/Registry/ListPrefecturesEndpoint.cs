using Conference.Contracts.Hospitals;
using Conference.Platform.Authorization;

namespace Conference.Hospitals.Registry;

internal static class ListPrefecturesEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/prefectures", () => Prefectures.All)
        .RequirePermission(Permission.ReadHospitals)
        .Produces<IReadOnlyList<PrefectureView>>()
        .WithSummary("The 47 prefectures");
}
