using System.Text;
using Conference.Contracts.Requests;
using Conference.Council.Feeds;
using Conference.Platform.Authorization;
using Conference.Platform.Time;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Council;

public sealed class FeedTests
{
    private static readonly Guid Id = new("01930000-0000-7000-8000-000000000001");
    private static readonly NetworkTime Tokyo = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo"));

    [Fact]
    public void Write_OneConference_IsTheGoldenFile() => Write(Tokyo, Entry("Confirmed")).ShouldBe(
        """
        BEGIN:VCALENDAR
        DESCRIPTION:カンファレンス予定（東京都）
        LAST-MODIFIED:20261120T010203Z
        METHOD:PUBLISH
        NAME:カンファレンス予定（東京都）
        PRODID:-//Conference//Council//JA
        REFRESH-INTERVAL;VALUE=DURATION:PT60M
        URL:https://portal.example/schedule
        VERSION:2.0
        X-PUBLISHED-TTL:PT60M
        X-WR-CALNAME:カンファレンス予定（東京都）
        X-WR-TIMEZONE:Asia/Tokyo
        BEGIN:VTIMEZONE
        TZID:Asia/Tokyo
        X-LIC-LOCATION:Asia/Tokyo
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZNAME:JST
        TZOFFSETFROM:+0900
        TZOFFSETTO:+0900
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://portal.example/conferences/01930
         000-0000-7000-8000-000000000001
        DTEND;TZID=Asia/Tokyo:20261210T183000
        DTSTAMP:20261120T010203Z
        DTSTART;TZID=Asia/Tokyo:20261210T173000
        LAST-MODIFIED:20261120T010203Z
        ORGANIZER:mailto:schedule@conference.example
        SEQUENCE:3
        STATUS:CONFIRMED
        SUMMARY:骨転移・原発不明がん・希少がんカンファレンス 
         2026-000123
        UID:01930000-0000-7000-8000-000000000001@conference.example
        URL:https://portal.example/conferences/01930000-0000-7000-8000-000000000001
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"));

    [Theory]
    [InlineData("Confirmed")]
    [InlineData("Cancelled")]
    public void Write_AnyState_KeepsTheRulesOfCalendars(string state) =>
        Conference.Invitations.Linting.MailLinter.CheckCalendar(Encoding.UTF8.GetBytes(Write(Tokyo, Entry(state)))).ShouldBeEmpty();

    [Theory]
    [InlineData("Inviting", "TENTATIVE")]
    [InlineData("AwaitingReplies", "TENTATIVE")]
    [InlineData("Replacing", "TENTATIVE")]
    [InlineData("Confirming", "TENTATIVE")]
    [InlineData("Confirmed", "CONFIRMED")]
    [InlineData("InSession", "CONFIRMED")]
    [InlineData("Completed", "CONFIRMED")]
    [InlineData("Cancelled", "CANCELLED")]
    public void Write_State_BecomesStatus(string state, string status) => Write(Tokyo, Entry(state)).ShouldContain($"STATUS:{status}\r\n");

    [Fact]
    public void Write_EveryKind_FoldsAt75OctetsAndKeepsCharactersWhole()
    {
        var text = Write(Tokyo, [.. Enum.GetValues<ConferenceKind>().Select(kind => Entry("Confirmed") with { Kind = kind })]);

        foreach (var line in text.Split("\r\n"))
        {
            Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
            line.ShouldNotContain("\uFFFD");
        }
    }

    [Fact]
    public void Write_NameOfRareCharacters_IsNeverCutWithinOne()
    {
        for (var before = 0; before < 4; before++)
        {
            var name = new string('a', before) + string.Concat(Enumerable.Repeat("𠮷", 30));
            var text = new FeedCalendar(Tokyo).Write(Content() with { Name = name });
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\r\n ", "", StringComparison.Ordinal).ShouldContain($"X-WR-CALNAME:{name}\r\n");
        }
    }

    [Fact]
    public void Write_ZoneWithSummerTime_CarriesItsRules()
    {
        var text = Write(new NetworkTime(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")), Entry("Confirmed"));

        text.ShouldContain("BEGIN:DAYLIGHT");
        text.ShouldContain("DTSTART;TZID=Europe/Berlin:20261210T093000");
    }

    [Fact]
    public void Write_NoConference_IsStillACalendar() => Write(Tokyo).ShouldEndWith("END:VCALENDAR\r\n");

    [Fact]
    public void ETag_AnyChange_IsAnother()
    {
        var content = Content(Entry("Confirmed"));
        string[] others =
        [
            Content().ETag(), Content(Entry("Confirmed") with { Version = 10 }).ETag(),
            (content with { Name = "別" }).ETag(), (content with { BaseUrl = "https://other.example" }).ETag(),
        ];

        content.ETag().ShouldBe(Content(Entry("Confirmed")).ETag());
        others.ShouldNotContain(content.ETag());
        others.ShouldBeUnique();
    }

    [Fact]
    public void Read_OwnToken_IsTheFeed()
    {
        var tokens = new FeedTokens(new byte[32]);

        tokens.Read(tokens.Of(Id)).ShouldBe(Id);
        new FeedTokens([.. Enumerable.Repeat((byte)1, 32)]).Read(tokens.Of(Id)).ShouldBeNull();
    }

    [Fact]
    public void Read_AnyCharacterChanged_IsNothing()
    {
        var tokens = new FeedTokens(new byte[32]);
        var token = tokens.Of(Id);
        for (var i = 0; i < token.Length; i++)
            tokens.Read(string.Concat(token.AsSpan(0, i), token[i] == 'A' ? "B" : "A", token.AsSpan(i + 1))).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("あ")]
    [InlineData("../../etc/passwd")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public void Read_Nonsense_IsNothing(string text) => new FeedTokens(new byte[32]).Read(text).ShouldBeNull();

    [Theory]
    [InlineData("nation", "nation", true)]
    [InlineData("nation", "hospital:H1301", true)]
    [InlineData("prefecture:13", "prefecture:13", true)]
    [InlineData("prefecture:13", "hospital:H1301", true)]
    [InlineData("prefecture:13", "nation", false)]
    [InlineData("prefecture:13", "prefecture:14", false)]
    [InlineData("hospital:H1301", "prefecture:13", false)]
    [InlineData("hospital:H1301", "hospital:H1302", false)]
    public void Contains_Scopes_FollowTheMap(string outer, string inner, bool expected) =>
        Scope(outer).Contains(Scope(inner)).ShouldBe(expected);

    private static Scope Scope(string text) => Conference.Platform.Authorization.Scope.TryParse(text, out var scope) ? scope : throw new ArgumentException(text);

    private static string Write(NetworkTime network, params FeedEntry[] entries) => new FeedCalendar(network).Write(Content(entries));

    private static FeedContent Content(params FeedEntry[] entries) => new("カンファレンス予定（東京都）", "https://portal.example", "conference.example", 60, entries);

    private static FeedEntry Entry(string state) => new(
        Id, 9, 3, "2026-000123", state, ConferenceKind.CrossOrgan, Messages.Start, Messages.Start.AddHours(1), new DateTimeOffset(2026, 11, 20, 1, 2, 3, TimeSpan.Zero));
}
