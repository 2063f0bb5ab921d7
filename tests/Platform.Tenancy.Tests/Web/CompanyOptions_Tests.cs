using System.Globalization;
using Platform.AspNetCore;
using Platform.Tenancy.Web;

namespace Platform.Tenancy.Tests;

[Trait("Req", "TEN-01")]
public sealed class CompanyOptions_Tests
{
    [Theory]
    [InlineData("en", "Germany", "English")]
    [InlineData("fr", "Allemagne", "Français")]
    public void Countries_EveryCode_HasANameInTheReadersLanguage(string language, string germany, string itself)
    {
        var former = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var countries = CompanyOptions.Countries().Skip(1).ToDictionary(c => c.Value, c => c.Text);
        CultureInfo.CurrentUICulture = former;
        countries.Where(c => c.Value.Length < 3 || c.Value == c.Key).ShouldBeEmpty();
        countries.Values.ShouldBeUnique();
        countries["DE"].ShouldBe(germany);
        CompanyOptions.LanguageName(language).ShouldBe(itself);
    }

    [Fact]
    public void PaletteIndex_EveryPaletteColour_IsItsPlace() =>
        TenantColors.Values.Select(CompanyOptions.PaletteIndex).ShouldBe(Enumerable.Range(0, TenantColors.Values.Count));
}
