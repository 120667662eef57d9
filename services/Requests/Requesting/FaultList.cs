using Conference.Contracts;
using Conference.Platform.Problems;

namespace Conference.Requests.Requesting;

/// <summary>Gathers all that is wrong with a body, so that nobody has to send it five times.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> _faults = [];

    public IReadOnlyCollection<Fault> All => _faults;

    public bool Any => _faults.Count > 0;

    public void Add(Fault fault) => _faults.Add(fault);

    public void Add(string field, string code, string ja, string en) => Add(new Fault(field, code, ja, en));

    public void Missing(string field, string ja, string en) => Add(field, "missing", $"{ja}を指定してください。", $"Give {en}.");

    /// <summary>Reads a code of the glossary; a default stands in for one that is not given, and for one that is wrong.</summary>
    public TEnum Code<TEnum>(string field, string? code, TEnum? instead = null) where TEnum : struct, Enum
    {
        if (Contracts.Code.TryParse<TEnum>(code, out var value))
            return value;
        var known = string.Join(", ", Contracts.Code.All<TEnum>());
        if (code is not null)
            Add(field, "unknown_code", $"{field} の値が正しくありません。使える値：{known}", $"{field} is not a known code. Use one of: {known}");
        else if (instead is null)
            Add(field, "missing", $"{field} を指定してください。使える値：{known}", $"Give {field}, one of: {known}");
        return instead ?? default;
    }

    /// <summary>What somebody typed at length: line breaks and tabs are part of it, other control characters can be neither stored nor read.</summary>
    public void Text(string field, string? text, int length, string ja, string en)
    {
        if (text?.Length > length)
            Add(field, $"{field}_too_long", $"{ja}は {length} 文字以内にしてください。", $"{en} may have at most {length} characters.");
        if (text?.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) == true)
            Add(field, $"{field}_unprintable", $"{ja}に改行・タブ以外の制御文字は使えません。取り除いてください。", $"{en} must not hold control characters other than line breaks and tabs. Take them out.");
    }

    public int Number(string field, int? value, int min, int max, int instead, string ja, string en)
    {
        if (value is not { } number)
            return instead;
        if (number >= min && number <= max)
            return number;
        Add(field, "out_of_range", $"{ja}は {min}〜{max} で指定してください。", $"Give {en} from {min} to {max}.");
        return instead;
    }
}
