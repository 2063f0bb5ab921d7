using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Approval, the bank file and its download: the only ways by which orders leave the company.</summary>
internal sealed class RemittanceIssuing(
    SepaDbContext db, RemittancePreparation preparation, RemittanceLines lines, IEnumerable<IRemittanceOrders> kinds, RemittanceChecker checker, RemittanceContent content,
    RemittanceFileWriter writer, RemittanceNotices notices, Reach reach, IBlobContainer blobs, IDistributedEventBus events, IAuditLog audit, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task ApproveAsync(Remittance remittance, string seenHash, CancellationToken cancellationToken)
    {
        var account = await preparation.GetAccountAsync(remittance.CreditorAccountId, cancellationToken);
        account.RequireApproved();
        if (remittance.Status == RemittanceStatus.Submitted)
        {
            await kinds.Of(remittance.Scheme).RequireCurrentAsync(remittance, cancellationToken);
            await checker.CheckAsync(remittance, account, cancellationToken);
        }

        var source = await reach.RequireApprovalAsync(remittance, cancellationToken);
        var lender = source.OnBehalfOf is { } id ? new Actor(id, source.OnBehalfOfName) : (Actor?)null;
        remittance.Approve(Actor.Of(user), lender, seenHash, await content.HashAsync(remittance, account, cancellationToken), Now);
        if (remittance.IsFullyApproved)
            await IssueAsync(remittance, account, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task RejectAsync(Remittance remittance, string reason, CancellationToken cancellationToken)
    {
        remittance.Reject(Actor.Of(user), reason, Now);
        await db.SaveChangesAsync(cancellationToken);
        await notices.RejectedAsync(remittance, cancellationToken);
    }

    public async Task<RemittanceDownload> DownloadAsync(Guid id, CancellationToken cancellationToken)
    {
        var reachable = await reach.OfAsync(db.Remittances.AsNoTracking(), SepaPermissions.Remittances.Download, cancellationToken);
        var remittance = await reachable.SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
            ?? throw new EntityNotFoundException();
        var stream = await OpenAsync(remittance, cancellationToken);
        var file = remittance.File()!;
        audit.Add("Sepa.Remittance.Downloaded", nameof(Remittance), $"{id}", new AuditChange("Sha256", null, file.Sha256));
        return new RemittanceDownload(file, stream);
    }

    /// <summary>The bytes that were approved, verified, from their start.</summary>
    public async Task<Stream> OpenAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        if (remittance.File() is not { } file)
            throw new BusinessException(SepaErrorCodes.RemittanceNotApproved).WithData("number", remittance.Number);
        var stream = await blobs.OpenReadAsync(remittance.FileBlobName!, cancellationToken);
        try
        {
            await VerifyAsync(stream, file, remittance.Number, cancellationToken);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private async Task IssueAsync(Remittance remittance, CreditorAccount account, CancellationToken cancellationToken)
    {
        var file = await writer.WriteAsync(remittance, account, cancellationToken);
        remittance.Issue(file, Now);
        await lines.IssueAsync(remittance, cancellationToken);
        await kinds.Of(remittance.Scheme).IssuedAsync(remittance.Id, account, cancellationToken);
        audit.Add("Sepa.Remittance.Issued", nameof(Remittance), $"{remittance.Id}",
            new AuditChange("Count", null, remittance.Count.ToString(CultureInfo.InvariantCulture)),
            new AuditChange("TotalCents", null, remittance.TotalCents.ToString(CultureInfo.InvariantCulture)),
            new AuditChange("Sha256", null, file.Sha256));
        await events.PublishAsync(
            new RemittanceApprovedEto(remittance.Id, remittance.Number, remittance.Count, remittance.TotalCents, file.Sha256), cancellationToken);
        await notices.ApprovedAsync(remittance, cancellationToken);
    }

    // The bytes are checked on the very stream that is then read again, so nothing can slip in between.
    private static async Task VerifyAsync(Stream stream, RemittanceFileDto file, string number, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        if (hash != file.Sha256)
            throw new BusinessException(SepaErrorCodes.FileAltered).WithData("number", number);
        stream.Position = 0;
    }
}
