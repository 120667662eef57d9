using Conference.Contracts.Requests;
using Conference.Portal.Api;
using Microsoft.AspNetCore.Components;

namespace Conference.Portal.Pages.Conferences;

/// <summary>A page on which one thing is done to a conference, and which then leads back to it.</summary>
public abstract class ConferenceAction : ComponentBase
{
    /// <summary>The conference.</summary>
    [Parameter]
    public Guid ConferenceId { get; set; }

    /// <summary>The revision that was shown when the form was.</summary>
    [SupplyParameterFromForm]
    public int? Seen { get; set; }

    /// <summary>Told from a second click by it.</summary>
    [SupplyParameterFromForm]
    public string? ActKey { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    internal ConferenceView? View { get; private set; }

    internal IReadOnlyList<ApiFault> Faults { get; private set; } = [];

    internal string Api => $"/api/conferences/{ConferenceId}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var answer = await Services.GetRequiredService<RequestsClient>().GetAsync<ConferenceView>(Api);
        if (answer.IsNotFound)
            Navigation.NotFound();
        View = answer.Value;
        Faults = answer.Faults;
    }

    /// <summary>What is wrong before any service is asked.</summary>
    internal void Refuse(string field, string code, string detail) => Faults = [new ApiFault(field, code, detail)];

    internal void After(ApiResult answer, string done)
    {
        Faults = answer.Faults;
        if (answer.Succeeded)
            Navigation.NavigateTo($"/conferences/{ConferenceId}?done={done}");
    }
}
