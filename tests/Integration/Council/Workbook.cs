using System.IO.Compression;
using System.Xml.Linq;

namespace Conference.IntegrationTests.Council;

/// <summary>Reads a workbook as ECMA-376 says, with nothing of the library that wrote it.</summary>
internal static class Workbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Sheets by name, each a list of rows of cells as text.</summary>
    public static Dictionary<string, List<string[]>> Read(Stream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var shared = archive.GetEntry("xl/sharedStrings.xml") is null ? [] : Part(archive, "xl/sharedStrings.xml").Elements(Main + "si").Select(item => item.Value).ToList();
        return Sheets(archive).ToDictionary(sheet => sheet.Name, sheet => sheet.Part.Descendants(Main + "row")
            .Select(row => row.Elements(Main + "c").Select(cell => (string?)cell.Attribute("t") == "s" ? shared[int.Parse(cell.Value, System.Globalization.CultureInfo.InvariantCulture)] : cell.Value).ToArray())
            .ToList());
    }

    /// <summary>The cells that hold numbers.</summary>
    public static string[] Numbers(Stream file, string name)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return [.. Sheets(archive).Single(sheet => sheet.Name == name).Part.Descendants(Main + "c").Where(cell => (string?)cell.Attribute("t") is null or "n").Select(cell => (string)cell.Attribute("r")!)];
    }

    private static IEnumerable<(string Name, XElement Part)> Sheets(ZipArchive archive)
    {
        var targets = Part(archive, "xl/_rels/workbook.xml.rels").Elements().ToDictionary(relation => (string)relation.Attribute("Id")!, relation => ((string)relation.Attribute("Target")!).TrimStart('/'));
        foreach (var sheet in Part(archive, "xl/workbook.xml").Descendants(Main + "sheet"))
        {
            var target = targets[(string)sheet.Attribute(Relation + "id")!];
            yield return ((string)sheet.Attribute("name")!, Part(archive, target.StartsWith("xl/", StringComparison.Ordinal) ? target : $"xl/{target}"));
        }
    }

    private static XElement Part(ZipArchive archive, string path)
    {
        using var stream = archive.GetEntry(path)!.Open();
        return XDocument.Load(stream).Root!;
    }
}
