using Conference.Platform.Audit;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Platform.Audit;

public sealed class AuditChainTests
{
    [Fact]
    public void HashOf_KnownEntry_IsWhatAnybodyComputes()
    {
        // printf '%s' '["","1","7","2026-12-10T08:30:00.000Z","u1","Auditor","nation","GET /x","ReadAudit","id=H1302","Looked","200"]' | sha256sum
        var entry = Entry();
        entry.Seal(1, "");

        entry.Hash.ShouldBe("2342600530273dc5e6bfc4fe7efda2d9f83c69dc9c305e1c0fa7adea2998e207");
    }

    [Fact]
    public void HashOf_AnyFieldChanged_IsAnother()
    {
        var sealedEntry = Entry();
        sealedEntry.Seal(1, "a");
        AuditEntry[] others =
        [
            Entry(number: 8), Entry(at: 1), Entry(callerId: "u2"), Entry(role: null), Entry(scope: "prefecture:13"), Entry(action: "GET /y"),
            Entry(permission: null), Entry(subjects: "id=H1303"), Entry(outcome: AuditOutcome.Changed), Entry(status: null),
        ];
        foreach (var other in others)
            other.Seal(1, "a");
        var moved = Entry();
        moved.Seal(2, "a");
        var elsewhere = Entry();
        elsewhere.Seal(1, "b");

        others.Concat([moved, elsewhere, sealedEntry]).Select(entry => entry.Hash).Distinct().Count().ShouldBe(13);
    }

    [Fact]
    public void HashOf_TextMovedToTheNextField_IsAnother()
    {
        var (one, two) = (Entry(callerId: "u1", role: "Auditor"), Entry(callerId: "u1A", role: "uditor"));
        one.Seal(1, "");
        two.Seal(1, "");

        one.Hash.ShouldNotBe(two.Hash);
    }

    [Theory]
    [InlineData("H1302", "id=H1302")]
    [InlineData("山田太郎", "id=?")]
    [InlineData("two words", "id=?")]
    [InlineData("", "id=?")]
    [InlineData("a=b", "id=?")]
    public void Format_WhatIsNoIdByItsLooks_IsNotKept(string value, string kept) => AuditSubjects.Format([("id", value)]).ShouldBe(kept);

    [Fact]
    public void Format_Tokens_AreLeftOut() => AuditSubjects.Format([("token", "secret"), ("id", 1)]).ShouldBe("id=1");

    private static AuditEntry Entry(
        long number = 7, int at = 0, string callerId = "u1", string? role = "Auditor", string? scope = "nation", string action = "GET /x",
        string? permission = "ReadAudit", string subjects = "id=H1302", AuditOutcome outcome = AuditOutcome.Looked, int? status = 200) => new()
    {
        Number = number,
        At = new DateTimeOffset(2026, 12, 10, 17, 30, 0, TimeSpan.FromHours(9)).AddMilliseconds(at),
        CallerId = callerId,
        Role = role,
        Scope = scope,
        Action = action,
        Permission = permission,
        Subjects = subjects,
        Outcome = outcome,
        Status = status,
    };
}
