using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-05")]
public sealed class TargetCalendar_Tests
{
    private static readonly Arbitrary<DateOnly> Dates =
        Gen.Choose(new DateOnly(2002, 1, 1).DayNumber, new DateOnly(2099, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    [Fact]
    public void IsOpen_PublishedClosingDays_AreExactlyTheClosedWeekdays()
    {
        var published = Shared.Csv("target-closing-days.csv").Select(r => Date(r["date"])).ToHashSet();
        for (var date = new DateOnly(2024, 1, 1); date.Year <= 2040; date = date.AddDays(1))
        {
            var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            TargetCalendar.IsOpen(date).ShouldBe(!weekend && !published.Contains(date), $"{date:O}");
        }
    }

    [Fact]
    public void AddBusinessDays_PublishedVectors_GivesTheirDate()
    {
        foreach (var row in Shared.Csv("target-business-day-vectors.csv"))
        {
            var days = int.Parse(row["business_days"], CultureInfo.InvariantCulture);
            TargetCalendar.AddBusinessDays(Date(row["date"]), days).ShouldBe(Date(row["expected"]), row["date"]);
        }
    }

    [Theory]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void EasterSunday_KnownYears_IsRight(int year, int month, int day) =>
        TargetCalendar.EasterSunday(year).ShouldBe(new DateOnly(year, month, day));

    [Fact]
    public void AddBusinessDays_ForthAndBack_ReturnsToTheOpenDay() =>
        Prop.ForAll(Dates, Gen.Choose(1, 60).ToArbitrary(), (date, days) =>
        {
            var start = TargetCalendar.NextOpen(date);
            var later = TargetCalendar.AddBusinessDays(start, days);
            return TargetCalendar.IsOpen(later) && later.DayNumber >= start.DayNumber + days
                && TargetCalendar.AddBusinessDays(later, -days) == start
                && TargetCalendar.AddBusinessDays(date, 0) == start
                && TargetCalendar.PreviousOpen(date) <= date && date <= start;
        }).QuickCheckThrowOnFailure();

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
