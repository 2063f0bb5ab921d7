using Microsoft.EntityFrameworkCore;

namespace Platform.Accounting;

internal static class MailConfiguration
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<InboxAddress>(e =>
        {
            e.ToTable("AccountingInboxAddresses");
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Token).HasMaxLength(InboxAddress.TokenLength);
            e.HasIndex(a => new { a.TenantId, a.Token }).IsUnique();
            // One at a time.
            e.HasIndex(a => a.TenantId).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        });
        modelBuilder.Entity<AllowedSender>(e =>
        {
            e.ToTable("AccountingAllowedSenders");
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Sender).HasMaxLength(ReceivedMail.SenderLength);
            e.HasIndex(s => new { s.TenantId, s.Sender }).IsUnique();
        });
        modelBuilder.Entity<RefusedSender>(e =>
        {
            e.ToTable("AccountingRefusedSenders");
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Sender).HasMaxLength(ReceivedMail.SenderLength);
            e.HasIndex(s => new { s.TenantId, s.Sender }).IsUnique();
        });
        modelBuilder.Entity<ReceivedMail>(e =>
        {
            e.ToTable("AccountingReceivedMails");
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Sender).HasMaxLength(ReceivedMail.SenderLength);
            e.Property(m => m.Subject).HasMaxLength(ReceivedMail.TextLength);
            e.Property(m => m.MessageId).HasMaxLength(ReceivedMail.TextLength);
            e.Property(m => m.Fingerprint).HasMaxLength(Document.HashLength);
            e.HasIndex(m => new { m.TenantId, m.Fingerprint }).IsUnique();
            e.HasIndex(m => new { m.TenantId, m.ReceivedAt });
        });
    }
}
