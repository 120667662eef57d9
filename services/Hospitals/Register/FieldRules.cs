using Conference.Contracts;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Register;

/// <summary>The rules that fields of all entries share. A label is what the page calls the field, in the middle of a sentence.</summary>
internal static class FieldRules
{
    public static void CheckText(this ICollection<Fault> faults, string field, (string Ja, string En) label, string? value, int length, bool required = false)
    {
        var (text, (ja, en)) = (value?.Trim() ?? "", label);
        if (required && text.Length == 0)
            faults.Add(new(field, "required", $"{ja}を入力してください。", $"Enter {en}."));
        if (text.Length > length)
            faults.Add(new(field, "too_long", $"{ja}は {length} 文字以内にしてください。", $"Use at most {length} characters for {en}."));
        if (text.Any(char.IsControl))
            faults.Add(new(field, "control_characters", $"{ja}に改行などの制御文字は使えません。", $"Remove line breaks and other control characters from {en}."));
    }

    public static void CheckCode<TEnum>(this ICollection<Fault> faults, string field, (string Ja, string En) label, string? value) where TEnum : struct, Enum
    {
        if (Code.TryParse<TEnum>(value, out _))
            return;
        var (codes, (ja, en)) = (string.Join(", ", Code.All<TEnum>()), label);
        faults.Add(new(field, "unknown_code", $"{ja}は次のいずれかにしてください：{codes}", $"Use one of these for {en}: {codes}"));
    }
}
