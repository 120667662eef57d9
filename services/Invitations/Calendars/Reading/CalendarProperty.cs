namespace Conference.Invitations.Calendars.Reading;

/// <summary>One content line: a name, its parameters, its value as written.</summary>
internal sealed record CalendarProperty(string Name, IReadOnlyList<KeyValuePair<string, string>> Parameters, string Value)
{
    private const string MailTo = "mailto:";

    /// <summary>A parameter's value; null when it has none.</summary>
    public string? this[string parameter] =>
        Parameters.FirstOrDefault(pair => pair.Key.Equals(parameter, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The value as a mail address: the part after <c>mailto:</c>, or the EMAIL parameter (RFC 7986); else null.</summary>
    public string? Address =>
        Value.StartsWith(MailTo, StringComparison.OrdinalIgnoreCase) ? Value[MailTo.Length..].Trim()
        : this["EMAIL"] ?? (Value.Contains('@', StringComparison.Ordinal) ? Value.Trim() : null);

    /// <summary>The value with the escapes of TEXT undone (RFC 5545 section 3.3.11).</summary>
    public string Text => Value.Contains('\\', StringComparison.Ordinal) ? Unescape(Value) : Value;

    /// <summary>Reads an unfolded line; null when it is none.</summary>
    public static CalendarProperty? Parse(string line)
    {
        var end = NameEnd(line, 0);
        if (end == 0 || end == line.Length)
            return null;
        var (name, at) = (line[..end].ToUpperInvariant(), end);
        List<KeyValuePair<string, string>> parameters = [];
        while (at < line.Length && line[at] == ';')
        {
            var equal = line.IndexOf('=', at);
            if (equal < 0)
                return null;
            var stop = ValueEnd(line, equal + 1);
            if (stop < 0)
                return null;
            parameters.Add(new(line[(at + 1)..equal].Trim().ToUpperInvariant(), Unquote(line[(equal + 1)..stop])));
            at = stop;
        }

        return at < line.Length && line[at] == ':' ? new CalendarProperty(name, parameters, line[(at + 1)..]) : null;
    }

    private static int NameEnd(string line, int from)
    {
        while (from < line.Length && (char.IsAsciiLetterOrDigit(line[from]) || line[from] is '-' or '_'))
            from++;
        return from;
    }

    // Where a parameter's value ends: at the first ; or : that is not within quotation marks.
    private static int ValueEnd(string line, int from)
    {
        var quoted = false;
        for (; from < line.Length; from++)
        {
            if (line[from] == '"')
                quoted = !quoted;
            else if (!quoted && line[from] is ';' or ':')
                return from;
        }

        return -1;
    }

    private static string Unquote(string value) => value.Replace("\"", "", StringComparison.Ordinal);

    private static string Unescape(string value)
    {
        var text = new System.Text.StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '\\' || at + 1 == value.Length)
                text.Append(value[at]);
            else
                text.Append(value[++at] is 'n' or 'N' ? '\n' : value[at]);
        }

        return text.ToString();
    }
}
