using Conference.Contracts.Hospitals;
using Conference.Platform.Authorization;
using Conference.Portal.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Conference.Portal.Pages.Hospitals;

/// <summary>A page about one hospital, or on which one thing of it is changed.</summary>
public abstract class HospitalAction : ComponentBase
{
    /// <summary>The hospital.</summary>
    [Parameter]
    public string HospitalId { get; set; } = "";

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    internal HospitalView? Hospital { get; private set; }

    internal bool MayManage { get; private set; }

    internal bool MayManageRegistry { get; private set; }

    internal IReadOnlyList<ApiFault> Faults { get; private set; } = [];

    internal HospitalsClient Client => Services.GetRequiredService<HospitalsClient>();

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var answer = await Client.GetAsync<HospitalView>($"/api/hospitals/{Uri.EscapeDataString(HospitalId)}");
        if (answer.IsNotFound)
            Navigation.NotFound();
        Hospital = answer.Value;
        Faults = answer.Faults;
        var caller = Caller.Of((await Authentication).User);
        MayManage = caller?.May(Permission.ManageSites, HospitalId) == true;
        MayManageRegistry = caller?.May(Permission.ManageRegistry, HospitalId) == true;
    }

    internal SiteView? Site(string siteId) => Hospital?.Sites.FirstOrDefault(site => site.Site.SiteId == siteId);

    /// <summary>What is wrong before any service is asked.</summary>
    internal void Refuse(string field, string code, string detail) => Faults = [new ApiFault(field, code, detail)];

    internal void After(ApiResult answer)
    {
        Faults = answer.Faults;
        if (answer.Succeeded)
            Navigation.NavigateTo($"/hospitals/{HospitalId}?saved=true");
    }
}
