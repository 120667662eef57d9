using System.Text.RegularExpressions;
using Conference.Contracts.Invitations;

namespace Conference.Invitations.Inbound.Reading;

/// <summary>
/// The answer in a plain reply. Only a line that says one thing and nothing else counts, and only when no other says the
/// contrary: what might be misunderstood is for a person to read.
/// </summary>
internal static partial class PlainAnswer
{
    private const int Lines = 12;
    private const int LongestLine = 60;
    private const int LongestMark = 300;

    /// <summary>The answer; null when there is none, or more than one.</summary>
    public static Answer? Read(string text)
    {
        var answers = Own(text).Take(Lines).Where(line => line.Length <= LongestLine).Select(Of).OfType<Answer>().Distinct().ToList();
        return answers is [var only] ? only : null;
    }

    /// <summary>The lines that the sender wrote: those before the first quotation, signature or copy of our mail.</summary>
    public static IEnumerable<string> Own(string text) => text.ReplaceLineEndings("\n").Split('\n')
        .TakeWhile(line => !Quotation().IsMatch(line.AsSpan(0, Math.Min(line.Length, LongestMark))))
        .Where(line => !line.TrimStart().StartsWith('>') && !line.TrimStart().StartsWith('＞'))
        .Select(line => line.Trim(' ', '　', '\t', '\u00a0'))
        .Where(line => line.Length > 0);

    private static Answer? Of(string line)
    {
        var bare = Decoration().Replace(line, "");
        return Declined().IsMatch(bare) ? Answer.Declined
            : Tentative().IsMatch(bare) ? Answer.Tentative
            : Accepted().IsMatch(bare) ? Answer.Accepted
            : null;
    }

    private const string Polite = "(とさせていただきます|させていただきます|させて頂きます|いたします|致します|します|です|でお願い(いた|致)?します|とします|となります)?";
    private const string Lead = "^(出欠|回答|ご回答|参加可否|出欠の(ご)?回答)?[:：はを]?";
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase;

    // Of marks only those that say yes or nothing: × and △ are answers of their own, ？ asks, and □ is a box that nobody ticked.
    [GeneratedRegex(@"[\s　○◯◎●☑✓✔✅■◆★♪^＾`´~～|｜=＝+＋<＜>＞→⇒\p{P}-[?？﹖⁇⁈⁉‽¿]]+|^(re|答え)$", Options)]
    private static partial Regex Decoration();

    [GeneratedRegex(Lead + "(参加|出席|御?出席|ご参加)(可|可能|希望|予定)?" + Polite + "$|^(参加|出席)(できます|可能です|を希望します|する予定です|の予定です)$|^(yes|accept|accepted|i accept|(i|we)?(will|can|ll)(attend|join|participate|be there|bethere))$", Options)]
    private static partial Regex Accepted();

    [GeneratedRegex(Lead + "(不参加|欠席|ご?辞退|不可|参加不可|出席不可)" + Polite + "$|^(参加|出席)(できません|は?できかねます|(いた|致)しません|しません|が?できません|は難しいです|不可能です)$|^(no|decline|declined|i decline|(i|we)?(cannot|cant|willnot|wont|amunableto|areunableto|unableto)(attend|join|participate|make it|makeit))$", Options)]
    private static partial Regex Declined();

    [GeneratedRegex(Lead + "(保留|未定|検討中|調整中)" + Polite + "$|^(tentative|maybe|notsureyet)$", Options)]
    private static partial Regex Tentative();

    [GeneratedRegex(@"^\s*(-- ?$|_{10,}|-{4,}|={5,}|On .+ wrote:\s*$|.{0,80}(さん|様|<.+@.+>).{0,40}(書きました|のメール|wrote)\s*[:：]?\s*$|\d{4}[年/-]\d{1,2}[月/-]\d{1,2}.*<.+@.+>|(From|差出人|送信者)\s*[:：]|-+ ?(Original Message|元のメッセージ|転送メッセージ|Forwarded))", Options)]
    private static partial Regex Quotation();
}
