using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class CollectionAppService(
    SepaDbContext db, CollectionFilter filter, CollectionAnswers answers, IUnitOfWork unitOfWork, IPermissionChecker permissions, TimeProvider clock) : ICollectionAppService
{
    public async Task<PagedResult<CollectionDto>> GetListAsync(GetCollectionsInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        var size = Cursor.PageSize(input.PageSize);
        var filtered = filter.Of(input);
        var total = await filtered.LongCountAsync(cancellationToken);
        if (Cursor.Read(input.Cursor) is { } after)
            filtered = filtered.Where(x => x.Collection.Id < after.Id);
        var rows = await filtered.OrderByDescending(x => x.Collection.Id).Select(x => Dto(x)).Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, size, c => Cursor.Of(c.Id), total);
        return new PagedResult<CollectionDto>(await answers.AddToAsync(page.Items, cancellationToken), page.NextCursor, total);
    }

    public async Task<OrderTotalDto> GetTotalAsync(GetCollectionsInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        var total = await filter.Of(input).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Cents = g.Sum(x => x.Collection.AmountCents) }).SingleOrDefaultAsync(cancellationToken);
        return new OrderTotalDto(total?.Count ?? 0, (total?.Cents ?? 0) / 100m);
    }

    public async Task<CollectionDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        var collection = await filter.All().Where(x => x.Collection.Id == id).Select(x => Dto(x)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new EntityNotFoundException();
        return (await answers.AddToAsync([collection], cancellationToken))[0];
    }

    public async Task<CollectionDto> CreateAsync(CreateCollectionDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Create, cancellationToken);
        var data = await ReadAsync(input, cancellationToken);
        var collection = db.Collections.Add(new Collection(data, clock.GetUtcNow().UtcDateTime)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return await GetAsync(collection.Id, cancellationToken);
    }

    public async Task CancelAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Create, cancellationToken);
        var collection = await db.Collections.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        collection.Cancel();
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<CollectionDto> CollectAgainAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Create, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var again = await answers.AgainAsync(id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await GetAsync(again.Id, cancellationToken);
    }

    private async Task<CollectionData> ReadAsync(CreateCollectionDto input, CancellationToken cancellationToken)
    {
        var fields = new FieldReader();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (!SepaAmount.TryCreate(input.Amount, out var amount, out var code))
            fields.Refuse(nameof(input.Amount), code, $"{input.Amount}");
        if (CollectionDates.Check(input.RequestedOn, today) is { } dateCode)
            fields.Refuse(nameof(input.RequestedOn), dateCode, $"{input.RequestedOn:yyyy-MM-dd}");
        var endToEndId = fields.Optional<EndToEndId>(nameof(input.EndToEndId), input.EndToEndId)?.Value;
        var invoice = fields.OptionalText(nameof(input.InvoiceNumber), input.InvoiceNumber, SepaLengths.Identifier);
        var text = fields.OptionalText(nameof(input.RemittanceInformation), input.RemittanceInformation, SepaLengths.Remittance);
        if (!await db.Mandates.AnyAsync(m => m.Id == input.MandateId, cancellationToken))
            fields.Refuse(nameof(input.MandateId), SepaErrorCodes.MandateUnknown, $"{input.MandateId}");
        if (endToEndId is not null && await db.Orders.AnyAsync(c => c.EndToEndId == endToEndId, cancellationToken))
            fields.Refuse(nameof(input.EndToEndId), SepaErrorCodes.EndToEndIdTaken, endToEndId);
        fields.ThrowIfAny();
        return new CollectionData(input.MandateId, new OrderData(amount.Cents, input.RequestedOn, endToEndId, invoice, text), input.SequenceType);
    }

    private static CollectionDto Dto(CollectionWithMandate x) => new(
        x.Collection.Id, x.Collection.MandateId, x.Mandate.Reference, x.Mandate.Scheme, x.Collection.PartyName ?? x.Mandate.DebtorName,
        x.Collection.PartyIban ?? x.Mandate.DebtorIban, x.Collection.AmountCents / 100m, x.Collection.RequestedOn, x.Collection.EndToEndId,
        x.Collection.InvoiceNumber, x.Collection.RemittanceInformation, x.Collection.Status, x.Collection.RemittanceId, x.Collection.ImportBatchId,
        x.Collection.BankState ?? (x.Collection.Status == OrderStatus.Issued ? BankState.Waiting : null), x.Collection.BankStateOn,
        x.Collection.BankReason is { } code ? new BankReasonDto(code, code, null) : null, x.Collection.RetryOfId,
        CollectionDate: x.Collection.ExecutionDate);
}
