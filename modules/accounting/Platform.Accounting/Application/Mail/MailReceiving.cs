using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>What became of a mail.</summary>
internal enum MailOutcome
{
    /// <summary>Its documents are in the inbox, and committed.</summary>
    Kept,

    /// <summary>The address was replaced or turned off meanwhile.</summary>
    Gone,

    NoAttachment,

    TooMany,

    Infected,

    /// <summary>No verdict of the scanner, or the same content was just removed: the server tries again.</summary>
    Later,
}

/// <summary>
/// Makes documents of a mail, in the company that is current: of every attachment that the inbox has not, or of none. As with uploads, the
/// transaction begins after the scan and the writing of the contents.
/// </summary>
internal sealed class MailReceiving(
    AccountingDbContext db, DocumentContents contents, MailAdmission admission, IVirusScanner scanner, IAuditLog audit, IUnitOfWork unitOfWork, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<MailOutcome> ReceiveAsync(IncomingMail mail, string token, CancellationToken cancellationToken)
    {
        if (mail.Attachments.Count == 0)
            return MailOutcome.NoAttachment;
        if (mail.Attachments.Count > MailInLimits.MaxAttachments)
            return MailOutcome.TooMany;
        var files = await DescribeAsync(mail, cancellationToken);
        var fingerprint = ReceivedMail.FingerprintOf(mail.MessageId, files.Select(f => f.Content.Sha256));
        if (await IsKnownAsync(fingerprint, cancellationToken))
            return MailOutcome.Kept;
        var documents = new List<Document>();
        foreach (var file in await FindNewAsync(files, cancellationToken))
        {
            var result = await ScanAsync(file.Attachment, cancellationToken);
            if (result.Verdict == VirusVerdict.Infected)
                return await RefuseAsync(mail, file, result.Signature, cancellationToken);
            documents.Add(await MakeAsync(mail, file, result.Verdict == VirusVerdict.Clean, cancellationToken));
        }

        return await KeepAsync(documents, new ReceivedMail(mail, fingerprint, documents.Count, Now), token, cancellationToken);
    }

    private static async Task<IReadOnlyList<MailFile>> DescribeAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        var files = new List<MailFile>();
        foreach (var attachment in mail.Attachments)
        {
            await using var content = attachment.Open();
            files.Add(new MailFile(attachment, await DocumentContents.DescribeAsync(content, cancellationToken)));
        }

        return files;
    }

    private Task<bool> IsKnownAsync(string fingerprint, CancellationToken cancellationToken) => db.ReceivedMails.AnyAsync(m => m.Fingerprint == fingerprint, cancellationToken);

    // Nobody is there to be asked whether to keep both, so the inbox keeps what it has.
    private async Task<IEnumerable<MailFile>> FindNewAsync(IReadOnlyList<MailFile> files, CancellationToken cancellationToken)
    {
        var hashes = files.Select(f => f.Content.Sha256).Distinct().ToArray();
        var known = await db.Documents.Where(d => hashes.Contains(d.Sha256)).Select(d => d.Sha256).ToListAsync(cancellationToken);
        return files.DistinctBy(f => f.Content.Sha256).Where(f => !known.Contains(f.Content.Sha256));
    }

    private async Task<VirusScanResult> ScanAsync(MailAttachment attachment, CancellationToken cancellationToken)
    {
        await using var content = attachment.Open();
        return await scanner.ScanAsync(content, cancellationToken);
    }

    private async Task<Document> MakeAsync(IncomingMail mail, MailFile file, bool isClean, CancellationToken cancellationToken)
    {
        var document = new Document(file.Attachment.Name, DocumentType.Other, file.Content, null, null, Now)
        {
            ScannedAt = isClean ? Now : null,
            MailedBy = mail.Sender,
            MailSubject = mail.Subject,
            MailMessageId = mail.MessageId,
        };
        await contents.WriteAsync(document.BlobName, file.Attachment.Open, cancellationToken);
        return document;
    }

    private async Task<MailOutcome> RefuseAsync(IncomingMail mail, MailFile file, string? signature, CancellationToken cancellationToken)
    {
        audit.Add("Accounting.Document.Infected", nameof(Document), null,
            new AuditChange(nameof(Document.Name), null, file.Attachment.Name), new AuditChange("Signature", null, signature),
            new AuditChange(nameof(Document.Sha256), null, file.Content.Sha256), new AuditChange(nameof(Document.MailedBy), null, mail.Sender));
        await unitOfWork.CompleteAsync(cancellationToken);
        return MailOutcome.Infected;
    }

    private async Task<MailOutcome> KeepAsync(List<Document> documents, ReceivedMail received, string token, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        if (await FindHindranceAsync(documents, received, token, cancellationToken) is { } outcome)
        {
            await unitOfWork.RollbackAsync(cancellationToken);
            return outcome;
        }

        db.Documents.AddRange(documents);
        db.ReceivedMails.Add(received);
        await unitOfWork.CompleteAsync(cancellationToken);
        return MailOutcome.Kept;
    }

    private async Task<MailOutcome?> FindHindranceAsync(List<Document> documents, ReceivedMail received, string token, CancellationToken cancellationToken)
    {
        if (!await admission.IsOpenAsync(token, cancellationToken))
            return MailOutcome.Gone;
        if (await IsKnownAsync(received.Fingerprint, cancellationToken))
            return MailOutcome.Kept;
        foreach (var document in documents)
        {
            // As with uploads: waits for a removal of the same content and makes the next one wait for this.
            await db.Documents.Where(d => d.Sha256 == document.Sha256).ExecuteUpdateAsync(s => s.SetProperty(d => d.Name, d => d.Name), cancellationToken);
            if (!await contents.ExistsAsync(document.BlobName, cancellationToken))
                return MailOutcome.Later;
        }

        return null;
    }

    private sealed record MailFile(MailAttachment Attachment, DocumentContent Content);
}
