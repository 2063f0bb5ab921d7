using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Signing;

namespace Platform.Sepa;

internal sealed class RemittanceSigningAppService(
    SepaDbContext db, RemittancePreparation preparation, RemittanceIssuing issuing, RemittanceSignatures signatures, Reach reach, IDocumentSigner signer, IPermissionChecker permissions,
    IFreshProof proof, ICurrentUser user, IAuditLog audit) : IRemittanceSigningAppService
{
    public async Task<IReadOnlyList<RemittanceSignatureDto>> GetListAsync(Guid remittanceId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        await FindAsync(remittanceId, SepaPermissions.Remittances.Default, cancellationToken);
        return (await signatures.OfAsync(remittanceId, cancellationToken)).ConvertAll(s => s.ToDto());
    }

    public async Task<RemittanceSignatureDto> SignAsync(Guid remittanceId, SignRemittanceDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Sign, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        var remittance = await FindAsync(remittanceId, SepaPermissions.Remittances.Sign, cancellationToken);
        await RequireAsync(remittance, input, cancellationToken);
        // The key opens in a transaction of the vault's own, before anything is written here.
        var signature = await SignAsync(remittance, input.CertificateId, cancellationToken);
        await preparation.LockAsync(remittanceId, SepaPermissions.Remittances.Sign, cancellationToken);
        await RequireFirstAsync(remittance, cancellationToken);
        var added = db.Signatures.Add(new RemittanceSignature(remittanceId, Actor.Of(user), signature)).Entity;
        audit.Add("Sepa.Remittance.Signed", nameof(Remittance), $"{remittanceId}",
            new AuditChange("Sha256", null, signature.Sha256), new AuditChange("Certificate", null, signature.Thumbprint));
        await db.SaveChangesAsync(cancellationToken);
        return added.ToDto();
    }

    public async Task<SignatureDownload> DownloadAsync(Guid remittanceId, Guid signatureId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        var remittance = await FindAsync(remittanceId, SepaPermissions.Remittances.Default, cancellationToken);
        var all = await signatures.OfAsync(remittanceId, cancellationToken);
        var index = all.FindIndex(s => s.Id == signatureId);
        return index < 0
            ? throw new EntityNotFoundException()
            : new SignatureDownload(RemittanceSignatures.NameOf(remittance.File()!.FileName, index), all[index].Cms);
    }

    private async Task<Remittance> FindAsync(Guid id, string permission, CancellationToken cancellationToken) =>
        await (await reach.OfAsync(db.Remittances.AsNoTracking(), permission, cancellationToken)).SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
        ?? throw new EntityNotFoundException();

    private async Task RequireAsync(Remittance remittance, SignRemittanceDto input, CancellationToken cancellationToken)
    {
        if (remittance.File() is not { } file)
            throw new BusinessException(SepaErrorCodes.RemittanceNotApproved).WithData("number", remittance.Number);
        if (input.Sha256 != file.Sha256)
            throw new BusinessException(SepaErrorCodes.RemittanceChanged).WithData("number", remittance.Number);
        if (remittance.HasPrepared(user.Id ?? Guid.Empty))
            throw new BusinessException(SepaErrorCodes.FourEyes);
        await reach.RequireOwnAmountAsync(remittance, SepaPermissions.Remittances.Sign, cancellationToken);
        await RequireFirstAsync(remittance, cancellationToken);
    }

    private async Task RequireFirstAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        // What the bank holds is not signed afterwards: file and signatures travel together.
        if (await db.HandOvers.AnyAsync(h => h.Id == remittance.Id, cancellationToken))
            throw new BusinessException(SepaErrorCodes.SignedTooLate).WithData("number", remittance.Number);
        if (await db.Signatures.AnyAsync(s => s.RemittanceId == remittance.Id && s.UserId == user.Id, cancellationToken))
            throw new BusinessException(SepaErrorCodes.SignedTwice).WithData("number", remittance.Number);
    }

    private async Task<DocumentSignature> SignAsync(Remittance remittance, Guid certificateId, CancellationToken cancellationToken)
    {
        await using var file = await issuing.OpenAsync(remittance, cancellationToken);
        var signature = await signer.SignAsync(certificateId, file, cancellationToken);
        return signature.Sha256 == remittance.FileSha256
            ? signature
            : throw new BusinessException(SepaErrorCodes.FileAltered).WithData("number", remittance.Number);
    }
}
