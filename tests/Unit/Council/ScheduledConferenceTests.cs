using System.Text.Json;
using Conference.Contracts.Hospitals;
using Conference.Contracts.Requests;
using Conference.Council.Hospitals;
using Conference.Council.Reports;
using Conference.Council.Schedule;
using CsCheck;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Council;

/// <summary>Messages come twice, late and out of order; what is kept is always the newest.</summary>
public sealed class ScheduledConferenceTests
{
    private static readonly Guid Id = new("01930000-0000-7000-8000-000000000001");

    private static readonly Gen<ConferenceChanged> Change =
        from version in Gen.Long[1, 12]
        from state in OneOf("AwaitingReplies", "Confirmed", "Cancelled")
        from hospitals in OneOf("H1302", "H1303", "H1401", "H2701").Array[0, 4]
        select Messages.Changed(
            Id, version, $"{state}{version}", Messages.Start.AddDays(version), others: [.. hospitals.Distinct().Select(id => Messages.Hospital(id))]);

    // One version says one thing: the stream has each version once, and the deliveries repeat and shuffle it.
    private static readonly Gen<(ConferenceChanged[] Stream, ConferenceChanged[] Deliveries)> Deliveries =
        from stream in Change.Array[1, 10].Select(changes => changes.DistinctBy(change => change.Version).ToArray())
        from repeated in OneOf(stream).Array[0, 10]
        from shuffled in Gen.Shuffle(stream.Concat(repeated).ToArray())
        select (stream, shuffled);

    [Fact]
    public void Take_AnyOrderAndRepetition_KeepsTheHighestVersion() => Deliveries.Sample(sample =>
    {
        var expected = ScheduledConference.Of(sample.Stream.MaxBy(change => change.Version)!);

        var kept = ScheduledConference.Of(sample.Deliveries[0]);
        foreach (var change in sample.Deliveries[1..])
            kept.Take(change);

        Say(kept).ShouldBe(Say(expected));
    });

    [Fact]
    public void Take_OlderRecord_IsIgnored()
    {
        var record = ConferenceRecord.Of(Messages.Recorded(Id, 7, Messages.People("H1301", Profession.Nurse, 3)));

        record.Take(Messages.Recorded(Id, 6, Messages.People("H1301", Profession.Nurse, 9)));

        record.Attendance.ShouldHaveSingleItem().Inside.ShouldBe(3);
    }

    [Fact]
    public void Take_OlderHospital_IsIgnored()
    {
        var hospital = KnownHospital.Of(Messages.HospitalOf("H1301", "新しい名前", 2));

        hospital.Take(Messages.HospitalOf("H1301", "古い名前", 1));

        hospital.Name.ShouldBe("新しい名前");
        hospital.Kind.ShouldBe(HospitalKind.Regional);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string Say(ScheduledConference kept) => JsonSerializer.Serialize(new
    {
        kept.Version,
        kept.State,
        kept.Title,
        kept.Start,
        kept.End,
        kept.ChangedAt,
        kept.Participants,
        Rows = kept.Hospitals.OrderBy(row => row.HospitalId, StringComparer.Ordinal),
    });
}
