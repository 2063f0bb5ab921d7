using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Sepa;

internal sealed class BankAnswerConfiguration : IEntityTypeConfiguration<BankAnswer>
{
    public void Configure(EntityTypeBuilder<BankAnswer> e)
    {
        e.ToTable("SepaBankAnswers");
        e.Property(a => a.Message).HasMaxLength(20);
        e.Property(a => a.FileName).HasMaxLength(255);
        e.Property(a => a.MessageId).HasMaxLength(AnswerLimits.Identifier);
        e.Property(a => a.BlobName).HasMaxLength(200);
        e.Property(a => a.Sha256).HasMaxLength(ColumnLengths.Hash);
        e.Property(a => a.CreatedByName).HasMaxLength(ColumnLengths.PersonName);
        e.HasIndex(a => new { a.TenantId, a.Sha256 }).IsUnique();
    }
}

internal sealed class BankAnswerItemConfiguration : IEntityTypeConfiguration<BankAnswerItem>
{
    public void Configure(EntityTypeBuilder<BankAnswerItem> e)
    {
        e.ToTable("SepaBankAnswerItems");
        e.Property(i => i.BankStatus).HasMaxLength(AnswerLimits.Code);
        e.Property(i => i.BankCode).HasMaxLength(AnswerLimits.BankCode);
        e.Property(i => i.OriginalMessageId).HasMaxLength(AnswerLimits.Identifier);
        e.Property(i => i.PaymentInformationId).HasMaxLength(AnswerLimits.Identifier);
        e.Property(i => i.EndToEndId).HasMaxLength(AnswerLimits.Identifier);
        e.Property(i => i.MandateReference).HasMaxLength(AnswerLimits.Identifier);
        e.Property(i => i.Reason).HasMaxLength(AnswerLimits.Code);
        e.Property(i => i.Information).HasMaxLength(AnswerLimits.Information);
        e.Property(i => i.HandledByName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(i => i.Note).HasMaxLength(ColumnLengths.Note);
        e.HasIndex(i => new { i.AnswerId, i.Id });
        // The queue; an import writes few of these and very many others.
        e.HasIndex(i => new { i.TenantId, i.Id }).HasFilter($"\"{nameof(BankAnswerItem.State)}\" = '{nameof(BankAnswerItemState.Unmatched)}'");
        e.HasOne<BankAnswer>().WithMany().HasForeignKey(i => i.AnswerId).OnDelete(DeleteBehavior.Restrict);
    }
}
