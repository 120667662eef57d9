using System.Text;

namespace Conference.Invitations.Outbound;

/// <summary>The letter as plain text: whole, for readers whose programs show nothing else.</summary>
internal static class PlainLetter
{
    public static string Write(Letter letter)
    {
        var text = new StringBuilder();
        text.Append(letter.Greeting).Append("\n\n").Append(letter.Intro).Append("\n\n");
        AppendBody(text, letter);
        text.Append("\n-- \n").Append(letter.Sender).Append('\n');
        return text.ToString();
    }

    /// <summary>The part that also stands in the calendar entry.</summary>
    public static string Body(Letter letter) => AppendBody(new StringBuilder(), letter).ToString().TrimEnd('\n');

    private static StringBuilder AppendBody(StringBuilder text, Letter letter)
    {
        foreach (var (label, value) in letter.Facts)
            text.Append(label).Append(letter.Text["Colon"]).Append(value).Append('\n');
        AppendLink(text, letter, $"{letter.AnswerText}_note", letter.AnswerLink);
        AppendLink(text, letter, "Join_note", letter.JoinLink);
        return text.Append('\n').Append(letter.Text["Privacy"]).Append('\n');
    }

    private static void AppendLink(StringBuilder text, Letter letter, string note, string? link)
    {
        if (link is not null)
            text.Append('\n').Append(letter.Text[note]).Append('\n').Append(link).Append('\n');
    }
}
