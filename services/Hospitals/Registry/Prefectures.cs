using Conference.Contracts.Hospitals;

namespace Conference.Hospitals.Registry;

/// <summary>The 47 prefectures (JIS X 0401). They do not change while the service runs.</summary>
internal static class Prefectures
{
    private static readonly Lazy<IReadOnlyList<PrefectureView>> Shipped = new(ShippedData.Prefectures);

    public static IReadOnlyList<PrefectureView> All => Shipped.Value;

    public static bool IsCode(string code) => All.Any(prefecture => prefecture.Code == code);
}
