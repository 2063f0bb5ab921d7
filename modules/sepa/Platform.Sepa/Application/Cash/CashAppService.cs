using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class CashAppService(
    SepaDbContext db, Reach reach, ReasonTexts reasons, IPermissionChecker permissions, TimeProvider clock) : ICashAppService
{
    public async Task<CashCalendarDto> GetCalendarAsync(GetPeriodsInput input, CancellationToken cancellationToken = default)
    {
        var placed = await PlacedAsync(cancellationToken);
        var periods = Periods.FromOn(input, Today);
        var (from, to) = (periods.From, periods.To);
        var days = await SumAsync(Expected(placed).Where(o => o.ExecutionDate >= from && o.ExecutionDate <= to), cancellationToken);
        days.AddRange(await SumAsync(db.Orders.AsNoTracking().Where(o => o.Status == OrderStatus.Waiting && (o.RequestedOn == null || o.RequestedOn <= to)), cancellationToken));
        var kinds = await SeenAsync(cancellationToken);
        return new CashCalendarDto(
            Now,
            [.. periods.All.Select(p => new CashPeriodDto(p, Cash(days.FindAll(d => p.From <= d.Day && d.Day <= p.To), kinds)))],
            Cash(days.FindAll(d => d.Day is null || d.Day < from), kinds));
    }

    public async Task<FailuresDto> GetFailuresAsync(GetPeriodsInput input, CancellationToken cancellationToken = default)
    {
        var placed = await PlacedAsync(cancellationToken);
        var periods = Periods.UpTo(input, await LastFailureAsync(placed, cancellationToken) ?? Today);
        var (from, to) = (periods.From, periods.To);
        var due = placed.OfType<Collection>().Where(c => c.Status == OrderStatus.Issued && c.ExecutionDate >= from && c.ExecutionDate <= to);
        var days = await due.GroupBy(c => new { Day = c.ExecutionDate, c.BankState })
            .Select(g => new DayState(g.Key.Day!.Value, g.Key.BankState, g.Count(), g.Sum(c => c.AmountCents))).ToListAsync(cancellationToken);
        var why = await due.Where(c => c.BankState != null && PaymentOrder.Failures.Contains(c.BankState.Value)).GroupBy(c => c.BankReason)
            .Select(g => new { Code = g.Key, Count = g.Count(), Cents = g.Sum(c => c.AmountCents) }).ToListAsync(cancellationToken);
        return new FailuresDto(
            Now,
            [.. periods.All.Select(p => Failures(p, days.FindAll(d => p.From <= d.Day && d.Day <= p.To)))],
            [.. why.OrderByDescending(w => w.Count).ThenBy(w => w.Code).Select(w => new FailureReasonDto(reasons.Of(w.Code), new OrderTotalDto(w.Count, w.Cents / 100m)))]);
    }

    // The bank refuses some before they are due.
    private Task<DateOnly?> LastFailureAsync(IQueryable<PaymentOrder> placed, CancellationToken cancellationToken)
    {
        var (today, last) = (Today, Today.AddMonths(1));
        return placed.OfType<Collection>().Where(c => c.ExecutionDate > today && c.ExecutionDate <= last && c.BankState != null && PaymentOrder.Failures.Contains(c.BankState.Value))
            .MaxAsync(c => c.ExecutionDate, cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => DateOnly.FromDateTime(Now);

    private async Task<IQueryable<PaymentOrder>> PlacedAsync(CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        var reachable = await reach.OfAsync(db.Remittances.AsNoTracking(), SepaPermissions.Remittances.Default, cancellationToken);
        return db.Orders.AsNoTracking().Where(o => o.RemittanceId != null && reachable.Any(r => r.Id == o.RemittanceId));
    }

    private static IQueryable<PaymentOrder> Expected(IQueryable<PaymentOrder> orders) =>
        orders.Where(o => o.Status != OrderStatus.Cancelled && (o.BankState == null || o.BankState == BankState.Accepted));

    private static Task<List<DaySum>> SumAsync(IQueryable<PaymentOrder> orders, CancellationToken cancellationToken) =>
        orders.GroupBy(o => new { Day = o.ExecutionDate ?? o.RequestedOn, o.Kind })
            .Select(g => new DaySum(g.Key.Day, g.Key.Kind, g.Count(), g.Sum(o => o.AmountCents))).ToListAsync(cancellationToken);

    private async Task<HashSet<OrderKind>> SeenAsync(CancellationToken cancellationToken)
    {
        var seen = new HashSet<OrderKind>();
        if (await permissions.IsGrantedAsync(SepaPermissions.Transfers.Default, cancellationToken))
            seen.Add(OrderKind.Transfer);
        if (await permissions.IsGrantedAsync(SepaPermissions.Reversals.Default, cancellationToken))
            seen.Add(OrderKind.Reversal);
        return seen;
    }

    private static CashDto Cash(List<DaySum> days, HashSet<OrderKind> seen)
    {
        return new CashDto(Total(days, OrderKind.Collection), Of(OrderKind.Transfer), Of(OrderKind.Reversal));

        OrderTotalDto? Of(OrderKind kind) => seen.Contains(kind) ? Total(days, kind) : null;
    }

    private static OrderTotalDto Total(List<DaySum> days, OrderKind kind)
    {
        var own = days.FindAll(d => d.Kind == kind);
        return new OrderTotalDto(own.Sum(d => d.Count), own.Sum(d => d.Cents) / 100m);
    }

    private static FailurePeriodDto Failures(PeriodDto period, List<DayState> days)
    {
        return new FailurePeriodDto(period, Total(days), Of(BankState.Rejected), Of(BankState.Returned), Of(BankState.Refunded));

        OrderTotalDto Of(BankState state) => Total(days.FindAll(d => d.State == state));
    }

    private static OrderTotalDto Total(List<DayState> days) => new(days.Sum(d => d.Count), days.Sum(d => d.Cents) / 100m);

    private sealed record DaySum(DateOnly? Day, OrderKind Kind, int Count, long Cents);

    private sealed record DayState(DateOnly Day, BankState? State, int Count, long Cents);
}
