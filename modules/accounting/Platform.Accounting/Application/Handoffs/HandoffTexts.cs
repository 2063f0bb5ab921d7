using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Texts of a handoff for whoever reads it later, in its own language.</summary>
internal sealed class HandoffTexts(IStringLocalizer<AccountingResource> texts) : IScopedDependency
{
    // "en" alone would write American dates.
    private static readonly Dictionary<string, string> Cultures = new() { ["en"] = "en-GB", ["fr"] = "fr-FR" };

    /// <summary>"en" or "fr", as near as may be.</summary>
    public static string Known(string? language) => language is not null && Cultures.ContainsKey(language) ? language : "en";

    public T Write<T>(string language, Func<IStringLocalizer<AccountingResource>, T> write) =>
        ReaderLanguage.Write(CultureInfo.GetCultureInfo(Cultures[Known(language)]), () => write(texts));
}
