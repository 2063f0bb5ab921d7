using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>What the operator does about secrets that a rotation could not open.</summary>
internal sealed class DamagedSecrets(VaultDbContext db, IErasureStore erasure, IUnitOfWork unitOfWork, ICurrentTenant tenant, IAuditLog audit) : IScopedDependency
{
    /// <summary>The next rotation tries them again.</summary>
    public async Task RetryAsync(CancellationToken cancellationToken)
    {
        using var inHost = tenant.Change(null);
        var found = await db.Secrets.Where(s => s.Damage != null)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.Damage, (string?)null), cancellationToken);
        Record("Vault.Secrets.Retried", found);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    /// <summary>Removes the rows of those that can never open again, each after another look at the erasure store.</summary>
    public async Task DiscardShreddedAsync(CancellationToken cancellationToken)
    {
        using var inHost = tenant.Change(null);
        var gone = new List<Guid>();
        foreach (var id in await db.Secrets.Where(s => s.Damage == VaultErrorCodes.Shredded).Select(s => s.Id).ToListAsync(cancellationToken))
        {
            using var part = await erasure.ReadAsync(id, cancellationToken);
            if (part is null)
                gone.Add(id);
        }

        await db.Secrets.Where(s => gone.Contains(s.Id)).ExecuteDeleteAsync(cancellationToken);
        Record("Vault.Secrets.Discarded", gone.Count);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private void Record(string act, int count) =>
        audit.Add(act, null, null, new AuditChange("Secrets", null, count.ToString(CultureInfo.InvariantCulture)));
}
