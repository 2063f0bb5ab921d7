namespace Platform.Sepa;

/// <summary>Days cut into periods that follow each other.</summary>
internal sealed class Periods
{
    private const int Most = 60;

    private Periods(IReadOnlyList<PeriodDto> all) => All = all;

    public IReadOnlyList<PeriodDto> All { get; }

    public DateOnly From => All[0].From;

    public DateOnly To => All[^1].To;

    /// <summary>From the one that holds a day on.</summary>
    public static Periods FromOn(GetPeriodsInput input, DateOnly day) => Of(input, Start(input.Length, day), firstStep: 0);

    /// <summary>Up to the one that holds a day.</summary>
    public static Periods UpTo(GetPeriodsInput input, DateOnly day) => Of(input, Start(input.Length, day), 1 - Count(input));

    private static Periods Of(GetPeriodsInput input, DateOnly start, int firstStep) => new(
        [.. Enumerable.Range(firstStep, Count(input)).Select(step => new PeriodDto(Step(input.Length, start, step), Step(input.Length, start, step + 1).AddDays(-1)))]);

    private static int Count(GetPeriodsInput input) => Math.Clamp(input.Count, 1, Most);

    private static DateOnly Start(PeriodLength length, DateOnly day) => length switch
    {
        PeriodLength.Day => day,
        PeriodLength.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => new DateOnly(day.Year, day.Month, 1),
    };

    private static DateOnly Step(PeriodLength length, DateOnly start, int steps) => length switch
    {
        PeriodLength.Day => start.AddDays(steps),
        PeriodLength.Week => start.AddDays(7 * steps),
        _ => start.AddMonths(steps),
    };
}
