using FsCheck;
using FsCheck.Fluent;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

[Trait("Req", "TEN-01")]
public sealed class VatNumber_Tests
{
    [Fact]
    public void TryParse_PublishedVectors_AgreesWithEachVerdict()
    {
        var rows = File.ReadLines(TestEnvironment.Shared("samples/sepa/eu-vat-vectors.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        rows.Count.ShouldBeGreaterThan(50);
        var wrong = rows.Where(r => VatNumber.TryParse(r[0], out _, out _) != (r[2] == "valid")).Select(r => $"{r[0]} should be {r[2]}");
        wrong.ShouldBeEmpty();
    }

    // Numbers found in public, for forms that the vectors do not have.
    [Theory]
    [InlineData("ESX1234567L")]
    [InlineData("ES54362315K")]
    [InlineData("ESQ2826000H")]
    [InlineData("IE6433435F")]
    [InlineData("IE8D79739I")]
    [InlineData("IE6388047V")]
    [InlineData("IE3628739UA")]
    [InlineData("NL000099998B57")]
    [InlineData("FRK7399859412")]
    [InlineData("FR83404833048")]
    [InlineData("LT100001919017")]
    [InlineData("CZ7103192745")]
    [InlineData("CZ640903926")]
    [InlineData("BG7523169263")]
    [InlineData("HR33392005961")]
    [InlineData("XI980780684")]
    [InlineData("XIGD001")]
    [InlineData("SE556188840401")]
    [InlineData("LV16117519997")]
    public void TryParse_FurtherForms_Accepts(string number) => VatNumber.TryParse(number, out _, out var error).ShouldBeTrue(error);

    [Theory]
    [InlineData(null, TenancyErrorCodes.Required)]
    [InlineData("  ", TenancyErrorCodes.Required)]
    [InlineData("F", TenancyErrorCodes.VatCountry)]
    [InlineData("US123456789", TenancyErrorCodes.VatCountry)]
    [InlineData("EU372022452", TenancyErrorCodes.VatCountry)]
    [InlineData("904173523", TenancyErrorCodes.VatCountry)]
    [InlineData("FR6890417352", TenancyErrorCodes.VatFormat)]
    [InlineData("FR689041735233", TenancyErrorCodes.VatFormat)]
    [InlineData("FRI8904173523", TenancyErrorCodes.VatFormat)]
    [InlineData("DE12345678\n9", TenancyErrorCodes.VatCheckDigits)]
    [InlineData("DE１１８６１９５９２", TenancyErrorCodes.VatFormat)]
    [InlineData("FR69904173523", TenancyErrorCodes.VatCheckDigits)]
    [InlineData("FR68904173524", TenancyErrorCodes.VatCheckDigits)]
    public void TryParse_Refused_NamesTheFirstBrokenRule(string? text, string code)
    {
        VatNumber.TryParse(text, out var value, out var error).ShouldBeFalse();
        error.ShouldBe(code);
        value.Value.ShouldBe("");
    }

    [Theory]
    [InlineData("fr 68 904 173 523", "FR68904173523")]
    [InlineData("BE 0764.183.519", "BE0764183519")]
    [InlineData("GR 044824428", "EL044824428")]
    [InlineData("de-118/619/592", "DE118619592")]
    public void TryParse_SeparatorsAndCase_AreNormalised(string text, string normal) => VatNumber.Parse(text).Value.ShouldBe(normal);

    [Fact]
    public void Parse_NormalForm_IsItsOwnNormalForm() =>
        Prop.ForAll(Gen.Elements(Valid()).ToArbitrary(), number => VatNumber.Parse(VatNumber.Parse(number).Value) == VatNumber.Parse(number))
            .QuickCheckThrowOnFailure();

    // ISO 7064, Luhn and MOD 97 find every single wrong digit; the other states' sums promise less.
    [Fact]
    public void TryParse_OneDigitMistyped_IsRefusedWhereTheMethodPromisesIt()
    {
        var numbers = Gen.Elements("DE118619592", "HR33392005961", "IT00520800319", "BE0220764971", "LU10967628", "FR83404833048");
        var mistakes = from number in numbers
                       from place in Gen.Choose(2, number.Length - 1)
                       from digit in Gen.Choose(0, 9).Where(d => d != number[place] - '0')
                       select $"{number[..place]}{digit}{number[(place + 1)..]}";
        Prop.ForAll(mistakes.ToArbitrary(), number => !VatNumber.TryParse(number, out _, out _)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Prop.ForAll<string?, string>((text, tail) =>
        {
            VatNumber.TryParse(text, out _, out _);
            foreach (var prefix in Valid().Select(v => v[..2]))
                VatNumber.TryParse(prefix + tail, out _, out _);
        }).QuickCheckThrowOnFailure();

    private static string[] Valid() =>
        ["ATU14243102", "BE0220764971", "BG124551319", "CY10008489A", "CZ24158313", "DE118619592", "DK10290813", "EE100572933", "EL044824428",
         "ESA08370314", "FI09826511", "FR09434086930", "HR33392005961", "HU10766172", "IE4693875V", "IT00520800319", "LT250266219", "LU10967628",
         "LV40003282138", "MT14658213", "NL001241643B01", "PL5220205853", "PT501507930", "RO14840784", "SE502053602401", "SI36097152",
         "SK2020257679", "XI980780684"];
}
