using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Destroy the secret of a revoked consent.</summary>
internal sealed record ShredSecretArgs(Guid ConsentId);

/// <summary>
/// Tells the provider while the secret still exists, then destroys its keys: the row, and the part outside the database without which
/// no backup opens it. A provider that does not answer is tried again for an hour; then the secret goes all the same.
/// </summary>
[CallsOut]
[RunsWhenClosed]
internal sealed class ShredSecret(
    VaultDbContext db, Envelope envelope, IErasureStore erasure, DataKeyCache cache, IEnumerable<IConsentConnector> connectors, IAuditLog audit,
    TimeProvider clock) : IBackgroundJob<ShredSecretArgs>
{
    private static readonly TimeSpan ProviderTime = TimeSpan.FromHours(1);

    public async Task ExecuteAsync(ShredSecretArgs args, CancellationToken cancellationToken)
    {
        var consent = await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == args.ConsentId && c.RevokedAt != null, cancellationToken);
        if (consent is null)
            return;
        await TellProviderAsync(consent, cancellationToken);
        await erasure.EraseAsync(consent.Id, cancellationToken);
        cache.Forget(consent.Id);
        await db.Secrets.Where(s => s.Id == consent.Id).ExecuteDeleteAsync(cancellationToken);
        audit.Add("Vault.Consent.Shredded", nameof(Consent), $"{consent.Id}");
    }

    private async Task TellProviderAsync(Consent consent, CancellationToken cancellationToken)
    {
        var connector = connectors.SingleOrDefault(c => c.Name == consent.Provider);
        var stored = await db.Secrets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == consent.Id, cancellationToken);
        if (connector is null || stored is null)
            return;
        try
        {
            using var secret = await envelope.OpenAsync(stored, consent.Binding(), cancellationToken);
            var use = new ConsentUse(consent.Id, consent.Provider, consent.Account, consent.Purpose);
            await connector.RevokeAtProviderAsync(use, secret, cancellationToken);
            audit.Add("Vault.Consent.RevokedAtProvider", nameof(Consent), $"{consent.Id}");
        }
        catch (Exception e) when (IsShredded(e) || clock.GetUtcNow().UtcDateTime > consent.RevokedAt + ProviderTime)
        {
            audit.Add("Vault.Consent.ProviderNotTold", nameof(Consent), $"{consent.Id}");
        }
    }

    // Revoked before, and brought back by a restored backup.
    private static bool IsShredded(Exception exception) => exception is BusinessException { Code: VaultErrorCodes.Shredded };
}
