using Conference.Platform.Authorization;
using Conference.Platform.Problems;

namespace Conference.Requests.Requesting;

/// <summary>Who may give a conference another class than its kind has.</summary>
internal static class PriorityRight
{
    public static IResult? Refusal(Caller caller) => PermissionTable.Allows(caller.Role, Permission.SetPriority)
        ? null
        : Problem.Forbidden(new Fault(
            "priority", "priority_not_yours", "優先度を指定できるのは全国・都道府県コーディネーターだけです。指定せずに依頼してください。", "Only national and prefectural coordinators may set the class. Leave it out."));
}
