using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class TransferAppService(
    SepaDbContext db, SecondAttempts attempts, ReasonTexts reasons, IUnitOfWork unitOfWork, IPermissionChecker permissions, TimeProvider clock) : ITransferAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<PagedResult<TransferDto>> GetListAsync(GetTransfersInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Transfers.Default, cancellationToken);
        var size = Cursor.PageSize(input.PageSize);
        var filtered = Filter(input);
        var total = await filtered.LongCountAsync(cancellationToken);
        if (Cursor.Read(input.Cursor) is { } after)
            filtered = filtered.Where(t => t.Id < after.Id);
        var rows = await filtered.OrderByDescending(t => t.Id).Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, size, t => Cursor.Of(t.Id), total);
        return new PagedResult<TransferDto>(await ToDtosAsync(page.Items, cancellationToken), page.NextCursor, total);
    }

    public async Task<OrderTotalDto> GetTotalAsync(GetTransfersInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Transfers.Default, cancellationToken);
        var total = await Filter(input).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Cents = g.Sum(t => t.AmountCents) }).SingleOrDefaultAsync(cancellationToken);
        return new OrderTotalDto(total?.Count ?? 0, (total?.Cents ?? 0) / 100m);
    }

    public async Task<TransferDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Transfers.Default, cancellationToken);
        return (await ToDtosAsync([await FindAsync(id, cancellationToken)], cancellationToken))[0];
    }

    public async Task<TransferDto> CreateAsync(CreateTransferDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Transfers.Create, cancellationToken);
        var fields = new FieldReader();
        var (creditor, order) = TransferReader.Read(input, fields, DateOnly.FromDateTime(Now));
        if (order.EndToEndId is { } reference && await db.Orders.AnyAsync(o => o.EndToEndId == reference, cancellationToken))
            fields.Refuse(nameof(input.EndToEndId), SepaErrorCodes.EndToEndIdTaken, reference);
        fields.ThrowIfAny();
        return await AddAsync(new Transfer(creditor, order, Now), cancellationToken);
    }

    public async Task CancelAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Transfers.Create, cancellationToken);
        (await FindAsync(id, cancellationToken)).Cancel();
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<TransferDto> PayAgainAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Transfers.Create, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        await attempts.RequireFirstAsync(id, cancellationToken);
        return await AddAsync(new Transfer(await FindAsync(id, cancellationToken), Now), cancellationToken);
    }

    private async Task<TransferDto> AddAsync(Transfer transfer, CancellationToken cancellationToken)
    {
        db.Transfers.Add(transfer);
        await db.SaveChangesAsync(cancellationToken);
        return (await ToDtosAsync([transfer], cancellationToken))[0];
    }

    private async Task<Transfer> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Transfers.SingleOrDefaultAsync(t => t.Id == id, cancellationToken) ?? throw new EntityNotFoundException();

    private IQueryable<Transfer> Filter(GetTransfersInput input)
    {
        var found = db.Transfers.AsNoTracking();
        if (input.Status is { } status)
            found = found.Where(t => t.Status == status);
        if (input.BankState is { } said)
        {
            found = said == BankState.Waiting
                ? found.Where(t => t.Status == OrderStatus.Issued && t.BankState == null)
                : found.Where(t => t.BankState == said);
        }

        if (input.IsExpected)
            found = found.Where(t => t.Status != OrderStatus.Cancelled && (t.BankState == null || t.BankState == BankState.Accepted));
        if (input.From is { } from)
            found = found.Where(t => (t.ExecutionDate ?? t.RequestedOn) >= from);
        if (input.To is { } to)
            found = found.Where(t => (t.ExecutionDate ?? t.RequestedOn) <= to);
        return found.Matching(input.Search, word => t => t.SearchText.Contains(word));
    }

    private async Task<IReadOnlyList<TransferDto>> ToDtosAsync(IReadOnlyList<Transfer> transfers, CancellationToken cancellationToken)
    {
        var retries = await attempts.OfAsync([.. transfers.Where(t => PaymentOrder.IsFailure(t.BankState)).Select(t => t.Id)], cancellationToken);
        return [.. transfers.Select(t => ToDto(t, retries))];
    }

    private TransferDto ToDto(Transfer t, IReadOnlyDictionary<Guid, Guid> retries) => new(
        t.Id, t.PartyName!, t.PartyIban!, t.PartyBic, t.Address().ToDto(), t.AmountCents / 100m, t.RequestedOn, t.EndToEndId, t.InvoiceNumber,
        t.RemittanceInformation, t.Status, t.RemittanceId, t.ImportBatchId, t.BankState ?? (t.Status == OrderStatus.Issued ? BankState.Waiting : null),
        t.BankStateOn, reasons.Of(t.BankReason, t.Kind), t.RetryOfId, retries.TryGetValue(t.Id, out var again) ? again : null);
}
