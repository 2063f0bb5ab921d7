using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class RemittanceNoteAppService(
    SepaDbContext db, RemittanceQueries queries, RemittanceLines lines, RemittanceIssuing issuing, RemittanceSignatures signatures, ReasonTexts reasons,
    IPermissionChecker permissions) : IRemittanceNoteAppService
{
    public async Task<AccompanyingNoteDto> GetAccompanyingNoteAsync(Guid remittanceId, CancellationToken cancellationToken = default)
    {
        var (remittance, account) = await ReadAsync(remittanceId, cancellationToken);
        var signed = await signatures.OfAsync(remittanceId, cancellationToken);
        var handOver = await db.HandOvers.AsNoTracking().SingleOrDefaultAsync(h => h.Id == remittanceId, cancellationToken);
        return new AccompanyingNoteDto(
            remittance.Number, remittance.Title, remittance.Count, remittance.Total, account, remittance.File!, remittance.Blocks, remittance.Approvals,
            signed.ConvertAll(s => s.ToDto()), handOver?.ToDto());
    }

    public async Task<ConfirmationNoteDto> GetConfirmationNoteAsync(Guid remittanceId, CancellationToken cancellationToken = default)
    {
        var (remittance, account) = await ReadAsync(remittanceId, cancellationToken);
        var states = await StatesAsync(remittanceId, cancellationToken);
        var outcome = await db.Remittances.Where(r => r.Id == remittanceId).Select(r => r.Outcome).SingleAsync(cancellationToken);
        return new ConfirmationNoteDto(
            remittance.Number, remittance.Title, remittance.Count, remittance.Total, account, remittance.File!, outcome ?? RemittanceOutcome.None,
            states, await FailedAsync(remittanceId, cancellationToken), states.Where(s => PaymentOrder.IsFailure(s.State)).Sum(s => s.Count));
    }

    private async Task<(RemittanceDto Remittance, NoteAccountDto Account)> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        var remittance = await queries.GetAsync(id, cancellationToken);
        await using var file = await issuing.OpenAsync(await db.Remittances.SingleAsync(r => r.Id == id, cancellationToken), cancellationToken);
        var head = await PaymentFileHead.ReadAsync(file);
        var (bank, address) = (remittance.Account.BankName, remittance.Account.Address);
        return (remittance, new NoteAccountDto(bank, head.HolderName, address, head.Iban, head.Bic, head.CreditorIdentifier));
    }

    private async Task<IReadOnlyList<NoteStateDto>> StatesAsync(Guid remittanceId, CancellationToken cancellationToken)
    {
        var states = await lines.Of(remittanceId).GroupBy(c => c.BankState)
            .Select(g => new { g.Key, Count = g.Count(), Cents = g.Sum(c => c.AmountCents) }).ToListAsync(cancellationToken);
        return [.. states.OrderBy(s => s.Key).Select(s => new NoteStateDto(s.Key ?? BankState.Waiting, s.Count, s.Cents / 100m))];
    }

    private async Task<IReadOnlyList<FailedOrderDto>> FailedAsync(Guid remittanceId, CancellationToken cancellationToken)
    {
        var failed = await lines.Of(remittanceId).Where(c => c.BankState != null && PaymentOrder.Failures.Contains(c.BankState.Value))
            .OrderBy(c => c.SequenceType).ThenBy(c => c.ExecutionDate).ThenBy(c => c.Id).Take(RemittanceNoteLimits.FailedOrders).ToListAsync(cancellationToken);
        return failed.ConvertAll(c => new FailedOrderDto(
            c.EndToEndId, (c as Collection)?.MandateReference, c.PartyName!, c.PartyIban!, c.AmountCents / 100m, c.BankState!.Value, c.BankStateOn, reasons.Of(c.BankReason, c.Kind)));
    }
}
