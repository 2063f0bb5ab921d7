using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Accounting;

internal sealed class EInvoiceAppService(
    AccountingDbContext db, InvoiceFile files, InvoicePayments payments, ICurrentTenant tenant, IPermissionChecker permissions, IUnitOfWork unitOfWork, IAuditLog audit)
    : IEInvoiceAppService
{
    public async Task<EInvoiceDto?> GetAsync(Guid documentId, CancellationToken cancellationToken = default)
    {
        var document = await FindAsync(documentId, cancellationToken);
        if (await files.ReadAsync(document, cancellationToken) is not { } file)
            return null;
        var kept = await KeepAsync(documentId, file.Invoice, cancellationToken);
        var refusal = (await RefusalAsync(document, file.Invoice, kept, cancellationToken))?.Code;
        var canPrepare = refusal is null && await permissions.IsGrantedAsync(SepaPermissions.Transfers.Create, cancellationToken);
        return new EInvoiceDto(
            documentId, document.Name, file.Attachment, file.Invoice, EInvoiceChecks.Find(file.Invoice, tenant.Tenant?.VatNumber), canPrepare, refusal, kept.TransferId);
    }

    public async Task<Guid> PreparePaymentAsync(Guid documentId, CancellationToken cancellationToken = default)
    {
        var document = await FindAsync(documentId, cancellationToken);
        await permissions.CheckAsync(SepaPermissions.Transfers.Create, cancellationToken);
        var file = await files.ReadAsync(document, cancellationToken) ?? throw new BusinessException(AccountingErrorCodes.EInvoiceNone);
        // Of two at the same moment the second sees what the first did, or is told that the record changed.
        await unitOfWork.BeginAsync(cancellationToken);
        var kept = await KeepAsync(documentId, file.Invoice, cancellationToken);
        if (await RefusalAsync(document, file.Invoice, kept, cancellationToken) is { } refusal)
            throw refusal;
        var transfer = await payments.PrepareAsync(file.Invoice, cancellationToken);
        audit.Add("Accounting.Invoice.PaymentPrepared", nameof(Document), $"{documentId}", new AuditChange(nameof(kept.TransferId), $"{kept.TransferId}", $"{transfer}"));
        kept.TransferId = transfer;
        await db.SaveChangesAsync(cancellationToken);
        return transfer;
    }

    private async Task<BusinessException?> RefusalAsync(Document document, EInvoice invoice, DocumentInvoice kept, CancellationToken cancellationToken) => document.TrashedAt is null
        ? await payments.RefusalAsync(invoice, kept.TransferId, cancellationToken)
        : new BusinessException(AccountingErrorCodes.EInvoiceTrashed);

    private async Task<Document> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(AccountingPermissions.Documents.Default, cancellationToken);
        return await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
    }

    private async Task<DocumentInvoice> KeepAsync(Guid documentId, EInvoice invoice, CancellationToken cancellationToken)
    {
        if (await KeptAsync(documentId, cancellationToken) is { } kept)
            return kept;
        var added = new DocumentInvoice(documentId, invoice);
        db.DocumentInvoices.Add(added);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return added;
        }
        catch (DbUpdateException)
        {
            // Read for the first time twice at the same moment.
            db.Entry(added).State = EntityState.Detached;
            if (await KeptAsync(documentId, cancellationToken) is { } other)
                return other;
            throw;
        }
    }

    private Task<DocumentInvoice?> KeptAsync(Guid documentId, CancellationToken cancellationToken) =>
        db.DocumentInvoices.SingleOrDefaultAsync(i => i.DocumentId == documentId, cancellationToken);
}
