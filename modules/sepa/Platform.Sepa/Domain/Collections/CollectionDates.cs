namespace Platform.Sepa;

/// <summary>What is certain about a wanted date before any bank is chosen; the remittance checks the rest.</summary>
internal static class CollectionDates
{
    public static string? Check(DateOnly? requestedOn, DateOnly today) => requestedOn switch
    {
        null => null,
        { } date when date < today => SepaErrorCodes.CollectionDatePast,
        { } date when !TargetCalendar.IsOpen(date) => SepaErrorCodes.CollectionDateClosed,
        _ => null,
    };
}
