using Conference.Platform.Authorization;
using Conference.Platform.Messaging.FailedMessages;
using Conference.Portal.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Conference.Portal.Pages.Operations;

/// <summary>A page about one message that could not be processed, or on which one thing is done to it.</summary>
public abstract class MessageAction : ComponentBase
{
    /// <summary>The service on whose desk it lies.</summary>
    [Parameter]
    public string Service { get; set; } = "";

    /// <summary>Its place there.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    internal FailedMessage? Message { get; private set; }

    internal IReadOnlyList<ApiFault> Faults { get; private set; } = [];

    internal bool MayOperate { get; private set; }

    internal bool IsKnownService => AllServices.Names.Contains(Service);

    internal FailedMessageDesk Desk => Services.GetRequiredService<FailedMessageDesk>();

    internal string Address => $"{MessagesPage.Address}/{Service}/{Uri.EscapeDataString(Id)}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        MayOperate = MessagesPage.MayOperate((await Authentication).User);
        if (!IsKnownService)
        {
            Navigation.NotFound();
            return;
        }

        // One that is gone is no wrong address: it may have been taken up again since the list was opened.
        var answer = await Desk.FindAsync(Service, Id);
        (Message, Faults) = (answer.Value, answer.Faults);
    }

    internal async Task ActAsync(Func<FailedMessageDesk, Task<ApiResult>> act, string done)
    {
        if (!IsKnownService)
            return;
        var answer = await act(Desk);
        Faults = answer.Faults;
        if (answer.Succeeded)
            Navigation.NavigateTo($"{MessagesPage.Address}?done={done}");
    }
}
