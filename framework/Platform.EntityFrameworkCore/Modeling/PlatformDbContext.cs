using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>
/// Base of a module's context (ABP: AbpDbContext). Adds the query filters <see cref="TenantFilter"/>,
/// <see cref="SoftDeleteFilter"/> and <see cref="CustomerFilterName"/>, concurrency tokens, UTC times and enums as text. All contexts of a scope share the connection
/// and transaction of its unit of work.
/// </summary>
public abstract class PlatformDbContext(DbContextOptions options, ICurrentTenant currentTenant) : DbContext(options)
{
    /// <summary>Name of the filter that shows only rows of the current company.</summary>
    public const string TenantFilter = "Tenant";

    /// <summary>Name of the filter that hides deleted rows.</summary>
    public const string SoftDeleteFilter = "SoftDelete";

    /// <summary>Name of the filter that shows only rows of customers the current person sees.</summary>
    public const string CustomerFilterName = "Customer";

    private const int EnumLength = 40;

    internal UnitOfWork? UnitOfWork { get; set; }

    /// <summary>Null for a context of the system: migrations.</summary>
    internal HeldGrants? Held { get; set; }

    // Read by the query filter at each execution.
    internal Guid CurrentTenantId => currentTenant.Id ?? Guid.Empty;

    // Called by the query filter at each execution.
    internal CustomerSight Sight(CustomerDataAttribute data) => Held?.Sight(data.Permissions) ?? CustomerSight.All;

    /// <summary>Declares the module's entities, with table names that begin with the module's prefix.</summary>
    protected abstract void ConfigureModel(ModelBuilder modelBuilder);

    /// <inheritdoc />
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ConfigureModel(modelBuilder);
        if (modelBuilder.Model.GetEntityTypes().Any(t => t.ClrType.IsDefined(typeof(CustomerDataAttribute), false)))
        {
            CustomerAssignment.Map(modelBuilder, owned: false);
        }

        // What is true of the root of a hierarchy is true of all in it.
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.BaseType is null).ToArray())
        {
            ApplyConventions(modelBuilder, type);
        }
    }

    /// <inheritdoc />
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumLength);
    }

    private void ApplyConventions(ModelBuilder modelBuilder, IMutableEntityType type)
    {
        var entity = modelBuilder.Entity(type.ClrType);
        var row = Expression.Parameter(type.ClrType, "row");
        if (typeof(IMultiTenant).IsAssignableFrom(type.ClrType))
        {
            var own = Expression.Equal(
                Expression.Property(row, nameof(IMultiTenant.TenantId)),
                Expression.Property(Expression.Constant(this, typeof(PlatformDbContext)), nameof(CurrentTenantId)));
            entity.HasQueryFilter(TenantFilter, Expression.Lambda(own, row));
        }

        if (typeof(ISoftDelete).IsAssignableFrom(type.ClrType))
        {
            entity.HasQueryFilter(SoftDeleteFilter, Expression.Lambda(Expression.Not(Expression.Property(row, nameof(ISoftDelete.IsDeleted))), row));
        }

        if (type.ClrType.GetCustomAttribute<CustomerDataAttribute>() is { } data)
        {
            entity.HasQueryFilter(CustomerFilterName, CustomerFilter.For(this, type.ClrType, data));
        }

        if (typeof(IHasConcurrencyStamp).IsAssignableFrom(type.ClrType))
        {
            entity.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).IsConcurrencyToken();
        }
    }
}
