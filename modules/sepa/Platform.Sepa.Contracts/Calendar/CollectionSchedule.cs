namespace Platform.Sepa;

/// <summary>
/// When a bank must have a file so that it collects on a day: the agreement of one bank account. The schemes ask for one TARGET day
/// (CORE and B2B, rulebooks of November 2016); banks may want more.
/// </summary>
/// <param name="CutOff">Local time from which a file counts as received on the next TARGET day.</param>
/// <param name="LeadDays">TARGET days between the day of receipt and the collection date, at least 0.</param>
/// <param name="TimeZone">Where the bank's clock stands.</param>
public sealed record CollectionSchedule(TimeOnly CutOff, int LeadDays, TimeZoneInfo TimeZone)
{
    /// <summary>The earliest date that a file handed over at <paramref name="utcNow"/> may ask for.</summary>
    public DateOnly EarliestCollectionDate(DateTime utcNow)
    {
        var received = ReceivedOn(utcNow);
        return LeadDays == 0 ? received : TargetCalendar.AddBusinessDays(received, LeadDays);
    }

    /// <summary>True when <paramref name="date"/> is a TARGET day that can still be reached at <paramref name="utcNow"/>.</summary>
    public bool CanCollectOn(DateOnly date, DateTime utcNow) =>
        TargetCalendar.IsOpen(date) && date >= EarliestCollectionDate(utcNow);

    /// <summary>The first moment (UTC) that is too late for this collection date: hand the file over before it.</summary>
    public DateTime Deadline(DateOnly collectionDate)
    {
        var date = TargetCalendar.PreviousOpen(collectionDate);
        var received = LeadDays == 0 ? date : TargetCalendar.AddBusinessDays(date, -LeadDays);
        var local = received.ToDateTime(CutOff, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(TimeZone.IsInvalidTime(local) ? local.AddHours(1) : local, TimeZone);
    }

    // A closed day and the time after the cut-off both count as the next open day.
    private DateOnly ReceivedOn(DateTime utcNow)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utcNow, DateTimeKind.Utc), TimeZone);
        var day = DateOnly.FromDateTime(local);
        return TargetCalendar.IsOpen(day) && TimeOnly.FromDateTime(local) >= CutOff
            ? TargetCalendar.AddBusinessDays(day, 1)
            : TargetCalendar.NextOpen(day);
    }
}
