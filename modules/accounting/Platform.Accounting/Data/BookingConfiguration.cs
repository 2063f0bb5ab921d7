using Microsoft.EntityFrameworkCore;

namespace Platform.Accounting;

internal static class BookingConfiguration
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BookingImport>(e =>
        {
            e.ToTable("AccountingBookingImports");
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.FileName).HasMaxLength(BookingImport.FileNameLength);
            e.Property(i => i.By).HasMaxLength(Document.PersonLength);
            e.Property(i => i.Firm).HasMaxLength(Accountant.NameLength);
            e.HasIndex(i => new { i.TenantId, i.Id });
        });
        modelBuilder.Entity<Booking>(e =>
        {
            e.ToTable("AccountingBookings");
            e.Property(b => b.Id).ValueGeneratedNever();
            e.Property(b => b.Journal).HasMaxLength(Booking.CodeLength);
            e.Property(b => b.Number).HasMaxLength(Booking.CodeLength);
            e.Property(b => b.Piece).HasMaxLength(Booking.TextLength);
            e.Property(b => b.Label).HasMaxLength(Booking.TextLength);
            e.Property(b => b.Fingerprint).HasMaxLength(Booking.FingerprintLength);
            e.HasIndex(b => new { b.TenantId, b.Journal, b.Number, b.Date }).IsUnique();
            e.HasIndex(b => new { b.TenantId, b.Date, b.Id });
            e.HasIndex(b => new { b.TenantId, b.DocumentId });
        });
        modelBuilder.Entity<BookingLine>(e =>
        {
            e.ToTable("AccountingBookingLines");
            e.Property(l => l.Id).ValueGeneratedNever();
            e.HasOne<Booking>().WithMany().HasForeignKey(l => l.BookingId).OnDelete(DeleteBehavior.Cascade);
            e.Property(l => l.Account).HasMaxLength(Booking.CodeLength);
            e.Property(l => l.AccountName).HasMaxLength(Booking.TextLength);
            e.Property(l => l.Auxiliary).HasMaxLength(Booking.CodeLength);
            e.Property(l => l.Label).HasMaxLength(Booking.TextLength);
            e.HasIndex(l => new { l.TenantId, l.BookingId });
        });
    }
}
