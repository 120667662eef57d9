namespace Conference.Contracts.Hospitals;

/// <summary>One prefecture of <c>GET /api/prefectures</c>, a list of 47.</summary>
public sealed record PrefectureView
{
    /// <summary>JIS X 0401 code, <c>01</c> to <c>47</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name in Japanese.</summary>
    public required string NameJa { get; init; }

    /// <summary>Name in English.</summary>
    public required string NameEn { get; init; }

    /// <summary>Region in Japanese.</summary>
    public required string RegionJa { get; init; }

    /// <summary>Region in English.</summary>
    public required string RegionEn { get; init; }
}
