using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Identity;
using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Sepa;

/// <summary>What becomes of a mandate that its debtor signs.</summary>
internal sealed class MandateSigning(SepaDbContext db, IBlobContainer blobs, INotificationPublisher publisher, IAuditLog audit) : IScopedDependency
{
    /// <summary>The mandate of a link, while it waits for its signature and the link went to the address that it has now.</summary>
    public async Task<Mandate> FindAsync(OpenedLink link, CancellationToken cancellationToken)
    {
        var mandate = await db.Mandates.SingleOrDefaultAsync(m => m.Id == link.SubjectId, cancellationToken);
        return mandate is { Status: MandateStatus.Draft, Email: { } email } && (await AskedAsync(mandate.Id, cancellationToken))?.Note == email
            ? mandate
            : throw new BusinessException(SepaErrorCodes.MandateNotToSign);
    }

    public async Task SignAsync(Mandate mandate, MandateSignature signature, string record, CancellationToken cancellationToken)
    {
        var (signer, day) = (new Actor(Guid.Empty, signature.SignerName), DateOnly.FromDateTime(signature.At));
        var asked = await AskedAsync(mandate.Id, cancellationToken);
        mandate.Activate(day, day);
        var document = new MandateDocument(mandate.Id, "mandate", DocumentKind.Record, signer, signature.At);
        await blobs.SaveAsync(document.BlobName, file => WriteAsync(document, file, record, cancellationToken), cancellationToken);
        db.MandateDocuments.Add(document);
        db.MandateEvents.Add(new MandateEvent(mandate.Id, MandateEventKind.SignedOnline, signer, signature.At, signature.Place));
        audit.Add("Sepa.Mandate.SignedOnline", nameof(Mandate), $"{mandate.Id}",
            new AuditChange("SignerName", null, signature.SignerName), new AuditChange(nameof(mandate.Email), null, signature.Email),
            new AuditChange(nameof(document.Sha256), null, document.Sha256));
        if (asked?.UserId is { } who)
            await publisher.PublishToUserAsync(who, Notice(mandate), cancellationToken);
    }

    private Task<MandateEvent?> AskedAsync(Guid mandateId, CancellationToken cancellationToken) => db.MandateEvents.AsNoTracking()
        .Where(e => e.MandateId == mandateId && e.Kind == MandateEventKind.SignatureAsked).OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancellationToken);

    private static async Task WriteAsync(MandateDocument document, Stream file, string record, CancellationToken cancellationToken)
    {
        await using var hashing = new HashingStream(file, MandateDocumentLimits.MaxBytes);
        await hashing.WriteAsync(Encoding.UTF8.GetBytes(record), cancellationToken);
        document.SetFile(hashing.Size, hashing.Sha256());
    }

    private static NotificationDto Notice(Mandate mandate) => new(
        "Sepa.Notification.MandateSigned", new Dictionary<string, object> { ["reference"] = mandate.Reference, ["debtor"] = mandate.DebtorName },
        NotificationSeverity.Success, $"mandates/{mandate.Id}", $"Sepa.MandateSigned:{mandate.Id:N}");
}
