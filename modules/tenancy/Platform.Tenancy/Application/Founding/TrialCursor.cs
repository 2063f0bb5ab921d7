using System.Globalization;

namespace Platform.Tenancy;

/// <summary>Where a page of trials ended.</summary>
internal static class TrialCursor
{
    public static string Write(TrialDto last) => NameCursor.Write(last.TrialEndsAt.Ticks.ToString(CultureInfo.InvariantCulture), last.Id);

    public static (DateTime End, Guid Id) Read(string cursor)
    {
        var (ticks, id) = NameCursor.Read(cursor);
        return long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= DateTime.MaxValue.Ticks
            ? (new DateTime(value, DateTimeKind.Utc), id)
            : throw NameCursor.Invalid(cursor);
    }
}
