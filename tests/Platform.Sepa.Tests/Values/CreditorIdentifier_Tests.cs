using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-05")]
public sealed class CreditorIdentifier_Tests
{
    [Fact]
    public void TryParse_PublishedVectors_GivesTheirVerdict()
    {
        foreach (var row in Shared.Csv("creditor-identifier-vectors.csv"))
        {
            var code = SepaValue.Check<CreditorIdentifier>(row["input"]);
            (code is null ? "valid" : "invalid").ShouldBe(row["verdict"], $"{row["input"]}: {row["note"]} ({code})");
            if (row["note"] == "check digits")
                code.ShouldBe(SepaErrorCodes.CreditorIdentifierCheckDigits, row["input"]);
        }
    }

    [Theory]
    [InlineData("DE98ZZZ0999999999!", SepaErrorCodes.CreditorIdentifierCharacters)]
    [InlineData("12ABZZZ09999999999", SepaErrorCodes.CreditorIdentifierCountry)]
    [InlineData("BR98ZZZ09999999999", SepaErrorCodes.CreditorIdentifierCountry)]
    [InlineData("DE98ZZZ099999999990", SepaErrorCodes.CreditorIdentifierLength)]
    [InlineData("DEAAZZZ09999999999", SepaErrorCodes.CreditorIdentifierCheckDigits)]
    [InlineData("DE99ZZZ09999999999", SepaErrorCodes.CreditorIdentifierCheckDigits)]
    public void TryParse_BrokenRule_NamesIt(string text, string code) =>
        SepaValue.Check<CreditorIdentifier>(text).ShouldBe(code);

    [Fact]
    public void TryParse_OtherBusinessCode_KeepsTheCheckDigits() =>
        Prop.ForAll(Arbitraries.CreditorIdentifier, Arbitraries.Text("ABC019", 3).ToArbitrary(), (identifier, business) =>
        {
            var other = SepaValue.Parse<CreditorIdentifier>(identifier.Value[..4] + business + identifier.Value[7..]);
            return other.Creditor == identifier.Creditor && other.BusinessCode == business;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_DigitOfTheCreditorChanged_IsRefused() =>
        Prop.ForAll(Arbitraries.CreditorIdentifier, Gen.Choose(7, 17).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (identifier, at, shift) =>
            SepaValue.Check<CreditorIdentifier>(Arbitraries.Change(identifier.Value, at, shift)) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
            CreditorIdentifier.TryParse(text, out _, out var code) == (code is null)).QuickCheckThrowOnFailure();
}
