using Conference.Contracts;
using Conference.Platform.Problems;

namespace Conference.Hospitals.Register;

/// <summary>The rules that fields of all entries share.</summary>
internal static class FieldRules
{
    // What the pages call them. Others are called as they are sent.
    private static readonly Dictionary<string, (string Ja, string En)> Names = new()
    {
        ["name"] = ("名称", "the name"), ["nameJa"] = ("名称", "the name"), ["officialNameJa"] = ("正式名称", "the official name"),
        ["nameKana"] = ("よみ", "the reading"), ["nameEn"] = ("英語名", "the English name"), ["kind"] = ("指定区分", "the designation"),
        ["area2Name"] = ("二次医療圏", "the medical area"), ["address"] = ("アドレス", "the address"), ["website"] = ("ウェブサイト", "the website"),
        ["protocol"] = ("接続方式", "the protocol"), ["ports"] = ("使用ポート数", "the number of ports"), ["reason"] = ("理由", "the reason"),
        ["role"] = ("役割", "the role"), ["day"] = ("曜日", "the day of the week"), ["profession"] = ("職種", "the profession"),
    };

    public static void CheckText(this ICollection<Fault> faults, string field, string? value, int length, bool required = false)
    {
        var (text, (ja, en)) = (value?.Trim() ?? "", NameOf(field));
        if (required && text.Length == 0)
            faults.Add(new(field, "required", $"{ja}を入力してください。", $"Enter {en}."));
        if (text.Length > length)
            faults.Add(new(field, "too_long", $"{ja}は {length} 文字以内にしてください。", $"Use at most {length} characters for {en}."));
        if (text.Any(char.IsControl))
            faults.Add(new(field, "control_characters", $"{ja}に改行などの制御文字は使えません。", $"Remove line breaks and other control characters from {en}."));
    }

    public static void CheckCode<TEnum>(this ICollection<Fault> faults, string field, string? value) where TEnum : struct, Enum
    {
        if (Code.TryParse<TEnum>(value, out _))
            return;
        var (codes, (ja, en)) = (string.Join(", ", Code.All<TEnum>()), NameOf(field));
        faults.Add(new(field, "unknown_code", $"{ja}は次のいずれかにしてください：{codes}", $"Use one of these for {en}: {codes}"));
    }

    private static (string Ja, string En) NameOf(string field) => Names.TryGetValue(field[(field.LastIndexOf('.') + 1)..], out var name) ? name : ($"{field} ", field);
}
