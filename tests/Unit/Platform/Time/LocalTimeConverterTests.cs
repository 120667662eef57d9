using System.Text.Json;
using Conference.Platform.Time;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Time;

public sealed class LocalTimeConverterTests
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new LocalTimeConverter(new NetworkTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"))) } };

    [Theory]
    [InlineData("2026-12-10T08:30:00Z")]
    [InlineData("2026-12-10T17:30:00+09:00")]
    [InlineData("2026-12-10T17:30:00.1234567+09:00")]
    [InlineData("2026-12-10T03:30-05:00")]
    public void Read_AnInstantWithItsOffset_IsTaken(string text) =>
        JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", Json).UtcDateTime.ShouldBe(new DateTime(2026, 12, 10, 8, 30, 0), TimeSpan.FromSeconds(1));

    [Theory]
    [InlineData("2026-12-10")]
    [InlineData("2026-12-10T17:30:00")]
    [InlineData("2026-12-10T17:30:00.1234567")]
    public void Read_AnInstantWithoutOffset_IsRefused(string text) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>($"\"{text}\"", Json));

    [Fact]
    public void Write_AnInstant_HasTheNetworksOffset() =>
        JsonSerializer.SerializeToElement(new DateTimeOffset(2026, 12, 10, 8, 30, 0, TimeSpan.Zero), Json).GetString().ShouldBe("2026-12-10T17:30:00+09:00");
}
