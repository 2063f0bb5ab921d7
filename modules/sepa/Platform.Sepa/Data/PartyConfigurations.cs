using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Sepa;

internal static class ColumnLengths
{
    public const int PersonName = 200;
    public const int Iban = 34;
    public const int Bic = 11;
    public const int Hash = 64;
    public const int Note = 500;

    public static void Address<T>(EntityTypeBuilder<T> e) where T : AddressedEntity
    {
        e.Property(a => a.Street).HasMaxLength(SepaLengths.Street);
        e.Property(a => a.BuildingNumber).HasMaxLength(SepaLengths.BuildingNumber);
        e.Property(a => a.PostalCode).HasMaxLength(SepaLengths.PostalCode);
        e.Property(a => a.Town).HasMaxLength(SepaLengths.Town);
        e.Property(a => a.Country).HasMaxLength(2);
        e.Property(a => a.AddressLine1).HasMaxLength(SepaLengths.AddressLine);
        e.Property(a => a.AddressLine2).HasMaxLength(SepaLengths.AddressLine);
    }
}

internal sealed class CreditorAccountConfiguration : IEntityTypeConfiguration<CreditorAccount>
{
    public void Configure(EntityTypeBuilder<CreditorAccount> e)
    {
        e.ToTable("SepaCreditorAccounts");
        ColumnLengths.Address(e);
        e.Property(a => a.Name).HasMaxLength(SepaLengths.Name);
        e.Property(a => a.Iban).HasMaxLength(ColumnLengths.Iban);
        e.Property(a => a.Bic).HasMaxLength(ColumnLengths.Bic);
        e.Property(a => a.BankName).HasMaxLength(SepaLengths.Name);
        e.Property(a => a.CreditorName).HasMaxLength(SepaLengths.Name);
        e.Property(a => a.CreditorIdentifier).HasMaxLength(SepaLengths.Identifier);
        e.Property(a => a.CreditorKey).HasMaxLength(SepaLengths.Identifier);
        e.Property(a => a.FormerCreditorIdentifier).HasMaxLength(SepaLengths.Identifier);
        e.Property(a => a.FormerCreditorName).HasMaxLength(SepaLengths.Name);
        e.Property(a => a.TimeZone).HasMaxLength(64);
        e.Property(a => a.LastEditedByName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(a => a.ApprovedByName).HasMaxLength(ColumnLengths.PersonName);
        e.HasIndex(a => new { a.TenantId, a.Name });
    }
}

internal sealed class CreditorChangeConfiguration : IEntityTypeConfiguration<CreditorChange>
{
    public void Configure(EntityTypeBuilder<CreditorChange> e)
    {
        e.ToTable("SepaCreditorChanges");
        e.Property(c => c.FromIdentifier).HasMaxLength(SepaLengths.Identifier);
        e.Property(c => c.FromName).HasMaxLength(SepaLengths.Name);
        e.Property(c => c.ToIdentifier).HasMaxLength(SepaLengths.Identifier);
        e.Property(c => c.ToName).HasMaxLength(SepaLengths.Name);
        e.Property(c => c.UserName).HasMaxLength(ColumnLengths.PersonName);
        e.HasIndex(c => c.TenantId);
    }
}

internal sealed class MandateConfiguration : IEntityTypeConfiguration<Mandate>
{
    public void Configure(EntityTypeBuilder<Mandate> e)
    {
        e.ToTable("SepaMandates");
        ColumnLengths.Address(e);
        e.Property(m => m.CreditorKey).HasMaxLength(SepaLengths.Identifier);
        e.Property(m => m.Reference).HasMaxLength(MandateReference.MaxLength);
        e.Property(m => m.ReferenceKey).HasMaxLength(MandateReference.MaxLength);
        e.Property(m => m.DebtorName).HasMaxLength(SepaLengths.Name);
        e.Property(m => m.DebtorIban).HasMaxLength(ColumnLengths.Iban);
        e.Property(m => m.DebtorBic).HasMaxLength(ColumnLengths.Bic);
        e.Property(m => m.Email).HasMaxLength(254);
        e.Property(m => m.Language).HasMaxLength(2);
        e.Property(m => m.SearchText).HasMaxLength(160);
        e.Property(m => m.SentReference).HasMaxLength(MandateReference.MaxLength);
        e.Property(m => m.SentDebtorIban).HasMaxLength(ColumnLengths.Iban);
        e.Property(m => m.SentCreditorIdentifier).HasMaxLength(SepaLengths.Identifier);
        e.Property(m => m.SentCreditorName).HasMaxLength(SepaLengths.Name);
        e.HasIndex(m => new { m.TenantId, m.CreditorKey, m.ReferenceKey }).IsUnique();
        e.HasIndex(m => new { m.TenantId, m.ReferenceKey, m.Id });
        e.HasIndex(m => new { m.TenantId, m.DebtorName, m.Id });
        e.HasIndex(m => new { m.TenantId, m.ImportBatchId });
        e.HasIndex(m => new { m.TenantId, m.CustomerId });
        e.HasIndex(m => m.AmendmentOrderId).HasFilter($"\"{nameof(Mandate.AmendmentOrderId)}\" IS NOT NULL");
    }
}

internal sealed class MandateEventConfiguration : IEntityTypeConfiguration<MandateEvent>
{
    public void Configure(EntityTypeBuilder<MandateEvent> e)
    {
        e.ToTable("SepaMandateEvents");
        e.Property(m => m.UserName).HasMaxLength(ColumnLengths.PersonName);
        e.Property(m => m.Note).HasMaxLength(ColumnLengths.Note);
        e.Property(m => m.Before).HasMaxLength(SepaLengths.Name);
        e.Property(m => m.After).HasMaxLength(SepaLengths.Name);
        e.HasIndex(m => new { m.TenantId, m.Before });
        e.HasIndex(m => m.MandateId);
        e.HasOne<Mandate>().WithMany().HasForeignKey(m => m.MandateId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MandateDocumentConfiguration : IEntityTypeConfiguration<MandateDocument>
{
    public void Configure(EntityTypeBuilder<MandateDocument> e)
    {
        e.ToTable("SepaMandateDocuments");
        // With the ending of its kind, which the given name may lack.
        e.Property(d => d.FileName).HasMaxLength(260);
        e.Property(d => d.MediaType).HasMaxLength(40);
        e.Property(d => d.Sha256).HasMaxLength(ColumnLengths.Hash);
        e.Property(d => d.BlobName).HasMaxLength(200);
        e.Property(d => d.AddedByName).HasMaxLength(ColumnLengths.PersonName);
        e.HasIndex(d => d.MandateId);
        e.HasOne<Mandate>().WithMany().HasForeignKey(d => d.MandateId).OnDelete(DeleteBehavior.Restrict);
    }
}
