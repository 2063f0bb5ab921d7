using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-05")]
public sealed class SepaText_Tests
{
    [Fact]
    public void Transliterate_WholePublishedTable_GivesItsReplacement()
    {
        foreach (var row in Shared.Csv("epc-charset-conversion.csv"))
        {
            var character = char.ConvertFromUtf32(int.Parse(row["code_point"][2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            // Where Unicode itself calls two code points the same character, both take the composed one's row.
            if (character.IsNormalized())
                SepaText.Transliterate(character).ShouldBe((row["epc217_08_replacement"], true), row["code_point"]);
        }
    }

    [Fact]
    public void Transliterate_PublishedVectors_GivesTheirText()
    {
        foreach (var row in Shared.Csv("epc-charset-vectors.csv").Where(r => !r["epc217_08_output"].Contains("quote:")))
            SepaText.Transliterate(row["input"]).Text.ShouldBe(row["epc217_08_output"]);
    }

    [Theory]
    [InlineData("Ströer SE \"Test\"", "Stroer SE 'Test'")]
    [InlineData("A & B_C~D", "A + B-C-D")]
    [InlineData("<b>", ".b.")]
    [InlineData("Cafe\u0301", "Cafe")]
    [InlineData("日本 🙂", "?? ?")]
    public void Transliterate_OutsideTheTable_IsReadable(string text, string expected) =>
        SepaText.Transliterate(text).ShouldBe((expected, true));

    [Fact]
    public void Transliterate_HalfASurrogatePair_IsAQuestionMark()
    {
        SepaText.Transliterate("a\uD83Db").ShouldBe(("a?b", true));
        SepaText.Transliterate("\uDE42").ShouldBe(("?", true));
    }

    [Fact]
    public void Transliterate_AnyText_IsAllowedAndStable() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var (converted, changed) = SepaText.Transliterate(text.Get);
            return SepaText.IsAllowed(converted)
                && changed != SepaText.IsAllowed(text.Get)
                && SepaText.Transliterate(converted) == (converted, false);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Check_EveryCharacterOfTheSet_IsAccepted() =>
        SepaText.Check(Arbitraries.SepaCharacters, 100).ShouldBeNull();

    [Theory]
    [InlineData("", SepaErrorCodes.Required)]
    [InlineData("   ", SepaErrorCodes.Required)]
    [InlineData("12345678901", SepaErrorCodes.TextLength)]
    [InlineData("a;b", SepaErrorCodes.TextCharacters)]
    [InlineData("a\nb", SepaErrorCodes.TextCharacters)]
    public void Check_BrokenRule_NamesIt(string text, string code) => SepaText.Check(text, 10).ShouldBe(code);
}
