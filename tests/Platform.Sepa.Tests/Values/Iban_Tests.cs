using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-05")]
public sealed class Iban_Tests
{
    [Fact]
    public void TryParse_PublishedVectors_GivesTheirVerdict()
    {
        foreach (var row in Shared.Csv("iban-vectors.csv"))
        {
            var code = SepaValue.Check<Iban>(row["input"]);
            (code is null ? "valid" : "invalid").ShouldBe(row["verdict"], $"{row["input"]}: {row["note"]} ({code})");
        }
    }

    [Fact]
    public void TryParse_RegistryExamples_AreValidAndKnowTheirScheme()
    {
        foreach (var row in Shared.Csv("iban-registry.csv"))
        {
            var iban = SepaValue.Parse<Iban>(row["example_iban"]);
            $"{iban.Value.Length}".ShouldBe(row["iban_length"]);
            iban.IsSepa.ShouldBe(row["sepa_scheme_country"] == "yes", row["country_code"]);
            IbanRegistry.Find(row["country_code"])!.Bban.Sum(p => p.Length).ShouldBe(iban.Bban.Length);
        }

        IbanRegistry.All.Count.ShouldBe(Shared.Csv("iban-registry.csv").Count);
    }

    [Theory]
    [InlineData(null, SepaErrorCodes.Required)]
    [InlineData("   ", SepaErrorCodes.Required)]
    [InlineData("DE89-3704-0044-0532-0130-00", SepaErrorCodes.IbanCharacters)]
    [InlineData("DE89370400440532013٠00", SepaErrorCodes.IbanCharacters)]
    [InlineData("XX431234", SepaErrorCodes.IbanCountry)]
    [InlineData("D", SepaErrorCodes.IbanCountry)]
    [InlineData("DE8937040044053201300", SepaErrorCodes.IbanLength)]
    [InlineData("DE8937040044053201300A", SepaErrorCodes.IbanStructure)]
    [InlineData("DEA9370400440532013000", SepaErrorCodes.IbanStructure)]
    [InlineData("DE88370400440532013000", SepaErrorCodes.IbanCheckDigits)]
    [InlineData("DE99370400440532013000", SepaErrorCodes.IbanCheckDigits)]
    public void TryParse_BrokenRule_NamesIt(string? text, string code)
    {
        Iban.TryParse(text, out var iban, out var errorCode).ShouldBeFalse();
        errorCode.ShouldBe(code);
        iban.ShouldBe(default);
    }

    [Fact]
    public void Format_Mask_ShowGroupsAndHideTheMiddle()
    {
        var iban = SepaValue.Parse<Iban>(" fr14 2004\u00A01010 0505\u202F0001 3m02 606 ");
        iban.Format().ShouldBe("FR14 2004 1010 0505 0001 3M02 606");
        iban.Mask().ShouldBe("FR14 •••• 2606");
        (iban.CountryCode, iban.Bban, iban.IsEea).ShouldBe(("FR", "20041010050500013M02606", true));
    }

    [Theory]
    [InlineData("GB29NWBK60161331926819", true, false)]
    [InlineData("CH9300762011623852957", true, false)]
    [InlineData("NO9386011117947", true, true)]
    [InlineData("BR1800360305000010009795493C1", false, false)]
    public void Membership_OfKnownCountries_IsRight(string text, bool sepa, bool eea)
    {
        var iban = SepaValue.Parse<Iban>(text);
        (iban.IsSepa, iban.IsEea).ShouldBe((sepa, eea));
    }

    [Fact]
    public void Create_AnyBban_IsValidAndSurvivesPrinting() =>
        Prop.ForAll(Arbitraries.Iban, iban =>
            SepaValue.Parse<Iban>(iban.Format()) == iban
            && SepaValue.Parse<Iban>(iban.Value.ToLowerInvariant()) == iban
            && iban.Format().Replace(" ", "") == iban.Value).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_OneCharacterChanged_IsRefused() =>
        Prop.ForAll(Arbitraries.Iban, Gen.Choose(0, 33).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (iban, at, shift) =>
            SepaValue.Check<Iban>(Arbitraries.Change(iban.Value, at, shift)) is not null).QuickCheckThrowOnFailure();

    // A letter and a digit may swap unnoticed: "B1" and "1B" both count as 111.
    [Fact]
    public void TryParse_NeighboursOfOneKindSwapped_IsRefused() =>
        Prop.ForAll(Arbitraries.Iban, Gen.Choose(4, 32).ToArbitrary(), (iban, place) =>
        {
            var at = Math.Min(place, iban.Value.Length - 2);
            var swapped = Arbitraries.Swap(iban.Value, at);
            return swapped == iban.Value
                || char.IsAsciiDigit(swapped[at]) != char.IsAsciiDigit(iban.Value[at])
                || SepaValue.Check<Iban>(swapped) is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
            Iban.TryParse(text, out _, out var code) == (code is null)).QuickCheckThrowOnFailure();
}
