using Conference.Contracts.Hospitals;
using Conference.Hospitals.Register;
using Conference.Hospitals.Registry;
using Shouldly;
using Xunit;

namespace Conference.UnitTests.Hospitals.Registry;

public sealed class RegistryMergeTests
{
    private static readonly DateOnly First = new(2026, 4, 1);
    private static readonly DateOnly Later = new(2027, 4, 1);

    private static readonly RegistryEntry Entry = new()
    {
        HospitalId = "H2310",
        Prefecture = "23",
        Kind = HospitalKind.Regional,
        NameJa = "半田市立半田病院",
        OfficialNameJa = "半田市立半田病院",
        NameKana = "",
        NameEn = "Handa City Hospital",
        Area2Name = "知多半島",
        Address = "半田市",
        Website = "",
        Beds = 400,
    };

    [Fact]
    public void Take_SameEntryAgain_ChangesNothing()
    {
        var hospital = Imported();

        hospital.Take(Entry, Later).ShouldBeFalse();
        hospital.Version.ShouldBe(1);
        hospital.History.ShouldHaveSingleItem().From.ShouldBe(First);
    }

    [Fact]
    public void Take_NewName_ClosesTheOldDesignationTheDayBefore()
    {
        var hospital = Imported();

        hospital.Take(Entry with { NameJa = "知多半島総合医療センター" }, Later).ShouldBeTrue();

        hospital.NameJa.ShouldBe("知多半島総合医療センター");
        hospital.History.Select(designation => (designation.NameJa, designation.From, designation.To)).ShouldBe(
            [("半田市立半田病院", First, new DateOnly(2027, 3, 31)), ("知多半島総合医療センター", Later, null)]);
    }

    [Fact]
    public void Take_NewKindOnTheSameDay_CorrectsTheDesignation()
    {
        var hospital = Imported();

        hospital.Take(Entry with { Kind = HospitalKind.Community }, First);

        hospital.History.ShouldHaveSingleItem().Kind.ShouldBe(HospitalKind.Community);
    }

    [Fact]
    public void Take_ChangedBeds_BeginsNoDesignation()
    {
        var hospital = Imported();

        hospital.Take(Entry with { Beds = 416 }, Later).ShouldBeTrue();

        hospital.Beds.ShouldBe(416);
        hospital.Version.ShouldBe(2);
        hospital.History.Count.ShouldBe(1);
    }

    [Fact]
    public void Take_FieldCorrectedByHand_StaysUntilTheRegistrySaysSomethingNewAboutIt()
    {
        var hospital = Imported();
        hospital.NameEn = "Handa Municipal Hospital";

        hospital.Take(Entry with { Beds = 416 }, Later);
        hospital.NameEn.ShouldBe("Handa Municipal Hospital");

        hospital.Take(Entry with { Beds = 416, NameEn = "Handa Hospital" }, Later);
        hospital.NameEn.ShouldBe("Handa Hospital");
    }

    private static Hospital Imported()
    {
        var hospital = NewHospital.Make(Entry.HospitalId);
        hospital.Take(Entry, First).ShouldBeTrue();
        return hospital;
    }
}
