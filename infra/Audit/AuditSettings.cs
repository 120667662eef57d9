using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Conference.Audit;

/// <summary>Where the audit reads and how it reports.</summary>
public sealed record AuditSettings
{
    private static readonly string[] Known =
        ["Data:Path", "Database:Postgres", "Bus:RabbitMq", "Mail:Drop", "Settle", "PassingLimit", "Json", "Language"];

    /// <summary>Folder of the SQLite stores and of the mail drop; default <c>data</c>.</summary>
    public string DataPath { get; init; } = "data";

    /// <summary>Connection string of PostgreSQL; null for SQLite.</summary>
    public string? Postgres { get; init; }

    /// <summary>The broker's nodes, whose queues are looked at; empty when messages stay in the process.</summary>
    public IReadOnlyList<Uri> RabbitMq { get; init; } = [];

    /// <summary>Folder with the mails that no server was to see; default <c>mail</c> under the data folder.</summary>
    public string? MailDrop { get; init; }

    /// <summary>
    /// The stores cannot be read at one instant. What is found is looked at again after this time, and only what is
    /// still there is reported; default 30 seconds, zero for a product that is stopped.
    /// </summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a conference may be in a passing state, and a message, mail or timer wait; default 5 minutes.</summary>
    public TimeSpan PassingLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the report is JSON.</summary>
    public bool Json { get; init; }

    /// <summary><c>ja</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "ja";

    internal string DropFolder => MailDrop ?? Path.Combine(DataPath, "mail");

    /// <summary>Reads <c>--Key=value</c>, then the environment (<c>Data__Path</c>).</summary>
    /// <exception cref="WrongSettingException">A setting is unknown or has no meaning.</exception>
    public static AuditSettings Read(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        foreach (var name in args.Select(arg => arg.TrimStart('-').Split('=')[0]).Where(name => !Known.Contains(name, StringComparer.OrdinalIgnoreCase)))
            throw new WrongSettingException($"Wrong setting: {name} is not known. Known: {string.Join(", ", Known)}, each as --Key=value.");

        var given = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var settings = new AuditSettings();
        return new AuditSettings
        {
            DataPath = Text(given, "Data:Path") ?? settings.DataPath,
            Postgres = Text(given, "Database:Postgres"),
            RabbitMq = [.. (Text(given, "Bus:RabbitMq") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Node)],
            MailDrop = Text(given, "Mail:Drop"),
            Settle = Span(given, "Settle") ?? settings.Settle,
            PassingLimit = Span(given, "PassingLimit") ?? settings.PassingLimit,
            Json = Flag(given, "Json"),
            Language = Text(given, "Language") switch
            {
                null or "ja" => "ja",
                "en" => "en",
                var other => throw new WrongSettingException($"Wrong setting: Language is '{other}', not ja or en."),
            },
        };
    }

    private static string? Text(IConfiguration given, string name) => given[name] is { Length: > 0 } value ? value : null;

    private static TimeSpan? Span(IConfiguration given, string name) => Text(given, name) switch
    {
        null => null,
        var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero && span <= TimeSpan.FromDays(1) => span,
        var text => throw new WrongSettingException($"Wrong setting: {name} is '{text}', not a time such as 00:00:30, at most a day."),
    };

    private static bool Flag(IConfiguration given, string name) => Text(given, name) switch
    {
        null => false,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new WrongSettingException($"Wrong setting: {name} is '{text}', not true or false."),
    };

    // The value can hold a password: it is not repeated.
    private static Uri Node(string text) => Uri.TryCreate(text, UriKind.Absolute, out var node) && node.Scheme is "amqp" or "amqps"
        ? node
        : throw new WrongSettingException("Wrong setting: Bus:RabbitMq is not a URL such as amqp://user:password@rabbit/, or several separated by commas.");
}
