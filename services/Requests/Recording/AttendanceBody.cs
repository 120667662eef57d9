namespace Conference.Requests.Recording;

/// <summary>Body of <c>POST /api/conferences/{id}/attendance</c>. Minutes that are left out stay as they are; empty ones are cleared.</summary>
internal sealed record AttendanceBody(IReadOnlyList<AttendanceLine?>? Attendance, string? Minutes);

/// <summary>How many of one profession of one hospital.</summary>
internal sealed record AttendanceLine(string? HospitalId, string? Profession, int? Inside, int? Outside);
