using System.Text;
using Conference.Contracts.Hospitals;
using Conference.Hospitals.Registry;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Hospitals.Registry;

public sealed class RegistryFileTests
{
    private const string Header = "id,jis_pref,kind,name_ja,official_name_ja,official_name_kana,name_en,area2_name,address,website,beds_total,note";
    private const string Good = "H1302,13,prefectural,駒込病院,都立駒込病院,コマゴメビョウイン,Komagome Hospital,区中央部,文京区,www.example.jp,815,";

    [Fact]
    public void Read_ShippedRegistry_TakesEveryRow()
    {
        var reading = RegistryFile.Read(ShippedData.Hospitals());

        reading.Faults.ShouldBeEmpty();
        reading.Errors.ShouldBeEmpty();
        reading.Rows.ShouldBe(452);
        reading.Entries.Count.ShouldBe(452);
        reading.Entries.Count(entry => entry.Kind == HospitalKind.Prefectural).ShouldBe(51);
    }

    [Fact]
    public void Read_GoodRow_TakesItsFields()
    {
        var entry = Read(Good).Entries.ShouldHaveSingleItem();

        entry.HospitalId.ShouldBe("H1302");
        entry.Prefecture.ShouldBe("13");
        entry.Beds.ShouldBe(815);
        entry.Website.ShouldBe("http://www.example.jp");
    }

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheHeader() =>
        RegistryFile.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{Header}\r\n{Good}\r\n")]).Entries.Count.ShouldBe(1);

    [Theory]
    [InlineData(",13,regional,名,,,,,,,", "id", "missing_id")]
    [InlineData("H4801,48,regional,名,,,,,,,", "id", "invalid_id")]
    [InlineData("H1,13,regional,名,,,,,,,", "id", "invalid_id")]
    [InlineData("H1310,14,regional,名,,,,,,,", "jis_pref", "wrong_prefecture")]
    [InlineData("H1310,13,clinic,名,,,,,,,", "kind", "unknown_kind")]
    [InlineData("H1310,13,regional,,,,,,,,", "name_ja", "missing_name")]
    [InlineData("H1310,13,regional,名,,,,,,,many", "beds_total", "invalid_beds")]
    [InlineData("H1310,13,regional,名,,,,,,,-1", "beds_total", "invalid_beds")]
    [InlineData("H1310,13,regional,名,,,,,,javascript://x,", "website", "invalid_website")]
    [InlineData("H1310,13,regional,名", "", "wrong_column_count")]
    [InlineData("H1310,13,regional,\"名,,,,,,,", "", "wrong_column_count")]
    public void Read_BrokenRow_IsReportedByLineAndTheOthersAreKept(string row, string field, string code)
    {
        var reading = Read(Columns(row), Good);

        var error = reading.Errors.ShouldHaveSingleItem();
        error.Line.ShouldBe(2);
        error.Field.ShouldBe(field);
        error.Problem.Code.ShouldBe(code);
        error.Problem.Ja.ShouldNotBeEmpty();
        error.Problem.En.ShouldNotBeEmpty();
        reading.Rows.ShouldBe(2);
        reading.Entries.ShouldHaveSingleItem().HospitalId.ShouldBe("H1302");
    }

    [Fact]
    public void Read_TooLongName_IsReported() =>
        Read(Columns($"H1310,13,regional,{new string('名', 201)},,,,,,,")).Errors.ShouldHaveSingleItem().Problem.Code.ShouldBe("too_long");

    [Fact]
    public void Read_RowWithSeveralFaults_ReportsAllOfThem() =>
        Read(Columns("H1310,14,clinic,,,,,,,,x")).Errors.Select(error => error.Field).ShouldBe(["jis_pref", "name_ja", "kind", "beds_total"], ignoreOrder: true);

    [Fact]
    public void Read_SameIdTwice_KeepsTheFirstAndNamesItsLine()
    {
        var reading = Read(Good, Good.Replace("駒込病院", "別の病院", StringComparison.Ordinal));

        reading.Entries.ShouldHaveSingleItem().NameJa.ShouldBe("駒込病院");
        var error = reading.Errors.ShouldHaveSingleItem();
        error.Line.ShouldBe(3);
        error.Problem.En.ShouldContain("line 2");
    }

    [Fact]
    public void Read_EmptyLines_AreNoRowsButCountAsLines() => Read("", Columns("H1,13,regional,名,,,,,,,")).Errors.ShouldHaveSingleItem().Line.ShouldBe(3);

    [Fact]
    public void Read_MissingColumns_NamesEach() =>
        RegistryFile.Read(Encoding.UTF8.GetBytes("id,name_ja\nH1302,名")).Faults.Select(fault => fault.Field).ShouldContain("jis_pref");

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    public void Read_EmptyFile_IsAFault(string text) => RegistryFile.Read(Encoding.UTF8.GetBytes(text)).Faults.ShouldHaveSingleItem().Code.ShouldBe("empty_file");

    [Fact]
    public void Read_ShiftJis_IsAFault() =>
        RegistryFile.Read([.. Encoding.UTF8.GetBytes(Header), (byte)'\n', 0x8B, 0xEE, 0x8D, 0x9E]).Faults.ShouldHaveSingleItem().Code.ShouldBe("not_utf8");

    private static string Columns(string row) => row.Count(letter => letter == ',') == 10 && !row.Contains('"', StringComparison.Ordinal) ? $"{row}," : row;

    private static RegistryReading Read(params string[] rows) => RegistryFile.Read(Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. rows])));
}
