using System.Text.Json.Serialization;

namespace Conference.Contracts.Requests;

/// <summary>What happens to a series of which not every occurrence can be placed.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<SeriesCommit>))]
public enum SeriesCommit
{
    /// <summary>The others go on; the coordinator decides about those that do not fit.</summary>
    WhatFits,

    /// <summary>All or nothing: nobody is invited before all are held, and where one cannot be held all are given back.</summary>
    All,
}
