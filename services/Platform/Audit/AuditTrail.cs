using Conference.Platform.Authorization;
using Conference.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Conference.Platform.Audit;

/// <summary>
/// The entry of the present request. It is added to whatever store the request saves first, in the same transaction;
/// when nothing was saved it is written on its own before the answer leaves.
/// </summary>
public sealed class AuditTrail(TimeProvider clock, IServiceScopeFactory scopes)
{
    internal const int LongestId = 100;
    internal const int LongestAction = 200;
    private const string Anonymous = "anonymous";

    private readonly List<(string Name, object? Value)> _concerns = [];
    private AuditedRequest? _request;
    private string? _by;
    private AuditEntry? _entry;
    private bool _written;
    private bool _ahead;

    /// <summary>The request is about this too.</summary>
    public void Concerns(string name, object? id) => _concerns.Add((name, id));

    /// <summary>Who it is, where no signed-in caller says so: the contact of an answer link, the user who signs in.</summary>
    public void By(string id) => _by = id;

    /// <summary>
    /// Adds an entry of its own to a store, saved with its next save: for what no request's entry tells. An endpoint
    /// needs it not; <see cref="Concerns"/> adds to the entry that it has anyway.
    /// </summary>
    public void Record(ServiceStore store, string action, Caller? caller, AuditOutcome outcome, params IEnumerable<(string Name, object? Id)> subjects)
    {
        ArgumentNullException.ThrowIfNull(store);
        store.AuditEntries.Add(Entry(caller?.Id ?? _by, caller, action, null, subjects, outcome, null));
    }

    internal void Begin(AuditedRequest request) => _request = request;

    internal void AddTo(ServiceStore store)
    {
        if (_request is not { IsLook: false } request || (_entry is not null && store.Entry(_entry).State != EntityState.Detached) || !Changes(store))
            return;
        _entry = Entry(request, AuditOutcome.Changed, null);
        store.AuditEntries.Add(_entry);
    }

    internal void Committed(ServiceStore store) => _written |= _entry is not null && store.Entry(_entry).State == EntityState.Unchanged;

    /// <summary>Writes the entry before something that no transaction could take back. Should that fail, the answer adds another.</summary>
    internal async Task WriteAheadAsync()
    {
        await CloseAsync(StatusCodes.Status200OK);
        _ahead = true;
    }

    /// <summary>Writes what no transaction has written.</summary>
    internal async Task CloseAsync(int status)
    {
        if (_written || (_ahead && status < StatusCodes.Status400BadRequest) || _request?.Home is not { } home)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var store = (ServiceStore)scope.ServiceProvider.GetRequiredService(home);
        store.AuditEntries.Add(Entry(_request, OutcomeOf(status), status));
        await store.SaveChangesAsync(CancellationToken.None);
    }

    private static bool Changes(ServiceStore store) => store.ChangeTracker.Entries()
        .Any(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity is not AuditEntry);

    private AuditOutcome OutcomeOf(int status) => status switch
    {
        >= 500 => AuditOutcome.Failed,
        >= 400 => AuditOutcome.Refused,
        _ => _request!.IsLook ? AuditOutcome.Looked : AuditOutcome.Done,
    };

    private AuditEntry Entry(AuditedRequest request, AuditOutcome outcome, int? status) => Entry(
        request.Caller?.Id ?? _by, request.Caller, request.Action, request.Permission, request.Subjects.Concat(_concerns), outcome, status);

    private AuditEntry Entry(
        string? id, Caller? caller, string action, Permission? permission, IEnumerable<(string Name, object? Id)> subjects, AuditOutcome outcome, int? status) => new()
    {
        At = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()),
        CallerId = Cut(id ?? Anonymous, LongestId),
        Role = caller?.Role.ToString(),
        Scope = caller?.Scope.ToString(),
        Action = Cut(action, LongestAction),
        Permission = permission?.ToString(),
        Subjects = AuditSubjects.Format(subjects),
        Outcome = outcome,
        Status = status,
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
