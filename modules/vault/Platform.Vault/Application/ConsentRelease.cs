using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// The only place where a plaintext leaves the envelope. First every rule, then the audit row and the count in one committed
/// transaction, then the secret.
/// </summary>
internal sealed class ConsentRelease(
    VaultDbContext db, Envelope envelope, Asker asker, IEnumerable<IFreshFactor> freshFactors, IUnitOfWork unitOfWork, IAuditLog audit,
    TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="use">What is asked.</param>
    /// <param name="counts">False where the secret is opened to be renewed, which is no use of it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<SecretBuffer> ReleaseAsync(ConsentUse use, bool counts, CancellationToken cancellationToken)
    {
        var binding = asker.BindingOf(use);
        var found = await db.Consents.AsNoTracking().Where(c => c.Id == use.ConsentId)
            .LeftJoin(db.Secrets, c => c.Id, s => s.Id, (consent, stored) => new { consent, stored })
            .SingleOrDefaultAsync(cancellationToken) ?? throw new EntityNotFoundException();
        await RequireAllowedAsync(found.consent, use, binding.UserId, cancellationToken);
        var secret = await envelope.OpenAsync(
            found.stored ?? throw new BusinessException(VaultErrorCodes.Shredded), binding, cancellationToken);
        try
        {
            await RecordAsync(use, counts, cancellationToken);
            return secret;
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    private async Task RequireAllowedAsync(Consent consent, ConsentUse use, Guid userId, CancellationToken cancellationToken)
    {
        if (consent.Refusal(use, userId, Now) is { } code)
            throw new BusinessException(code);
        if (consent.NeedsFreshFactor && !await HasFreshFactorAsync(cancellationToken))
            throw new BusinessException(VaultErrorCodes.FreshFactorRequired);
    }

    // Counted only while it is still allowed: a revocation that came in between wins.
    private async Task RecordAsync(ConsentUse use, bool counts, CancellationToken cancellationToken)
    {
        var (now, more) = (Now, counts ? 1 : 0);
        var counted = await db.Consents.Where(c => c.Id == use.ConsentId && c.RevokedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Uses, c => c.Uses + more).SetProperty(c => c.LastUsedAt, now), cancellationToken);
        if (counted == 0)
            throw new BusinessException(VaultErrorCodes.ConsentRevoked);
        audit.Add(counts ? "Vault.Consent.Used" : "Vault.Consent.OpenedToRenew", nameof(Consent), $"{use.ConsentId}",
            new AuditChange(nameof(use.Provider), null, use.Provider), new AuditChange(nameof(use.Purpose), null, use.Purpose));
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private async Task<bool> HasFreshFactorAsync(CancellationToken cancellationToken)
    {
        foreach (var factor in freshFactors)
        {
            if (await factor.IsFreshAsync(cancellationToken))
                return true;
        }

        return false;
    }
}
