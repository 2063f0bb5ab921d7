using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Sepa;

internal sealed class PaymentOrderConfiguration : IEntityTypeConfiguration<PaymentOrder>
{
    public void Configure(EntityTypeBuilder<PaymentOrder> e)
    {
        e.ToTable("SepaOrders");
        e.HasDiscriminator(o => o.Kind).HasValue<Collection>(OrderKind.Collection).HasValue<Transfer>(OrderKind.Transfer)
            .HasValue<Reversal>(OrderKind.Reversal);
        e.Property(o => o.Kind).HasMaxLength(40);
        ColumnLengths.Address(e);
        e.Property(o => o.EndToEndId).HasMaxLength(EndToEndId.MaxLength);
        e.Property(o => o.InvoiceNumber).HasMaxLength(SepaLengths.Identifier);
        e.Property(o => o.RemittanceInformation).HasMaxLength(SepaLengths.Remittance);
        e.Property(o => o.PartyName).HasMaxLength(SepaLengths.Name);
        e.Property(o => o.PartyIban).HasMaxLength(ColumnLengths.Iban);
        e.Property(o => o.PartyBic).HasMaxLength(ColumnLengths.Bic);
        e.Property(o => o.SearchText).HasMaxLength(160);
        e.Property(o => o.Status).IsConcurrencyToken();
        e.Property(o => o.BankReason).HasMaxLength(AnswerLimits.Code);
        e.HasIndex(o => new { o.TenantId, o.EndToEndId }).IsUnique();
        e.HasIndex(o => new { o.TenantId, o.Status, o.Id });
        e.HasIndex(o => new { o.TenantId, o.InvoiceNumber });
        // Partial, so that only what asks for orders of remittances takes it: a planner without statistics would take it for rules that look by mandate.
        e.HasIndex(o => new { o.TenantId, o.ExecutionDate }).HasFilter("\"RemittanceId\" IS NOT NULL");
        e.HasIndex(o => new { o.TenantId, o.ImportBatchId });
        e.HasIndex(o => new { o.TenantId, o.RetryOfId }).IsUnique();
        e.HasIndex(o => new { o.RemittanceId, o.TenantId, o.SequenceType, o.ExecutionDate, o.Id }).HasDatabaseName("IX_SepaOrders_Content");
        e.HasOne<Remittance>().WithMany().HasForeignKey(o => o.RemittanceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CollectionConfiguration : IEntityTypeConfiguration<Collection>
{
    public void Configure(EntityTypeBuilder<Collection> e)
    {
        e.Property(c => c.MandateReference).HasMaxLength(MandateReference.MaxLength);
        e.Property(c => c.OriginalReference).HasMaxLength(MandateReference.MaxLength);
        e.Property(c => c.OriginalDebtorIban).HasMaxLength(ColumnLengths.Iban);
        e.Property(c => c.OriginalCreditorIdentifier).HasMaxLength(SepaLengths.Identifier);
        e.Property(c => c.OriginalCreditorName).HasMaxLength(SepaLengths.Name);
        // The tenant stands in each query: a planner without statistics must not find an index over tenant and status as good as this one.
        e.HasIndex(c => new { c.MandateId, c.TenantId, c.Status });
        e.HasIndex(c => new { c.TenantId, c.MandateReference });
        e.HasOne<Mandate>().WithMany().HasForeignKey(c => c.MandateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TransferConfiguration : IEntityTypeConfiguration<Transfer>
{
    // Collections find each other by mandates: they need no place in these.
    private const string OnlyTransfers = "\"Kind\" = 'Transfer'";

    public void Configure(EntityTypeBuilder<Transfer> e)
    {
        e.HasIndex(t => new { t.PartyIban, t.TenantId, t.Status }).HasFilter(OnlyTransfers);
        e.HasIndex(t => new { t.PartyName, t.TenantId, t.Status }).HasFilter(OnlyTransfers);
    }
}

internal sealed class PayeeCheckConfiguration : IEntityTypeConfiguration<PayeeCheck>
{
    public void Configure(EntityTypeBuilder<PayeeCheck> e)
    {
        e.ToTable("SepaPayeeChecks");
        e.Property(c => c.Id).ValueGeneratedNever();
        e.Property(c => c.HolderName).HasMaxLength(PayeeCheck.NameLength);
        e.Property(c => c.AskedByName).HasMaxLength(ColumnLengths.PersonName);
        e.HasOne<Transfer>().WithOne().HasForeignKey<PayeeCheck>(c => c.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReversalConfiguration : IEntityTypeConfiguration<Reversal>
{
    // Neither changes with an answer of the bank, which must never break this guarantee: the second attempt for a failed reversal has its own.
    private const string FirstOfItsCollection = "\"OriginalId\" IS NOT NULL AND \"RetryOfId\" IS NULL AND \"Status\" <> 'Cancelled'";

    public void Configure(EntityTypeBuilder<Reversal> e)
    {
        e.Property(r => r.Reason).HasMaxLength(40);
        e.HasIndex(r => r.OriginalId).HasFilter("\"OriginalId\" IS NOT NULL");
        e.HasIndex(r => r.OriginalId, "IX_SepaOrders_ReversedOnce").IsUnique().HasFilter(FirstOfItsCollection);
        e.HasOne<Collection>().WithMany().HasForeignKey(r => r.OriginalId).OnDelete(DeleteBehavior.Restrict);
    }
}
