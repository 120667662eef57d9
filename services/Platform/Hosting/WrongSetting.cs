using System.Net.Sockets;
using System.Text.RegularExpressions;
using Conference.Platform.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Conference.Platform.Hosting;

/// <summary>Tells a wrong setting, which the operator can mend, from a fault of ours.</summary>
internal static partial class WrongSetting
{
    // SQLite's result codes (sqlite.org/rescode.html).
    private const int ReadOnly = 8;
    private const int CannotRead = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>The line that names the setting; null for a fault of ours.</summary>
    public static string? Find(Exception exception) => exception switch
    {
        // As it comes from listening; everybody else's says what could not be reached around it.
        SocketException => $"Wrong setting: {ListeningUrls.Setting}: this process cannot listen there ({exception.Message}).",
        _ => Within(exception),
    };

    private static string? Within(Exception exception) => exception switch
    {
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures.Select(failure => $"Wrong setting: {failure}")),
        InvalidSettingException wrong => $"Wrong setting: {wrong.Message}",
        IOException { InnerException: AddressInUseException } taken => $"Wrong setting: {ListeningUrls.Setting}: another process listens there ({taken.Message})",
        IOException when exception.Message.StartsWith("Failed to bind", StringComparison.Ordinal) => $"Wrong setting: {ListeningUrls.Setting}: this process cannot listen there ({exception.Message})",
        InvalidOperationException when exception.Message.StartsWith("Unable to configure HTTPS", StringComparison.Ordinal) =>
            $"Wrong setting: {ListeningUrls.Setting}: https needs a certificate (Kestrel:Certificates:Default:Path and :Password). A proxy in front that speaks TLS needs http here.",
        PostgresException { SqlState: var state } refused when IsRefusal(state) => $"Wrong setting: {PostgresConnection.Setting}: the server refuses it ({refused.MessageText})",
        PostgresException => null,
        NpgsqlException { IsTransient: false } refused => $"Wrong setting: {PostgresConnection.Setting}: the server cannot be used ({refused.GetBaseException().Message})",
        SqliteException { SqliteErrorCode: ReadOnly or CannotRead or Full or CannotOpen or NoDatabase } =>
            $"Wrong setting: {DataOptions.Section}:{nameof(DataOptions.Path)}: this process cannot keep its files there ({exception.Message})",
        InvalidOperationException when Unconvertible().Match(exception.Message) is { Success: true } value =>
            $"Wrong setting: {value.Groups["name"]} is '{value.Groups["value"]}', not {KindOf(value.Groups["type"].Value)}.",
        AggregateException many => many.InnerExceptions.Select(Within).FirstOrDefault(message => message is not null),
        { InnerException: { } inner } => Within(inner),
        _ => null,
    };

    // Class 28: who asks is not known; 3D: there is no such database; 42501: the user may not; 08P01: what stands in between does
    // not take the connection's options (PostgreSQL, appendix A).
    private static bool IsRefusal(string state) => state.StartsWith("28", StringComparison.Ordinal) || state.StartsWith("3D", StringComparison.Ordinal) || state is "42501" or "08P01";

    private static string KindOf(string type) => type switch
    {
        _ when type.Contains("Int", StringComparison.Ordinal) => "a whole number",
        _ when type.Contains("TimeSpan", StringComparison.Ordinal) => "a span of time such as 00:01:00 (hours:minutes:seconds) or 1.00:00:00 (a day)",
        _ when type.Contains("Boolean", StringComparison.Ordinal) => "true or false",
        _ => $"a value of the kind that it takes ({type})",
    };

    // The configuration binder names the setting nowhere but in this sentence.
    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<name>[^']+)' to type '(?:System\\.)?(?<type>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex Unconvertible();
}
