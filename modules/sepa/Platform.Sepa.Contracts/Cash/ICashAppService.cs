using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Figures over many orders (SEP-14): money to come and to go, and direct debits that failed.</summary>
public interface ICashAppService : IApplicationService
{
    /// <summary>
    /// Direct debits to come, transfers and reversals to go, by the day on which they are collected or executed, or wanted where they wait:
    /// orders that are neither cancelled, settled nor failed. Needs <see cref="SepaPermissions.Remittances.Default"/>; transfers also
    /// <see cref="SepaPermissions.Transfers.Default"/> and reversals <see cref="SepaPermissions.Reversals.Default"/>, else they are null.
    /// Remittances out of reach do not count.
    /// </summary>
    Task<CashCalendarDto> GetCalendarAsync(GetPeriodsInput input, CancellationToken cancellationToken = default);

    /// <summary>Direct debits that were rejected, returned or refunded, by the day on which they were due: up to the present
    /// period, or the one of the next month in which the last known failure is due. Same right.</summary>
    Task<FailuresDto> GetFailuresAsync(GetPeriodsInput input, CancellationToken cancellationToken = default);
}

/// <summary>How long a period is.</summary>
public enum PeriodLength
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>From Monday to Sunday (ISO 8601).</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,
}

/// <summary>Which periods.</summary>
/// <param name="Length">Of each.</param>
/// <param name="Count">How many, 1 to 60: from the present one on, or up to it where figures tell what was.</param>
public sealed record GetPeriodsInput(PeriodLength Length = PeriodLength.Week, int Count = 8);

/// <summary>A period; both days belong to it.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record PeriodDto(DateOnly From, DateOnly To);

/// <summary>Money to come and to go.</summary>
/// <param name="At">UTC: when it was counted.</param>
/// <param name="Periods">In order, empty ones too.</param>
/// <param name="WithoutDay">What waits for a remittance with no day of its own, or one that has passed.</param>
public sealed record CashCalendarDto(DateTime At, IReadOnlyList<CashPeriodDto> Periods, CashDto WithoutDay);

/// <summary>A period of the calendar.</summary>
/// <param name="Period">Its days.</param>
/// <param name="Cash">Its money.</param>
public sealed record CashPeriodDto(PeriodDto Period, CashDto Cash);

/// <summary>Both sides; null where the person may not see transfers or reversals.</summary>
/// <param name="In">Direct debits.</param>
/// <param name="Out">Transfers.</param>
/// <param name="Reversed">Direct debits that are given back: money to go as transfers are, and in no other sum.</param>
public sealed record CashDto(OrderTotalDto In, OrderTotalDto? Out, OrderTotalDto? Reversed);

/// <summary>Failed direct debits.</summary>
/// <param name="At">UTC: when it was counted.</param>
/// <param name="Periods">In order, empty ones too.</param>
/// <param name="Reasons">Over all periods, the most frequent first.</param>
public sealed record FailuresDto(DateTime At, IReadOnlyList<FailurePeriodDto> Periods, IReadOnlyList<FailureReasonDto> Reasons);

/// <summary>Failures of a period.</summary>
/// <param name="Period">Its days.</param>
/// <param name="Issued">All direct debits that were due.</param>
/// <param name="Rejected">Refused before the payment.</param>
/// <param name="Returned">Taken back by the debtor's bank.</param>
/// <param name="Refunded">Taken back for the debtor.</param>
public sealed record FailurePeriodDto(PeriodDto Period, OrderTotalDto Issued, OrderTotalDto Rejected, OrderTotalDto Returned, OrderTotalDto Refunded)
{
    /// <summary>Failed among those that were due, 0 to 1; null where none was due.</summary>
    public decimal? Share => Issued.Count == 0 ? null : (decimal)(Rejected.Count + Returned.Count + Refunded.Count) / Issued.Count;
}

/// <summary>Failures for one reason.</summary>
/// <param name="Reason">In words; null where the bank gave none.</param>
/// <param name="Total">Number and sum.</param>
public sealed record FailureReasonDto(BankReasonDto? Reason, OrderTotalDto Total);
