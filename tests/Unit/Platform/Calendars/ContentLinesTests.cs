using System.Text;
using Conference.Platform.Calendars;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Calendars;

public class ContentLinesTests
{
    private static readonly string[] Letters = ["a", "日", "é", "😀", "病", ":", ";", "\u0301"];
    private static readonly Gen<string> Line = Gen.Int[0, Letters.Length - 1].Select(at => Letters[at]).Array[1, 200].Select(letters => string.Concat(letters));

    [Fact]
    public void Fold_AnyText_KeepsLinesWithin75OctetsOfWholeCharacters() => Line.Sample(line =>
    {
        var folded = ContentLines.Fold($"X:{line}\r\n");
        foreach (var physical in folded.Split("\r\n"))
        {
            var octets = new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(physical);
            octets.ShouldBeLessThanOrEqualTo(75);
        }

        folded.Replace("\r\n ", "", StringComparison.Ordinal).ShouldBe($"X:{line}\r\n");
    });

    [Fact]
    public void Fold_APairCutInTwo_IsMendedAgain() =>
        ContentLines.Fold($"X:{new string('日', 23)}a\ud83d\r\n \ude00\r\n").ShouldContain("😀");
}
