using Microsoft.EntityFrameworkCore;

namespace Platform.Accounting;

internal static class AccountantConfiguration
{
    public static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<Accountant>(e =>
    {
        e.ToTable("AccountingAccountants");
        e.Property(a => a.Id).ValueGeneratedNever();
        e.Property(a => a.Name).HasMaxLength(Accountant.NameLength);
        e.Property(a => a.Email).HasMaxLength(Accountant.EmailLength);
        e.Property(a => a.Phone).HasMaxLength(Accountant.PhoneLength);
        e.Property(a => a.Language).HasMaxLength(8);
        // One at a time.
        e.HasIndex(a => a.TenantId).IsUnique().HasFilter("\"EndedAt\" IS NULL");
    });
}
