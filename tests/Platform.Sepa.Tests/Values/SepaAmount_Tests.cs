using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-05")]
public sealed class SepaAmount_Tests
{
    private static readonly Arbitrary<long> Cents =
        Gen.OneOf(Gen.Choose(1, 100_000).Select(i => (long)i), ArbMap.Default.GeneratorFor<long>().Select(i => Math.Abs(i % SepaAmount.MaxCents) + 1))
            .ToArbitrary();

    [Theory]
    [InlineData("0.01", DecimalSign.Point, 1)]
    [InlineData("999999999.99", DecimalSign.Point, SepaAmount.MaxCents)]
    [InlineData("999.999.999,99", DecimalSign.Comma, SepaAmount.MaxCents)]
    [InlineData("1 234,5", DecimalSign.Comma, 123450)]
    [InlineData("1\u202F234,50 €", DecimalSign.Comma, 123450)]
    [InlineData("EUR 1'234.50", DecimalSign.Point, 123450)]
    [InlineData("1.234", DecimalSign.Comma, 123400)]
    [InlineData("1,234", DecimalSign.Point, 123400)]
    [InlineData("0012,00", DecimalSign.Comma, 1200)]
    [InlineData("12", DecimalSign.Unknown, 1200)]
    [InlineData("12,50", DecimalSign.Unknown, 1250)]
    [InlineData("12.5", DecimalSign.Unknown, 1250)]
    [InlineData("1.234,56", DecimalSign.Unknown, 123456)]
    [InlineData("1,234.56", DecimalSign.Unknown, 123456)]
    [InlineData("1.234.567", DecimalSign.Unknown, 123456700)]
    public void TryParse_WrittenAmount_IsExact(string text, DecimalSign sign, long cents)
    {
        SepaAmount.TryParse(text, sign, out var amount, out var code).ShouldBeTrue(code);
        amount.Cents.ShouldBe(cents);
    }

    [Theory]
    [InlineData(null, SepaErrorCodes.Required)]
    [InlineData(" € ", SepaErrorCodes.Required)]
    [InlineData("1e999", SepaErrorCodes.AmountFormat)]
    [InlineData("1E2", SepaErrorCodes.AmountFormat)]
    [InlineData("NaN", SepaErrorCodes.AmountFormat)]
    [InlineData("Infinity", SepaErrorCodes.AmountFormat)]
    [InlineData("=1+1", SepaErrorCodes.AmountFormat)]
    [InlineData("+12.00", SepaErrorCodes.AmountFormat)]
    [InlineData("0x1F", SepaErrorCodes.AmountFormat)]
    [InlineData("١٢", SepaErrorCodes.AmountFormat)]
    [InlineData("12,34", SepaErrorCodes.AmountFormat)]
    [InlineData("1.2.3", SepaErrorCodes.AmountFormat)]
    [InlineData("1,23,456.00", SepaErrorCodes.AmountFormat)]
    [InlineData("1,234 567.00", SepaErrorCodes.AmountFormat)]
    [InlineData("12.", SepaErrorCodes.AmountFormat)]
    [InlineData(".5", SepaErrorCodes.AmountFormat)]
    [InlineData("-", SepaErrorCodes.AmountFormat)]
    [InlineData("12 $", SepaErrorCodes.AmountFormat)]
    [InlineData("-12.00", SepaErrorCodes.AmountNegative)]
    [InlineData("\u221212.00", SepaErrorCodes.AmountNegative)]
    [InlineData("12.345", SepaErrorCodes.AmountDecimals)]
    [InlineData("12.000", SepaErrorCodes.AmountDecimals)]
    [InlineData("0", SepaErrorCodes.AmountRange)]
    [InlineData("0.00", SepaErrorCodes.AmountRange)]
    [InlineData("1000000000.00", SepaErrorCodes.AmountRange)]
    [InlineData("99999999999999999999999999999999999999", SepaErrorCodes.AmountRange)]
    public void TryParse_BrokenRule_NamesIt(string? text, string code)
    {
        SepaAmount.TryParse(text, DecimalSign.Point, out var amount, out var errorCode).ShouldBeFalse();
        errorCode.ShouldBe(code);
        amount.ShouldBe(default);
    }

    [Theory]
    [InlineData("1.234")]
    [InlineData("12,345")]
    [InlineData("999.999")]
    public void TryParse_TwoReadings_AreNotGuessed(string text)
    {
        SepaAmount.TryParse(text, DecimalSign.Unknown, out _, out var code).ShouldBeFalse();
        code.ShouldBe(SepaErrorCodes.AmountAmbiguous);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("de-DE")]
    [InlineData("en-GB")]
    [InlineData("de-CH")]
    public void TryParse_FormattedForACulture_GivesTheSameCents(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        Prop.ForAll(Cents, cents =>
            SepaAmount.TryParse((cents / 100m).ToString("N2", culture), culture, out var amount, out _) && amount.Cents == cents)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ToString_AnyAmount_ReadsBackAndNeverMeetsADouble() =>
        Prop.ForAll(Cents, cents =>
        {
            var text = SepaAmount.FromCents(cents).ToString();
            return SepaAmount.TryParse(text, DecimalSign.Point, out var point, out _) && point.Cents == cents
                && SepaAmount.TryParse(text, DecimalSign.Unknown, out var unknown, out _) && unknown.Cents == cents
                && SepaAmount.TryCreate(cents / 100m, out var created, out _) && created == point && created.Euros == cents / 100m;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), Gen.Elements(Enum.GetValues<DecimalSign>()).ToArbitrary(), (text, sign) =>
            SepaAmount.TryParse(text, sign, out _, out var code) == (code is null)).QuickCheckThrowOnFailure();

    [Fact]
    public void TryCreate_BadDecimal_NamesTheRule()
    {
        Code(-0.01m).ShouldBe(SepaErrorCodes.AmountNegative);
        Code(0.001m).ShouldBe(SepaErrorCodes.AmountDecimals);
        Code(0m).ShouldBe(SepaErrorCodes.AmountRange);
        Code(1_000_000_000m).ShouldBe(SepaErrorCodes.AmountRange);
        Code(decimal.MaxValue).ShouldBe(SepaErrorCodes.AmountRange);

        static string? Code(decimal euros) => SepaAmount.TryCreate(euros, out _, out var code) ? null : code;
    }
}
