using Conference.Platform.Problems;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Storage;

/// <summary>Two people changed the same thing at once: the later one is told, and nothing is overwritten unseen.</summary>
internal sealed class ChangedMeanwhile : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (DbUpdateException exception) when (StoreRace.Is(exception))
        {
            return Problem.Conflict(new(
                "", "changed_meanwhile", "ほかの人が同時に変更しました。読み込み直して、もう一度変更してください。", "Somebody else changed this at the same time. Load it again and repeat the change."));
        }
    }
}
