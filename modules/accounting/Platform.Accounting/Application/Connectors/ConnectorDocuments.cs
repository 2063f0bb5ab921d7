using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Brings what waits to the package, one document a transaction.</summary>
internal sealed class ConnectorDocuments(AccountingDbContext db, IBlobContainer blobs, IUnitOfWork unitOfWork, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    private const int AtOnce = 200;

    // One document that the package does not like keeps no other back; a package that is away is not asked two hundred times.
    private const int MostFailures = 3;

    /// <summary>Handed over, not booked, and not brought there yet.</summary>
    public IQueryable<Document> Waiting(string connector) => db.Documents.AsNoTracking()
        .Where(d => d.State != DocumentState.New && d.State != DocumentState.Booked && !db.DocumentDeliveries.Any(x => x.DocumentId == d.Id && x.Connector == connector));

    /// <exception cref="AggregateException">Documents that were not taken; all others were.</exception>
    public async Task DeliverAsync(IAccountingConnector connector, string company, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var document in await Waiting(connector.Name).OrderBy(d => d.Id).Take(AtOnce).ToListAsync(cancellationToken))
        {
            try
            {
                await DeliverAsync(document, connector, company, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException && failures.Count < MostFailures - 1)
            {
                await unitOfWork.RollbackAsync(cancellationToken);
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    private async Task DeliverAsync(Document document, IAccountingConnector connector, string company, CancellationToken cancellationToken)
    {
        var invoice = await db.DocumentInvoices.AsNoTracking().SingleOrDefaultAsync(i => i.DocumentId == document.Id, cancellationToken);
        await using (var content = await blobs.OpenReadAsync(document.BlobName, cancellationToken))
            await connector.DeliverAsync(ToDelivery(document, company, invoice), content, cancellationToken);
        db.DocumentDeliveries.Add(new DocumentDelivery { DocumentId = document.Id, Connector = connector.Name, DeliveredAt = clock.GetUtcNow().UtcDateTime });
        audit.Add("Accounting.Document.Delivered", nameof(Document), document.Id.ToString(), new AuditChange("Connector", null, connector.Name));
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private static AccountingDelivery ToDelivery(Document document, string company, DocumentInvoice? invoice) => new(
        document.Id, company, SafeNames.Of(document.Name), document.Type, document.MediaType, document.Sha256,
        invoice is null ? null : new DeliveredInvoice(
            invoice.Number, invoice.SellerName, invoice.SellerVatNumber, invoice.IssuedOn, invoice.DueOn, invoice.PayableCents / 100m, invoice.Currency, invoice.IsCreditNote));
}
