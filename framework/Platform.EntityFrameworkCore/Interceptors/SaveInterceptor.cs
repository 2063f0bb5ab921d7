using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>On save: begins the transaction, stamps rows and refuses those of another tenant.</summary>
internal sealed class SaveInterceptor(UnitOfWork unitOfWork, ICurrentTenant tenant, IServiceProvider services) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new InvalidOperationException("Use SaveChangesAsync.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var touchesRights = false;
        foreach (var entry in eventData.Context!.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            touchesRights |= entry.Entity is IGrantsRights;
            Stamp(entry.Entity, entry.State == EntityState.Added, tenant.Id ?? Guid.Empty);
            Guard(entry);
        }

        await unitOfWork.BeginAsync(cancellationToken);
        if (touchesRights && tenant.Id is { } company)
        {
            // Not injected: the store stands on a context of its own, which asks for this interceptor.
            await services.GetRequiredService<ITenantStore>().RaiseRightsVersionAsync(company, cancellationToken);
        }

        return result;
    }

    /// <summary>Also called for bulk inserts, which pass no change tracker.</summary>
    public static void Stamp(object entity, bool added, Guid current)
    {
        if (entity is IMultiTenant owned)
        {
            if (added && owned.TenantId == Guid.Empty)
            {
                owned.TenantId = current;
            }

            if (owned.TenantId != current)
            {
                throw new InvalidOperationException($"A {entity.GetType().Name} of tenant {owned.TenantId} was about to be saved in tenant {current}.");
            }
        }

        if (entity is IHasConcurrencyStamp stamped)
        {
            stamped.ConcurrencyStamp = Guid.CreateVersion7();
        }
    }

    private static void Guard(EntityEntry entry)
    {
        if (entry.State != EntityState.Added && entry.Metadata.ClrType.IsDefined(typeof(AppendOnlyAttribute), false))
        {
            throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is append-only.");
        }

        if (entry is { State: EntityState.Modified, Entity: IMultiTenant } && entry.Property(nameof(IMultiTenant.TenantId)).IsModified)
        {
            throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} was about to change its tenant.");
        }
    }
}
