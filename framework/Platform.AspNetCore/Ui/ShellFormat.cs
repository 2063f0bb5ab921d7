using System.Globalization;

namespace Platform.AspNetCore;

internal static class Initials
{
    /// <summary>The first letters of the first two words: "MB" for "Muster Bau GmbH".</summary>
    public static string Of(string name) =>
        string.Concat(name.Split([' ', '-', '.', '@'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetterOrDigit(w[0])).Take(2).Select(w => char.ToUpperInvariant(w[0])));
}

internal static class LanguageName
{
    /// <summary>A language in its own words: "Français", also where the culture names a country.</summary>
    public static string Of(CultureInfo culture)
    {
        var language = culture.IsNeutralCulture ? culture : culture.Parent;
        return language.TextInfo.ToTitleCase(language.NativeName);
    }
}

internal static class Notices
{
    /// <summary>What a page left for the next one as "tone|text", with the CSS class of its tone.</summary>
    public static (string CssClass, string Text)? Read(object? notice) =>
        notice is string value && value.Split('|', 2) is [var tone, var text]
            ? ((Enum.TryParse<Tone>(tone, ignoreCase: true, out var parsed) ? parsed : Tone.Neutral).CssClass(), text)
            : null;
}
