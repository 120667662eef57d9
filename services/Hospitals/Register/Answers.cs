using Conference.Platform.Problems;

namespace Conference.Hospitals.Register;

/// <summary>Answers that several endpoints give.</summary>
internal static class Answers
{
    public static IResult NoHospital(string hospitalId) =>
        Problem.NotFound(new("hospitalId", "unknown_hospital", $"施設 {hospitalId} は登録されていません。", $"There is no hospital {hospitalId}."));

    public static IResult NoSite(string siteId) =>
        Problem.NotFound(new("siteId", "unknown_site", $"拠点 {siteId} は登録されていません。", $"There is no site {siteId}."));

    public static IResult NotYours() =>
        Problem.Forbidden(new("", "out_of_scope", "担当の施設だけを変更できます。", "You may change only the hospitals you look after."));

    public static IResult Withdrawn(string hospitalId) =>
        Problem.Conflict(new("", "withdrawn", $"施設 {hospitalId} は脱退しているため、変更できません。", $"Hospital {hospitalId} has left the network and cannot be changed."));
}
