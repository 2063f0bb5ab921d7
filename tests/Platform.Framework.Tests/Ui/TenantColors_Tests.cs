using System.Text.RegularExpressions;
using Platform.AspNetCore;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests.Ui;

[Trait("Req", "OPS-06")]
public sealed partial class TenantColors_Tests
{
    [Fact]
    public void Palette_EachColour_CarriesWhiteText() =>
        TenantColors.Values.Where(c => 1.05 / (Luminance(c) + 0.05) < 4.5).ShouldBeEmpty();

    [Fact]
    public void Palette_Always_HasTwelveDifferentColours() => TenantColors.Values.Distinct().Count().ShouldBe(12);

    [Fact]
    public void Stylesheet_ForEachColour_HasItsClass()
    {
        var css = File.ReadAllText(Path.Combine(TestEnvironment.Root, "framework/Platform.AspNetCore/wwwroot/platform.css"));
        var classes = ColorClass().Matches(css).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

        classes.ShouldBe(TenantColors.Values.ToDictionary(c => TenantColors.CssClass(c), c => c), ignoreOrder: true);
    }

    [Theory]
    [InlineData("#1D5FD1", "p-color-1")]
    [InlineData("#be123d", "p-color-4")]
    [InlineData("#00ff00", "p-color-6")]
    [InlineData("#000000", "p-color-10")]
    public void CssClass_OfAnyColour_IsTheNearest(string color, string expected) => TenantColors.CssClass(color).ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#1234567")]
    [InlineData("\"><script>")]
    public void CssClass_OfNoColour_IsTheFirst(string? color) => TenantColors.CssClass(color).ShouldBe("p-color-1");

    // WCAG 2.2, relative luminance.
    private static double Luminance(string color) =>
        (0.2126 * Linear(color[1..3])) + (0.7152 * Linear(color[3..5])) + (0.0722 * Linear(color[5..7]));

    private static double Linear(string hex)
    {
        var value = Convert.ToInt32(hex, 16) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"^\.(p-color-\d+) \{ --p-color: (#[0-9a-f]{6}); \}$", RegexOptions.Multiline)]
    private static partial Regex ColorClass();
}
