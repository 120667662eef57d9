using System.Globalization;
using Conference.Platform.Problems;

namespace Conference.Council;

/// <summary>JIS X 0401: <c>01</c> to <c>47</c>.</summary>
internal static class PrefectureCode
{
    public static bool IsValid(string code) =>
        code.Length == 2 && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 47;

    public static string? Read(string field, string? text, ICollection<Fault> faults)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (!IsValid(text))
            faults.Add(new Fault(field, "unknown_prefecture", "都道府県は 01 から 47 の 2 桁の JIS コードで指定してください。", "The prefecture must be a two-digit JIS code from 01 to 47."));
        return text;
    }
}
