using Conference.Contracts;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Register;

/// <summary>The rules that fields of all entries share.</summary>
internal static class FieldRules
{
    public static void CheckText(this ICollection<Fault> faults, string field, string? value, int length, bool required = false)
    {
        var text = value?.Trim() ?? "";
        if (required && text.Length == 0)
            faults.Add(new(field, "required", $"{field} を入力してください。", $"Enter {field}."));
        if (text.Length > length)
            faults.Add(new(field, "too_long", $"{field} は {length} 文字以内にしてください。", $"{field} may have at most {length} characters."));
        if (text.Any(char.IsControl))
            faults.Add(new(field, "control_characters", $"{field} に改行などの制御文字は使えません。", $"{field} may not contain line breaks or other control characters."));
    }

    public static void CheckCode<TEnum>(this ICollection<Fault> faults, string field, string? value) where TEnum : struct, Enum
    {
        if (Code.TryParse<TEnum>(value, out _))
            return;
        var codes = string.Join(", ", Code.All<TEnum>());
        faults.Add(new(field, "unknown_code", $"{field} は次のいずれかにしてください：{codes}", $"{field} must be one of: {codes}"));
    }
}
