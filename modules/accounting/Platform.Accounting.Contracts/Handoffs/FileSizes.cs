using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Platform.Accounting;

/// <summary>Sizes of files for people.</summary>
public static class FileSizes
{
    private static readonly string[] Units = ["Size:B", "Size:KB", "Size:MB", "Size:GB", "Size:TB"];

    /// <summary>Three digits or so in decimal units (IEC 80000-13), in the reader's language: "3.4 MB", "3,4 Mo".</summary>
    public static string Format(IStringLocalizer texts, long bytes)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (value, unit) = ((decimal)bytes, 0);
        for (; value >= 1000 && unit < Units.Length - 1; unit++)
            value /= 1000;
        return texts[Units[unit], value.ToString(unit == 0 || value >= 100 ? "N0" : "0.#", CultureInfo.CurrentCulture)].Value;
    }
}
