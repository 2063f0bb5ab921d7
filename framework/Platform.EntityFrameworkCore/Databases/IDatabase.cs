using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Platform.EntityFrameworkCore;

/// <summary>The one place that knows which database product is used.</summary>
internal interface IDatabase
{
    DbConnection CreateConnection();

    void Configure(DbContextOptionsBuilder builder, string prefix, bool asOwner);

    /// <summary>Tells the connection which tenant's rows it may touch; null where the product cannot enforce it.</summary>
    string? TenantCommandText { get; }

    Task<IAsyncDisposable> LockForMigrationAsync(CancellationToken cancellationToken);

    /// <summary>Refuses to go on with a role that row-level security does not bind, or that could change tables and policies.</summary>
    Task VerifyRoleAsync(CancellationToken cancellationToken);

    Task SecureAsync(DbContext context, CancellationToken cancellationToken);
}
