using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-02")]
public sealed class MandateReference_Tests
{
    [Theory]
    [InlineData(null, SepaErrorCodes.Required)]
    [InlineData("  ", SepaErrorCodes.Required)]
    [InlineData("123456789012345678901234567890123456", SepaErrorCodes.MandateReferenceLength)]
    [InlineData("RUM_1", SepaErrorCodes.MandateReferenceCharacters)]
    [InlineData("RUM\t1", SepaErrorCodes.MandateReferenceCharacters)]
    [InlineData("É1", SepaErrorCodes.MandateReferenceCharacters)]
    [InlineData("/RUM1", SepaErrorCodes.IdentifierSlash)]
    [InlineData("RUM1/", SepaErrorCodes.IdentifierSlash)]
    [InlineData("RUM//1", SepaErrorCodes.IdentifierSlash)]
    public void TryParse_BrokenRule_NamesIt(string? text, string code) => SepaValue.Check<MandateReference>(text).ShouldBe(code);

    [Fact]
    public void Key_CaseAndSpaces_MakeNoOtherMandate()
    {
        var reference = SepaValue.Parse<MandateReference>(" Rum-2026 / 1 ");
        reference.Value.ShouldBe("Rum-2026 / 1");
        reference.Key.ShouldBe(SepaValue.Parse<MandateReference>("RUM-2026/1").Key);
    }

    [Fact]
    public void TryParse_SepaCharacters_AreAcceptedUnlessSlashesForbid() =>
        Prop.ForAll(Arbitraries.SepaText(35).ToArbitrary(), text =>
        {
            var trimmed = text.Trim(' ');
            var slash = trimmed.StartsWith('/') || trimmed.EndsWith('/') || trimmed.Contains("//");
            var expected = trimmed.Length == 0 ? SepaErrorCodes.Required : slash ? SepaErrorCodes.IdentifierSlash : null;
            return SepaValue.Check<MandateReference>(text) == expected
                && SepaValue.Check<EndToEndId>(text) == expected;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_AnyText_AcceptsOnlyTheSetAndNeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
            !MandateReference.TryParse(text, out var reference, out _)
            || reference.Value.Length is > 0 and <= 35 && reference.Value.All(Arbitraries.SepaCharacters.Contains))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("123456789012345678901234567890123456", SepaErrorCodes.EndToEndIdLength)]
    [InlineData("A&B", SepaErrorCodes.EndToEndIdCharacters)]
    [InlineData("A//B", SepaErrorCodes.IdentifierSlash)]
    public void EndToEndId_BrokenRule_NamesIt(string text, string code) => SepaValue.Check<EndToEndId>(text).ShouldBe(code);
}
