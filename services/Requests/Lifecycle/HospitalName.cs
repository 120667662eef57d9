namespace Conference.Requests.Lifecycle;

/// <summary>How a sentence names a hospital.</summary>
internal sealed record HospitalName(string HospitalId, string Ja, string En);
