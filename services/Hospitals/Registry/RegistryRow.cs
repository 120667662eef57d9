using System.Globalization;
using Conference.Contracts;
using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;

namespace Conference.Hospitals.Registry;

/// <summary>One row of a registry file, with everything that is wrong with it.</summary>
internal sealed class RegistryRow(int line, IReadOnlyList<string> columns, IReadOnlyList<string> cells)
{
    private readonly List<RegistryRowError> _errors = [];
    private string? _hospitalId;

    public IReadOnlyList<RegistryRowError> Errors => _errors;

    /// <summary>The hospital, or null with <see cref="Errors"/>. Notes the row's id among those already seen.</summary>
    public RegistryEntry? Read(Dictionary<string, int> firstLines)
    {
        _hospitalId = cells.Count == columns.Count && Cell(RegistryColumns.Id) is { Length: > 0 } id ? id : null;
        if (cells.Count != columns.Count)
        {
            Report("", "wrong_column_count", $"列の数が {cells.Count} です。見出しと同じ {columns.Count} 列にしてください（引用符や改行も確認してください）。",
                $"The row has {cells.Count} columns. Give it {columns.Count} as in the header, and check quotation marks and line breaks.");
            return null;
        }

        CheckId(firstLines);
        CheckTexts();
        var kind = ReadKind();
        var beds = ReadBeds();
        var website = ReadWebsite();
        return _errors.Count > 0 ? null : new RegistryEntry
        {
            HospitalId = _hospitalId!,
            Prefecture = HospitalId.PrefectureOf(_hospitalId!),
            Kind = kind,
            NameJa = Cell(RegistryColumns.NameJa),
            OfficialNameJa = OrElse(Cell(RegistryColumns.OfficialNameJa), Cell(RegistryColumns.NameJa)),
            NameKana = Cell(RegistryColumns.NameKana),
            NameEn = OrElse(Cell(RegistryColumns.NameEn), Cell(RegistryColumns.NameJa)),
            Area2Name = Cell(RegistryColumns.Area2Name),
            Address = Cell(RegistryColumns.Address),
            Website = website,
            Beds = beds,
        };
    }

    private void CheckId(Dictionary<string, int> firstLines)
    {
        if (_hospitalId is null)
        {
            Report(RegistryColumns.Id, "missing_id", "施設コードがありません。H1302 のように入れてください。", "The hospital's id is missing. Enter one such as H1302.");
            return;
        }

        if (!HospitalId.IsValid(_hospitalId))
            Report(RegistryColumns.Id, "invalid_id", HospitalId.RuleJa, HospitalId.RuleEn);
        else if (Cell(RegistryColumns.Prefecture) != HospitalId.PrefectureOf(_hospitalId))
            Report(RegistryColumns.Prefecture, "wrong_prefecture", $"都道府県コードが施設コード {_hospitalId} と一致しません。どちらかを直してください。",
                $"The prefecture does not agree with the id {_hospitalId}. Correct one of them.");
        if (!firstLines.TryAdd(_hospitalId, line))
            Report(RegistryColumns.Id, "duplicate_id", $"{_hospitalId} は {firstLines[_hospitalId]} 行目にもあります。どちらかを消してください。",
                $"{_hospitalId} is also in line {firstLines[_hospitalId]}. Remove one of the two.");
    }

    private void CheckTexts()
    {
        if (Cell(RegistryColumns.NameJa).Length == 0)
            Report(RegistryColumns.NameJa, "missing_name", "施設名がありません。", "The hospital's name is missing.");
        foreach (var (column, length) in new[]
        {
            (RegistryColumns.NameJa, HospitalRules.NameLength), (RegistryColumns.OfficialNameJa, HospitalRules.NameLength),
            (RegistryColumns.NameKana, HospitalRules.NameLength), (RegistryColumns.NameEn, HospitalRules.NameLength),
            (RegistryColumns.Area2Name, HospitalRules.AreaLength), (RegistryColumns.Address, HospitalRules.AddressLength),
            (RegistryColumns.Website, HospitalRules.AddressLength),
        })
        {
            if (Cell(column).Length > length)
                Report(column, "too_long", $"{length} 文字以内にしてください。", $"Use at most {length} characters.");
            else if (Cell(column).Any(char.IsControl))
                Report(column, "control_characters", "使えない制御文字が含まれています。取り除いてください。", "Remove the control characters.");
        }
    }

    private HospitalKind ReadKind()
    {
        if (!Code.TryParse<HospitalKind>(Cell(RegistryColumns.Kind), out var kind))
        {
            var codes = string.Join(", ", Code.All<HospitalKind>());
            Report(RegistryColumns.Kind, "unknown_kind", $"指定の種類が不明です。次のいずれかにしてください：{codes}", $"The kind is unknown. Use one of: {codes}");
        }

        return kind;
    }

    private int? ReadBeds()
    {
        if (Cell(RegistryColumns.Beds) is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var beds) && beds <= HospitalRules.MostBeds)
            return beds;
        Report(RegistryColumns.Beds, "invalid_beds", $"病床数は 0 から {HospitalRules.MostBeds} の整数にしてください。", $"Beds must be a whole number from 0 to {HospitalRules.MostBeds}.");
        return null;
    }

    private string ReadWebsite()
    {
        if (!HospitalRules.TryReadWebsite(Cell(RegistryColumns.Website), out var website))
            Report(RegistryColumns.Website, "invalid_website", "ウェブサイトは http または https の URL にしてください。", "The website must be an http or https URL.");
        return website;
    }

    private string Cell(string column)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] == column)
                return cells[index].Trim();
        }

        return "";
    }

    private static string OrElse(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    private void Report(string field, string code, string ja, string en) => _errors.Add(new RegistryRowError
    {
        Line = line,
        HospitalId = _hospitalId,
        Field = field,
        Problem = new Remark { Code = code, Ja = ja, En = en },
    });
}
