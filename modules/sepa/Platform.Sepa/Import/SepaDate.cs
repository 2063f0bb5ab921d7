using System.Globalization;

namespace Platform.Sepa;

/// <summary>Calendar days as European programs write them; month before day and two-digit years are never guessed.</summary>
internal static class SepaDate
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "dd/MM/yyyy", "dd.MM.yyyy"];

    public static bool TryParse(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
