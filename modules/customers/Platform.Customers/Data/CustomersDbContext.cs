using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Customers;

internal sealed class CustomersDbContext(DbContextOptions<CustomersDbContext> options, ICurrentTenant currentTenant)
    : PlatformDbContext(options, currentTenant)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<CustomerAssignment> Assignments => Set<CustomerAssignment>();

    protected override void ConfigureModel(ModelBuilder modelBuilder) => modelBuilder.Entity<Customer>(e =>
    {
        e.ToTable("CustomersCustomers");
        e.Property(c => c.Id).ValueGeneratedNever();
        e.Property(c => c.Code).HasMaxLength(Customer.CodeLength);
        e.Property(c => c.CodeKey).HasMaxLength(Customer.CodeLength);
        e.Property(c => c.Name).HasMaxLength(Customer.NameLength);
        e.Property(c => c.Email).HasMaxLength(Customer.EmailLength);
        e.Property(c => c.Language).HasMaxLength(Customer.LanguageLength);
        e.Property(c => c.SearchText).HasMaxLength(Customer.SearchLength);
        e.HasIndex(c => new { c.TenantId, c.CodeKey }).IsUnique();
    });
}
