using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>
/// Says that a person manages a customer or has it assigned. Part of the model of every context that holds
/// <see cref="CustomerDataAttribute">rows about customers</see>, so that one query filter serves them all; the table is the kernel's.
/// Written by the module that keeps the customers.
/// </summary>
[DisableAuditing("Recorded as one act of the customer that names who was and who is in charge.")]
public sealed class CustomerAssignment : IMultiTenant
{
    /// <inheritdoc />
    public Guid TenantId { get; set; }

    /// <summary>The customer.</summary>
    public Guid CustomerId { get; set; }

    /// <summary>The person.</summary>
    public Guid UserId { get; set; }

    /// <summary><see cref="CustomerView.Managed"/> or <see cref="CustomerView.Assigned"/>.</summary>
    public CustomerView Kind { get; set; }

    internal static void Map(ModelBuilder modelBuilder, bool owned) => modelBuilder.Entity<CustomerAssignment>(e =>
    {
        e.ToTable("PlatformCustomerAssignments", table =>
        {
            if (!owned)
            {
                table.ExcludeFromMigrations();
            }
        });
        e.HasKey(a => new { a.CustomerId, a.UserId, a.Kind });
        e.HasIndex(a => new { a.TenantId, a.UserId, a.Kind });
    });
}
