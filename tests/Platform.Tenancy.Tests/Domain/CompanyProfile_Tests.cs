using Platform.Kernel;

namespace Platform.Tenancy.Tests;

[Trait("Req", "TEN-01")]
public sealed class CompanyProfile_Tests
{
    [Fact]
    public void Read_CompleteInput_TrimsAndNormalises()
    {
        var profile = CompanyProfile.Read(Samples.Profile() with { Name = "  Lefèvre SARL ", VatNumber = "fr 68904173523", Color = "#C2410C" });
        profile.Name.ShouldBe("Lefèvre SARL");
        profile.VatNumber.Value.ShouldBe("FR68904173523");
        profile.Color.ShouldBe("#c2410c");
    }

    [Fact]
    public void Read_OptionalValuesMissing_IsAccepted()
    {
        var input = Samples.Profile() with { VatNumber = " ", CompanyNumber = null, Contact = new ContactDto(), Address = new AddressDto { Town = "Lyon", Country = "fr" } };
        var profile = CompanyProfile.Read(input);
        profile.VatNumber.Value.ShouldBe("");
        profile.Country.ShouldBe("FR");
    }

    [Fact]
    public void Read_EverythingMissing_NamesEachRequiredFieldOnce()
    {
        var errors = Should.Throw<InputException>(() => CompanyProfile.Read(new CompanyProfileDto())).Errors;
        errors.ShouldAllBe(e => e.Code == TenancyErrorCodes.Required);
        errors.Select(e => e.Field).ShouldBe(["Name", "Address.Town", "Address.Country", "Language", "Color"]);
    }

    [Fact]
    public void Read_NullParts_AreLikeEmptyOnes()
    {
        var errors = Should.Throw<InputException>(() => CompanyProfile.Read(Samples.Profile() with { Address = null!, Contact = null! })).Errors;
        errors.Select(e => e.Field).ShouldBe(["Address.Town", "Address.Country"]);
    }

    public static TheoryData<CompanyProfileDto, string, string> Refused() => new()
    {
        { Samples.Profile() with { Name = new string('x', 141) }, "Name", TenancyErrorCodes.Max140 },
        { Samples.Profile() with { Name = "a\r\nb" }, "Name", TenancyErrorCodes.Characters },
        { Samples.Profile() with { VatNumber = "FR69904173523" }, "VatNumber", TenancyErrorCodes.VatCheckDigits },
        { Samples.Profile() with { CompanyNumber = new string('1', 36) }, "CompanyNumber", TenancyErrorCodes.Max35 },
        { Samples.Profile() with { Address = Samples.Address() with { Street = new string('x', 71) } }, "Address.Street", TenancyErrorCodes.Max70 },
        { Samples.Profile() with { Address = Samples.Address() with { BuildingNumber = new string('1', 17) } }, "Address.BuildingNumber", TenancyErrorCodes.Max16 },
        { Samples.Profile() with { Address = Samples.Address() with { Country = "FRA" } }, "Address.Country", TenancyErrorCodes.CountryUnknown },
        { Samples.Profile() with { Contact = new ContactDto { Email = "amelie@lefevre" } }, "Contact.Email", TenancyErrorCodes.EmailFormat },
        { Samples.Profile() with { Contact = new ContactDto { Email = "A <a@b.example>" } }, "Contact.Email", TenancyErrorCodes.EmailFormat },
        { Samples.Profile() with { Contact = new ContactDto { Phone = "call me" } }, "Contact.Phone", TenancyErrorCodes.PhoneFormat },
        { Samples.Profile() with { Language = "tlh" }, "Language", TenancyErrorCodes.LanguageUnknown },
        { Samples.Profile() with { Color = "red" }, "Color", TenancyErrorCodes.ColorFormat },
        { Samples.Profile() with { Color = "#12345g" }, "Color", TenancyErrorCodes.ColorFormat },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Read_OneWrongValue_NamesItsPlaceAndRule(CompanyProfileDto input, string field, string code)
    {
        var error = Should.Throw<InputException>(() => CompanyProfile.Read(input)).Errors.ShouldHaveSingleItem();
        (error.Field, error.Code).ShouldBe((field, code));
        error.Value!.Length.ShouldBeLessThanOrEqualTo(100);
    }
}
