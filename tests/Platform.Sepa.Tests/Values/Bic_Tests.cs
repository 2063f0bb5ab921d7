using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-05")]
public sealed class Bic_Tests
{
    [Fact]
    public void TryParse_PublishedVectors_GivesTheirVerdict()
    {
        foreach (var row in Shared.Csv("bic-vectors.csv"))
        {
            var code = SepaValue.Check<Bic>(row["input"]);
            (code is null ? "valid" : "invalid").ShouldBe(row["verdict"], $"{row["input"]}: {row["note"]} ({code})");
        }
    }

    [Theory]
    [InlineData("", SepaErrorCodes.Required)]
    [InlineData("DEUTDEF", SepaErrorCodes.BicFormat)]
    [InlineData("DEUTDEFFXXXX", SepaErrorCodes.BicFormat)]
    [InlineData("DEUTDE1F", SepaErrorCodes.BicFormat)]
    [InlineData("DEUTDEFO", SepaErrorCodes.BicFormat)]
    [InlineData("DEUTQQFF", SepaErrorCodes.BicCountry)]
    public void TryParse_BrokenRule_NamesIt(string text, string code) => SepaValue.Check<Bic>(text).ShouldBe(code);

    [Fact]
    public void Canonical_HeadOffice_EqualsTheLongForm()
    {
        var bic = SepaValue.Parse<Bic>("deut deff");
        bic.Value.ShouldBe("DEUTDEFF");
        bic.CountryCode.ShouldBe("DE");
        bic.Canonical.ShouldBe(SepaValue.Parse<Bic>("DEUTDEFFXXX").Canonical);
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
            Bic.TryParse(text, out _, out var code) == (code is null)).QuickCheckThrowOnFailure();
}
