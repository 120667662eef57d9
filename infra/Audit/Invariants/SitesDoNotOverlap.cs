using Conference.Audit.Report;

namespace Conference.Audit.Invariants;

/// <summary>No site is booked by two conferences at one time.</summary>
internal sealed class SitesDoNotOverlap : IInvariant
{
    public string Code => "sites";

    public Text Title { get; } = new("同じ拠点が同じ時間に二重に予約されていない", "No site is booked twice at one time");

    public void Check(Picture picture, Results results)
    {
        results.Look(picture.Booking.Sites.Count);
        foreach (var site in picture.Booking.Sites.GroupBy(booking => booking.SiteId))
        {
            var last = default(Stores.SiteBooking);
            foreach (var booking in site.OrderBy(booking => booking.Start))
            {
                if (last is not null && booking.Start < last.End)
                {
                    results.Find(
                        booking.ConferenceId,
                        new($"拠点 {site.Key} の {Wording.Span(booking.Start, booking.End)} が会議 {last.ConferenceId}（{Wording.Span(last.Start, last.End)}）と重なっています。", $"Site {site.Key}, {Wording.Span(booking.Start, booking.End)}, overlaps conference {last.ConferenceId} ({Wording.Span(last.Start, last.End)})."),
                        Overlap.Todo);
                }

                last = last is null || booking.End > last.End ? booking : last;
            }
        }
    }
}

internal static class Overlap
{
    public static readonly Text Todo = new(
        "どちらかの会議の日時を変更し、ストアの制約（重複の禁止）が残っているか確かめてください。",
        "Move one of the two, and see whether the store's guards against overlaps are still there.");
}
