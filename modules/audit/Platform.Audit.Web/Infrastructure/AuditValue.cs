using System.Globalization;

namespace Platform.Audit.Web;

/// <summary>Invariant values of the trail as a reader's culture writes them.</summary>
public static class AuditValue
{
    /// <summary>A moment (UTC) or a day when the text is one as the trail writes them, otherwise null.</summary>
    public static object? AsDate(string? text)
    {
        if (DateTime.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) && moment.Kind == DateTimeKind.Utc)
            return moment;
        return DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
