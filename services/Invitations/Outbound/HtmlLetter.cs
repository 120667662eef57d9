using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Conference.Invitations.Outbound;

/// <summary>The letter as HTML: paragraphs with inline styles and no table, which Outlook's engine and small screens both show.</summary>
internal static class HtmlLetter
{
    private const string Body = "margin:0;padding:24px;color:#1a1a1a;font-family:'Noto Sans JP',Meiryo,'Hiragino Sans',sans-serif;font-size:16px;line-height:1.7";
    private const string Button = "display:inline-block;padding:14px 28px;background-color:#0017c1;border:1px solid #0017c1;border-radius:8px;color:#ffffff;font-size:18px;font-weight:bold;text-decoration:none";
    private const string Label = "color:#4d4d4d";
    private const string Small = "color:#4d4d4d;font-size:14px";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(Letter letter)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(letter.Text.Language).Append("\">\n<head><meta charset=\"utf-8\"><title>")
            .Append(Encode(letter.Subject)).Append("</title></head>\n<body style=\"").Append(Body).Append("\">\n");
        html.Append("<p>").Append(Encode(letter.Greeting).Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append("</p>\n");
        html.Append("<p>").Append(Encode(letter.Intro)).Append("</p>\n<p>");
        html.AppendJoin("<br>\n", letter.Facts.Select(fact => $"<span style=\"{Label}\">{Encode(fact.Label)}{letter.Text["Colon"]}</span><strong>{Encode(fact.Value)}</strong>"));
        html.Append("</p>\n");
        if (letter.AnswerLink is { } answer)
        {
            html.Append("<p style=\"margin:24px 0\"><a href=\"").Append(Encode(answer)).Append("\" style=\"").Append(Button).Append("\">")
                .Append(Encode(letter.Text[letter.AnswerText])).Append("</a><br>\n<span style=\"").Append(Small).Append("\">").Append(Encode(letter.Text[$"{letter.AnswerText}_note"])).Append("</span></p>\n");
        }

        if (letter.JoinLink is { } join)
        {
            html.Append("<p><a href=\"").Append(Encode(join)).Append("\">").Append(Encode(letter.Text["Join"])).Append("</a><br>\n<span style=\"")
                .Append(Small).Append("\">").Append(Encode(letter.Text["Join_note"])).Append("</span></p>\n");
        }

        html.Append("<p style=\"").Append(Small).Append("\">").Append(Encode(letter.Text["Privacy"])).Append("<br>\n").Append(Encode(letter.Sender)).Append("</p>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
