using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace Platform.Sepa.Tests;

public sealed class SepaTexts_Tests
{
    private static readonly ResourceManager Texts = new(typeof(SepaResource));

    [Fact]
    public void EveryErrorCode_HasATextInBothLanguages_WithTheSamePlaceholders()
    {
        foreach (var code in typeof(SepaErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!))
        {
            var english = Texts.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.GetString(code).ShouldNotBeNull(code);
            var french = Texts.GetResourceSet(CultureInfo.GetCultureInfo("fr"), true, false)!.GetString(code).ShouldNotBeNull(code);
            Placeholders(french).ShouldBe(Placeholders(english), code);
            french.ShouldNotBe(english);
        }
    }

    private static string[] Placeholders(string text) => [.. Regex.Matches(text, @"\{\w+\}").Select(m => m.Value).Order()];
}
