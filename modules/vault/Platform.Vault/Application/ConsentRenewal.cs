using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>A lease in the database: one host renews a secret, the others wait and then see what it made.</summary>
internal sealed class ConsentRenewal(
    VaultDbContext db, Envelope envelope, Asker asker, IUnitOfWork unitOfWork, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    /// <summary>Looks before giving up: as long as a lease lasts.</summary>
    public const int Tries = 300;

    /// <summary>Between two looks at a lease that is taken.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Lasts = Patience * Tries;

    /// <summary>Null while another host has it. A consent that is not there gets one too: its use is refused, and recorded, afterwards.</summary>
    public async Task<Guid?> TryLeaseAsync(ConsentUse use, CancellationToken cancellationToken)
    {
        var (now, lease) = (clock.GetUtcNow().UtcDateTime, Guid.CreateVersion7());
        var until = now + Lasts;
        var taken = await db.Consents.Where(c => c.Id == use.ConsentId && (c.LeasedUntil == null || c.LeasedUntil < now))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.LeasedUntil, until).SetProperty(c => c.Lease, lease), cancellationToken);
        var free = taken == 1 || !await db.Consents.AnyAsync(c => c.Id == use.ConsentId, cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return free ? lease : null;
    }

    /// <exception cref="BusinessException">Vault:LeaseTaken when the renewal took longer than its lease; Vault:ConsentRevoked.</exception>
    public async Task<bool> ReplaceAsync(ConsentUse use, Guid lease, SecretBuffer renewed, CancellationToken cancellationToken)
    {
        var stored = await db.Secrets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == use.ConsentId, cancellationToken)
            ?? throw new BusinessException(VaultErrorCodes.Shredded);
        await envelope.ResealAsync(stored, asker.BindingOf(use), renewed, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var consent = await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == use.ConsentId, cancellationToken);
        if (consent?.Lease != lease)
            throw new BusinessException(VaultErrorCodes.LeaseTaken);
        if (consent.RevokedAt is not null)
            throw new BusinessException(VaultErrorCodes.ConsentRevoked);
        await db.WriteAsync(stored, cancellationToken);
        audit.Add("Vault.Consent.Renewed", nameof(Consent), $"{use.ConsentId}");
        await unitOfWork.CompleteAsync(cancellationToken);
        return true;
    }

    public async Task<bool> ReleaseLeaseAsync(Guid consentId, Guid lease, CancellationToken cancellationToken)
    {
        await db.Consents.Where(c => c.Id == consentId && c.Lease == lease)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.LeasedUntil, (DateTime?)null).SetProperty(c => c.Lease, (Guid?)null), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return true;
    }
}
