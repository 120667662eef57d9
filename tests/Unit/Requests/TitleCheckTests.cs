using Conference.Contracts.Requests;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Requests;

public sealed class TitleCheckTests
{
    [Theory]
    [InlineData("山田太郎様の症例", "title_names_person")]
    [InlineData("鈴木さん 膵がん", "title_names_person")]
    [InlineData("A.K.氏の再発", "title_names_person")]
    [InlineData("山田殿の症例", "title_names_person")]
    [InlineData("明治45年1月2日生まれ", "title_has_date")]
    [InlineData("症例 0012345", "title_has_number")]
    [InlineData("症例 １２３４５", "title_has_number")]
    [InlineData("昭和25年3月4日生まれ", "title_has_date")]
    [InlineData("1950/03/04 膵", "title_has_date")]
    [InlineData("67歳 男性 膵がん", "title_has_age")]
    [InlineData("６７才 膵がん", "title_has_age")]
    public void Warnings_LooksLikeAPatient_Warns(string title, string code) => TitleCheck.Warnings(title).ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [InlineData("合同キャンサーボード（膵）")]
    [InlineData("患者さんのための市民公開講座")]
    [InlineData("患者様・ご家族様と考える緩和ケア")]
    [InlineData("皆様へのご案内")]
    [InlineData("御殿場地区の合同カンファレンス")]
    [InlineData("第12回 2026年度 症例検討会")]
    [InlineData("60代男性の症例")]
    [InlineData("60歳代の治療選択")]
    [InlineData("65歳以上の高齢者がん診療")]
    [InlineData("報告書の様式について")]
    [InlineData("電子カルテの仕様")]
    [InlineData("摂氏42度の温熱療法")]
    [InlineData("Tumor board 12")]
    public void Warnings_OrdinaryTitle_IsSilent(string title) => TitleCheck.Warnings(title).ShouldBeEmpty();
}
