using System.Net;
using System.Net.Http.Json;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Shouldly;

namespace Conference.IntegrationTests.Requests.Series;

/// <summary>What a test asks of the series of a host.</summary>
internal static class SeriesHost
{
    public static async Task<SeriesAccepted> SeriesAsync(this RequestsHost host, object body, string? key = null)
    {
        using var answer = await host.SendAsync(HttpMethod.Post, "/api/series", body, key: key);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        var accepted = (await answer.Content.ReadFromJsonAsync<SeriesAccepted>())!;
        answer.Headers.Location!.ToString().ShouldBe($"/api/series/{accepted.SeriesId}");
        return accepted;
    }

    /// <summary>A weekly series whose hospitals have all been asked.</summary>
    public static async Task<Guid> SeriesAskedAsync(this RequestsHost host, int count, string holidays = "keep", DateOnly? first = null)
    {
        var id = (await host.SeriesAsync(SeriesBodies.Weekly(count, holidays: holidays, first: first))).SeriesId;
        await host.SeriesUntilAsync(id, "all to be asked", series => series.All("AwaitingReplies"));
        return id;
    }

    /// <summary>Makes these days the only holidays that are known.</summary>
    public static async Task RestAsync(this RequestsHost host, params DateOnly[] days)
    {
        await host.PublishAsync(new HolidaysChanged { Version = 1, Holidays = [.. days.Select(day => new Holiday { Date = day, NameJa = "祝日", NameEn = "Holiday" })] });
        await host.UntilAsync(store => Task.FromResult(store.Holidays.Any()), known => known, "the holidays");
    }

    public static async Task<SeriesView> SeriesViewAsync(this RequestsHost host, Guid id)
    {
        using var answer = await host.SendAsync(HttpMethod.Get, $"/api/series/{id}");
        return (await answer.Content.ReadFromJsonAsync<SeriesView>())!;
    }

    public static async Task<SeriesView> SeriesUntilAsync(this RequestsHost host, Guid id, string what, Func<SeriesView, bool> enough)
    {
        SeriesView? view = null;
        await host.UntilAsync(async _ => view = await host.SeriesViewAsync(id), enough, what);
        return view!;
    }

    public static async Task<SeriesActed> SeriesActAsync(this RequestsHost host, Guid id, string act, object body)
    {
        using var answer = await host.SendAsync(HttpMethod.Post, $"/api/series/{id}/{act}", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<SeriesActed>())!;
    }

    public static bool All(this SeriesView view, string state) => view.Occurrences.All(occurrence => occurrence.State == state);
}
