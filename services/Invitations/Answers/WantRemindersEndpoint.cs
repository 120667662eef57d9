using Conference.Contracts.Invitations;
using Conference.Invitations.Contacts;
using Conference.Invitations.Storage;
using Conference.Platform.Audit;
using Conference.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Conference.Invitations.Answers;

internal static class WantRemindersEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/answers/{token}/reminders", Handle)
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .AllowAnonymous();

    // A link that has expired can still be used to be left in peace.
    private static async Task<IResult> Handle(string token, WantReminders body, AnswerLinks links, InvitationsStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not { } link)
            return LinkFaults.Invalid();
        await store.InTransactionAsync(
            async () =>
            {
                store.Trail?.By($"contact:{link.ContactId}");
                await store.OneAtATimeAsync($"quiet {link.ContactId}", cancellationToken);
                var quiet = await store.QuietContacts.SingleOrDefaultAsync(contact => contact.ContactId == link.ContactId, cancellationToken);
                if (body.Wanted && quiet is not null)
                    store.QuietContacts.Remove(quiet);
                else if (!body.Wanted && quiet is null)
                    store.QuietContacts.Add(new QuietContact { ContactId = link.ContactId, Since = time.GetUtcNow() });
            },
            cancellationToken);
        return Results.NoContent();
    }
}
