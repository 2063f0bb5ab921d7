namespace Platform.Sepa;

/// <summary>
/// Days on which the TARGET system settles: all but Saturdays, Sundays, 1 January, Good Friday, Easter Monday, 1 May, 25 and
/// 26 December (ECB, 14 December 2000; in force since 2002). Computed, so right for every later year.
/// </summary>
public static class TargetCalendar
{
    /// <summary>True on a settlement day.</summary>
    public static bool IsOpen(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsFixedHoliday(date) && !IsEasterHoliday(date);

    /// <summary>The day itself when open, else the first open day after it.</summary>
    public static DateOnly NextOpen(DateOnly date)
    {
        while (!IsOpen(date))
            date = date.AddDays(1);
        return date;
    }

    /// <summary>The day itself when open, else the last open day before it.</summary>
    public static DateOnly PreviousOpen(DateOnly date)
    {
        while (!IsOpen(date))
            date = date.AddDays(-1);
        return date;
    }

    /// <summary>
    /// The <paramref name="days"/>-th open day after (before, when negative) the day, which is not counted itself. Zero days give
    /// <see cref="NextOpen"/>.
    /// </summary>
    public static DateOnly AddBusinessDays(DateOnly date, int days)
    {
        if (days == 0)
            return NextOpen(date);
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0; left--)
        {
            date = date.AddDays(step);
            while (!IsOpen(date))
                date = date.AddDays(step);
        }

        return date;
    }

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    public static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return new(year, n / 31, n % 31 + 1);
    }

    private static bool IsFixedHoliday(DateOnly date) => (date.Month, date.Day) is (1, 1) or (5, 1) or (12, 25) or (12, 26);

    private static bool IsEasterHoliday(DateOnly date)
    {
        if (date.Month is < 3 or > 4)
            return false;
        var easter = EasterSunday(date.Year).DayNumber;
        return date.DayNumber == easter - 2 || date.DayNumber == easter + 1;
    }
}
