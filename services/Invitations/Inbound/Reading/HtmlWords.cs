using System.Net;
using System.Text;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>The words of an HTML mail, line by line, without what it quotes.</summary>
internal static class HtmlWords
{
    public static string Of(string html)
    {
        var quoted = html.IndexOf("<blockquote", StringComparison.OrdinalIgnoreCase);
        var text = new StringBuilder();
        var rest = html.AsSpan(0, quoted < 0 ? html.Length : quoted);
        while (rest.Length > 0)
        {
            var open = rest.IndexOf('<');
            if (open < 0)
            {
                text.Append(rest);
                break;
            }

            text.Append(rest[..open]);
            rest = Skip(rest[open..], text);
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    private static ReadOnlySpan<char> Skip(ReadOnlySpan<char> tag, StringBuilder text)
    {
        foreach (var hidden in new[] { "style", "script", "head" })
        {
            if (!tag[1..].StartsWith(hidden, StringComparison.OrdinalIgnoreCase) || tag[1..].StartsWith("header", StringComparison.OrdinalIgnoreCase))
                continue;
            var end = tag.IndexOf($"</{hidden}", StringComparison.OrdinalIgnoreCase);
            if (end < 0)
                return [];
            tag = tag[end..];
        }

        var name = tag[1..].TrimStart('/');
        if (name.StartsWith("br", StringComparison.OrdinalIgnoreCase) || name.StartsWith("p", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("div", StringComparison.OrdinalIgnoreCase) || name.StartsWith("tr", StringComparison.OrdinalIgnoreCase) || name.StartsWith("li", StringComparison.OrdinalIgnoreCase))
            text.Append('\n');
        var close = tag.IndexOf('>');
        return close < 0 ? [] : tag[(close + 1)..];
    }
}
