using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-05")]
public sealed class CollectionSchedule_Tests
{
    private static readonly CollectionSchedule Schedule = new(new(16, 0), 1, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

    [Theory]
    [InlineData("2026-11-20T14:59:59Z", "2026-11-23", "Friday before the cut-off (winter time): Monday")]
    [InlineData("2026-11-20T15:00:00Z", "2026-11-24", "at the cut-off: one day later")]
    [InlineData("2026-07-10T13:59:59Z", "2026-07-13", "Friday before the cut-off (summer time)")]
    [InlineData("2026-07-10T14:00:00Z", "2026-07-14", "at the cut-off; the French holiday is a TARGET day")]
    [InlineData("2026-11-21T20:00:00Z", "2026-11-24", "Saturday evening: received Monday")]
    [InlineData("2026-04-02T10:00:00Z", "2026-04-07", "Maundy Thursday: over Easter")]
    [InlineData("2026-11-22T23:30:00Z", "2026-11-24", "Sunday in UTC, Monday in Paris, before the cut-off")]
    public void EarliestCollectionDate_Moment_CountsTargetDays(string utc, string expected, string why) =>
        Schedule.EarliestCollectionDate(Utc(utc)).ShouldBe(DateOnly.ParseExact(expected, "yyyy-MM-dd"), why);

    [Fact]
    public void EarliestCollectionDate_NoLeadDays_IsTheDayOfReceipt() =>
        (Schedule with { LeadDays = 0 }).EarliestCollectionDate(Utc("2026-11-20T10:00:00Z")).ShouldBe(new(2026, 11, 20));

    [Fact]
    public void CanCollectOn_ClosedOrTooEarly_IsFalse()
    {
        var now = Utc("2026-11-20T10:00:00Z");
        Schedule.CanCollectOn(new(2026, 11, 20), now).ShouldBeFalse();
        Schedule.CanCollectOn(new(2026, 11, 23), now).ShouldBeTrue();
        Schedule.CanCollectOn(new(2026, 11, 28), now).ShouldBeFalse();
    }

    [Fact]
    public void Deadline_AnyOpenDay_IsTheLastMomentBeforeTooLate() =>
        Prop.ForAll(Gen.Choose(0, 3000).ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(), (offset, lead) =>
        {
            var schedule = Schedule with { LeadDays = lead };
            var date = TargetCalendar.NextOpen(new DateOnly(2026, 1, 1).AddDays(offset));
            var deadline = schedule.Deadline(date);
            return schedule.CanCollectOn(date, deadline.AddTicks(-1)) && !schedule.CanCollectOn(date, deadline);
        }).QuickCheckThrowOnFailure();

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
}
