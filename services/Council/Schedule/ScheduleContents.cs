using Conference.Council.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Council.Schedule;

/// <summary>Whether anything was ever scheduled: asked by hosts that must not touch data in use.</summary>
public interface IScheduleContents
{
    /// <summary>Whether a conference is known, in whatever state.</summary>
    Task<bool> AnyAsync(CancellationToken cancellationToken);
}

internal sealed class ScheduleContents(CouncilStore store) : IScheduleContents
{
    public Task<bool> AnyAsync(CancellationToken cancellationToken) => store.Conferences.AnyAsync(cancellationToken);
}
