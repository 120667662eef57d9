using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Hospitals.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Conference.Hospitals.Registry;

/// <summary>
/// Sends everything again, a portion a message: each portion asks for the next, so that no transaction is long and
/// other work comes in between. Versions stay, so receivers that know them already ignore them.
/// </summary>
internal sealed class RepublishHospitalsConsumer(HospitalsStore store) : IConsumer<RepublishHospitals>
{
    public const int Portion = 50;

    public async Task Consume(ConsumeContext<RepublishHospitals> context)
    {
        var cancellationToken = context.CancellationToken;
        var after = context.Message.After ?? "";
        if (after.Length == 0 && await store.Holidays.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } calendar)
            await context.Publish(calendar.ToChanged(), cancellationToken);

#pragma warning disable CA1309 // The store compares, as it orders: only this overload is translated.
        var hospitals = await store.Hospitals.AsNoTracking().Include(hospital => hospital.Sites)
            .Where(hospital => string.Compare(hospital.HospitalId, after) > 0).OrderBy(hospital => hospital.HospitalId).Take(Portion)
            .ToListAsync(cancellationToken);
#pragma warning restore CA1309
        if (hospitals.Count == 0)
            return;

        await context.Publish(new HospitalsListed { Hospitals = [.. hospitals.Select(hospital => hospital.ToChanged())] }, cancellationToken);
        await PublishPartsAsync([.. hospitals.Select(hospital => hospital.HospitalId)], context);
        if (hospitals.Count == Portion)
            await context.Publish(context.Message with { After = hospitals[^1].HospitalId }, cancellationToken);
    }

    private async Task PublishPartsAsync(List<string> ids, ConsumeContext context)
    {
        var contacts = await store.Contacts.AsNoTracking().Where(list => ids.Contains(list.HospitalId)).ToListAsync(context.CancellationToken);
        if (contacts.Count > 0)
            await context.Publish(new ContactsListed { Contacts = [.. contacts.Select(list => list.ToChanged())] }, context.CancellationToken);
        foreach (var plan in await store.Closures.AsNoTracking().Where(plan => ids.Contains(plan.HospitalId)).ToListAsync(context.CancellationToken))
            await context.Publish(plan.ToChanged(), context.CancellationToken);

        // Only the latest test of a site counts.
        var tests = await store.ConnectionTests.AsNoTracking()
            .Where(test => ids.Contains(test.HospitalId) && test.TestedAt == store.ConnectionTests.Where(other => other.SiteId == test.SiteId).Max(other => other.TestedAt))
            .ToListAsync(context.CancellationToken);
        foreach (var test in tests)
            await context.Publish(test.ToRecorded(), context.CancellationToken);
    }
}
