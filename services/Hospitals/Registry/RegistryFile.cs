using System.Globalization;
using System.Text;
using Conference.Contracts.Hospitals;
using Conference.Platform.Problems;
using CsvHelper;
using CsvHelper.Configuration;

namespace Conference.Hospitals.Registry;

/// <summary>
/// Reads a registry file: CSV (RFC 4180), UTF-8, with a header row. Every line is a row of its own, so that a
/// stray quotation mark costs one row and not the rest of the file.
/// </summary>
internal static class RegistryFile
{
    private static readonly CsvConfiguration Csv = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false, BadDataFound = null };
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    public static RegistryReading Read(ReadOnlySpan<byte> file)
    {
        if (Decode(file) is not { } text)
        {
            return Unreadable(
                "not_utf8", "ファイルの文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。", "The file is not UTF-8. Save it again as UTF-8.");
        }

        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var header = lines.FindIndex(line => line.Length > 0);
        if (header < 0)
            return Unreadable("empty_file", "ファイルが空です。見出し行と施設の行が必要です。", "The file is empty. It needs a header row and rows of hospitals.");

        var columns = Split(lines[header]).Select(name => name.Trim()).ToList();
        var missing = RegistryColumns.All.Except(columns).ToList();
        return missing.Count == 0
            ? ReadRows(lines, header, columns)
            : new RegistryReading { Faults = [.. missing.Select(MissingColumn)] };
    }

    private static RegistryReading ReadRows(List<string> lines, int header, List<string> columns)
    {
        var entries = new List<RegistryEntry>();
        var errors = new List<RegistryRowError>();
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = 0;
        for (var index = header + 1; index < lines.Count; index++)
        {
            if (lines[index].Length == 0)
                continue;

            rows++;
            var row = new RegistryRow(index + 1, columns, Split(lines[index]));
            var entry = row.Read(firstLines);
            errors.AddRange(row.Errors);
            if (entry is not null)
                entries.Add(entry);
        }

        return new RegistryReading { Rows = rows, Entries = entries, Errors = errors, Named = firstLines.Keys.ToHashSet() };
    }

    private static string? Decode(ReadOnlySpan<byte> file)
    {
        try
        {
            return Utf8.GetString(file.StartsWith(Encoding.UTF8.Preamble) ? file[Encoding.UTF8.Preamble.Length..] : file);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string[] Split(string line)
    {
        using var parser = new CsvParser(new StringReader(line), Csv);
        return parser.Read() ? parser.Record ?? [] : [];
    }

    private static RegistryReading Unreadable(string code, string ja, string en) => new() { Faults = [new Fault("", code, ja, en)] };

    private static Fault MissingColumn(string column) =>
        new(column, "missing_column", $"見出し行に列 {column} がありません。", $"The header row has no column {column}.");
}
