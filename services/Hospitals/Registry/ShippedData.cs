using System.Globalization;
using System.Text;
using Conference.Contracts.Hospitals;
using CsvHelper;

namespace Conference.Hospitals.Registry;

/// <summary>The files that ship inside the service.</summary>
internal static class ShippedData
{
    public static byte[] Hospitals()
    {
        using var file = Open("hospitals.csv");
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    public static IReadOnlyList<Holiday> Holidays() => Read("holidays.csv", row => new Holiday
    {
        Date = DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        NameJa = row["name_ja"],
        NameEn = row["name_en"],
    });

    public static IReadOnlyList<PrefectureView> Prefectures() => Read("prefectures.csv", row => new PrefectureView
    {
        Code = row["jis_code"],
        NameJa = row["name_ja"],
        NameEn = row["name_romaji"],
        RegionJa = row["region_ja"],
        RegionEn = row["region_en"],
    });

    private static List<T> Read<T>(string name, Func<Dictionary<string, string>, T> make)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var items = new List<T>();
        while (csv.Read())
            items.Add(make(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column) ?? "")));
        return items;
    }

    private static Stream Open(string name) =>
        typeof(ShippedData).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
}
