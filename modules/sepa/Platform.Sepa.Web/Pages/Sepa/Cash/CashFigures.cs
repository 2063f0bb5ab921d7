using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Sepa.Web;

/// <param name="Root">Of the company's pages.</param>
/// <param name="Length">Of each period.</param>
/// <param name="Calendar">What is shown.</param>
internal sealed record CashFigures(string Root, PeriodLength Length, CashCalendarDto Calendar)
{
    public bool HasOut => Calendar.WithoutDay.Out is not null;

    public bool HasReversed => Calendar.WithoutDay.Reversed is not null;

    public string InOf(PeriodDto period) => Periodical.Link($"{Root}/collections", period, "expected", "true");

    public string OutOf(PeriodDto period) => Periodical.Link($"{Root}/transfers", period, "expected", "true");

    public string ReversedOf(PeriodDto period) => Periodical.Link($"{Root}/reversals", period, "expected", "true");
}

/// <param name="Root">Of the company's pages.</param>
/// <param name="Length">Of each period.</param>
/// <param name="Failures">What is shown.</param>
internal sealed record FailureFigures(string Root, PeriodLength Length, FailuresDto Failures)
{
    public int Count => Failures.Periods.Sum(p => p.Rejected.Count + p.Returned.Count + p.Refunded.Count);

    public string Of(PeriodDto period, BankState state) => Periodical.Link($"{Root}/collections", period, "bank", state.ToString());
}

internal static class Periodical
{
    public static string Text(this PeriodDto period, PeriodLength length) => length switch
    {
        PeriodLength.Day => period.From.ToString("ddd d MMM", CultureInfo.CurrentCulture),
        PeriodLength.Week when period.From.Month == period.To.Month => $"{period.From.Day}–{period.To.ToString("d MMM", CultureInfo.CurrentCulture)}",
        PeriodLength.Week => $"{period.From.ToString("d MMM", CultureInfo.CurrentCulture)} – {period.To.ToString("d MMM", CultureInfo.CurrentCulture)}",
        _ => period.From.ToString("MMMM yyyy", CultureInfo.CurrentCulture),
    };

    public static string Link(string list, PeriodDto period, string name, string value) => QueryHelpers.AddQueryString(
        list, new Dictionary<string, string?> { ["status"] = "all", ["from"] = Day(period.From), ["to"] = Day(period.To), [name] = value });

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
