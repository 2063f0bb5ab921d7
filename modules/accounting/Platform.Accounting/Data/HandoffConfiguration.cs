using Microsoft.EntityFrameworkCore;

namespace Platform.Accounting;

internal static class HandoffConfiguration
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Handoff>(e =>
        {
            e.ToTable("AccountingHandoffs");
            e.Property(h => h.Id).ValueGeneratedNever();
            e.Property(h => h.Language).HasMaxLength(8);
            e.Property(h => h.RecipientName).HasMaxLength(Accountant.NameLength);
            e.Property(h => h.RecipientEmail).HasMaxLength(Accountant.EmailLength);
            e.Property(h => h.RecipientLanguage).HasMaxLength(8);
            e.Property(h => h.MadeByName).HasMaxLength(Document.PersonLength);
            e.Property(h => h.Message).HasMaxLength(HandoffLimits.Message);
            e.HasIndex(h => new { h.TenantId, h.Number }).IsUnique();
            e.HasIndex(h => new { h.TenantId, h.Key }).IsUnique();
            e.HasOne<Handoff>().WithMany().HasForeignKey(h => h.BaseId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<HandoffCounter>(e =>
        {
            e.ToTable("AccountingHandoffCounters");
            e.HasKey(c => c.TenantId);
        });
        ConfigureItems(modelBuilder);
        modelBuilder.Entity<HandoffDownload>(e =>
        {
            e.ToTable("AccountingHandoffDownloads");
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.UserName).HasMaxLength(Document.PersonLength);
            e.Property(d => d.ClientAddress).HasMaxLength(HandoffDownload.AddressLength);
            e.Property(d => d.Device).HasMaxLength(HandoffDownload.DeviceLength);
            e.HasIndex(d => new { d.HandoffId, d.Id });
            e.HasOne<Handoff>().WithMany().HasForeignKey(d => d.HandoffId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void ConfigureItems(ModelBuilder modelBuilder) => modelBuilder.Entity<HandoffItem>(e =>
    {
        e.ToTable("AccountingHandoffItems");
        e.Property(i => i.Id).ValueGeneratedNever();
        e.Property(i => i.Name).HasMaxLength(HandoffItem.NameLength);
        e.Property(i => i.Sha256).HasMaxLength(Document.HashLength);
        e.Property(i => i.BlobName).HasMaxLength(HandoffItem.BlobNameLength);
        e.HasIndex(i => new { i.HandoffId, i.Position }).IsUnique();
        e.HasIndex(i => new { i.TenantId, i.DocumentId });
        e.HasOne<Handoff>().WithMany().HasForeignKey(i => i.HandoffId).OnDelete(DeleteBehavior.Restrict);
    });
}
