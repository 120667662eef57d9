using System.Globalization;
using Conference.Contracts.Requests;
using Conference.Portal.Api;
using Microsoft.AspNetCore.Components;

namespace Conference.Portal.Pages.Series;

/// <summary>A page on which one thing is done to a series, and which then leads back to it.</summary>
public abstract class SeriesAction : ComponentBase
{
    /// <summary>The series.</summary>
    [Parameter]
    public Guid SeriesId { get; set; }

    /// <summary>The original start of the occurrence that it began from; null for the whole.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    internal SeriesView? View { get; private set; }

    /// <summary>The occurrence named; null for the whole.</summary>
    internal OccurrenceView? Named { get; private set; }

    internal IReadOnlyList<ApiFault> Faults { get; private set; } = [];

    /// <summary>How many the act would touch that are still to come.</summary>
    internal int Following => View!.Occurrences.Count(occurrence => occurrence.Changeable && (Named is null || occurrence.OriginalStart >= Named.OriginalStart));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var answer = await Services.GetRequiredService<RequestsClient>().GetAsync<SeriesView>($"/api/series/{SeriesId}");
        if (answer.IsNotFound)
            Navigation.NotFound();
        (View, Faults) = (answer.Value, answer.Faults);
        if (DateTimeOffset.TryParse(From, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var start))
            Named = View?.Occurrences.FirstOrDefault(occurrence => occurrence.OriginalStart == start);
    }

    /// <summary>What is wrong before the act is asked for.</summary>
    internal void Refuse(IReadOnlyList<ApiFault> faults) => Faults = faults;

    /// <summary>Asks what an act would do; null where it is refused.</summary>
    internal async Task<T?> AskAsync<T>(string path, object body) where T : class
    {
        var answer = await Services.GetRequiredService<RequestsClient>().PostAsync<T>($"/api/series/{SeriesId}/{path}", body);
        Faults = answer.Faults;
        return answer.Value;
    }

    internal async Task ActAsync(string act, object body)
    {
        var answer = await Services.GetRequiredService<RequestsClient>().SendAsync(HttpMethod.Post, $"/api/series/{SeriesId}/{act}", body);
        Faults = answer.Faults;
        if (answer.Succeeded)
            Navigation.NavigateTo($"/series/{SeriesId}?done={act}");
    }
}
