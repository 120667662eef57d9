using Conference.Platform.Authorization;
using Conference.Platform.Problems;
using Conference.Requests.Acting;
using Conference.Requests.Lifecycle.Commands;
using Conference.Requests.Requesting;

namespace Conference.Requests.Recording;

internal static class RecordAttendanceEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/conferences/{id:guid}/attendance", Handle)
        .RequirePermission(Permission.ManageConferences)
        .WithSummary("Record who took part, by hospital and profession, and the minutes; again to correct it.")
        .Produces(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Handle(Guid id, AttendanceBody body, Caller caller, ActDesk desk, CancellationToken cancellationToken)
    {
        var (dossier, refusal) = await desk.OpenAsync(id, Act.RecordAttendance, caller, cancellationToken);
        if (dossier is null)
            return refusal!;
        var faults = new FaultList();
        var attendance = AttendanceReading.Read(body, dossier.Hospitals.ToHashSet(), faults);
        if (faults.Any)
            return Problem.Invalid(faults.All);
        var command = new RecordAttendance { ConferenceId = id, By = caller.Name, Attendance = attendance, MinutesId = desk.Keep(id, body.Minutes), DropMinutes = body.Minutes is not null && string.IsNullOrWhiteSpace(body.Minutes) };
        return await desk.AskAsync(id, command, cancellationToken);
    }
}
