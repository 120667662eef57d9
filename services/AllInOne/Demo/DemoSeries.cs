using System.Globalization;
using System.Text.Json.Nodes;
using Conference.Contracts;
using Conference.Contracts.Requests;

namespace Conference.AllInOne.Demo;

/// <summary>A weekly series of the demonstration.</summary>
internal sealed record DemoSeries(ConferenceKind Kind, string Host, IReadOnlyList<string> Others, DateTimeOffset Start, int Occurrences)
{
    /// <summary>Body of <c>POST /api/series</c>.</summary>
    public JsonObject ToBody() => new()
    {
        ["title"] = Titles.Of(Kind),
        ["kind"] = Code.Of(Kind),
        ["hostHospitalId"] = Host,
        ["durationMinutes"] = 60,
        ["participants"] = new JsonArray([.. Others.Select(id => new JsonObject { ["hospitalId"] = id, ["required"] = true, ["role"] = "discussant" })]),
        ["caseCount"] = 2,
        ["recurrence"] = new JsonObject
        {
            ["start"] = Start.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            ["rrule"] = string.Create(CultureInfo.InvariantCulture, $"FREQ=WEEKLY;COUNT={Occurrences}"),
            ["holidays"] = "skip",
        },
        ["commit"] = Code.Of(SeriesCommit.WhatFits),
    };
}
