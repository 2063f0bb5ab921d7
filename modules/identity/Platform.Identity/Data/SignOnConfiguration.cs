using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Identity;

internal sealed class SignOnConfiguration
    : IEntityTypeConfiguration<SignOnProvider>, IEntityTypeConfiguration<SignOnLink>, IEntityTypeConfiguration<SignOnAnswered>
{
    public void Configure(EntityTypeBuilder<SignOnProvider> builder)
    {
        builder.ToTable("IdentitySignOnProviders");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(SignOnProvider.NameLength);
        builder.Property(p => p.Issuer).HasMaxLength(SignOnProvider.IssuerLength);
        builder.Property(p => p.ClientId).HasMaxLength(SignOnProvider.ClientIdLength);
        builder.Property(p => p.Domains).HasMaxLength(SignOnProvider.DomainsLength);
        builder.Property(p => p.CompanyIds).HasMaxLength(SignOnProvider.CompanyIdsLength);
        builder.Ignore(p => p.DomainList).Ignore(p => p.CompanyIdList).Ignore(p => p.TrailId);
        builder.HasIndex(p => p.PlaceId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignOnLink> builder)
    {
        builder.ToTable("IdentitySignOnLinks");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Issuer).HasMaxLength(SignOnProvider.IssuerLength);
        builder.Property(l => l.Subject).HasMaxLength(SignOnLink.SubjectLength);
        // One person per account at a provider, and one account there per person.
        builder.HasIndex(l => new { l.ProviderId, l.Subject }).IsUnique();
        builder.HasIndex(l => new { l.UserId, l.ProviderId }).IsUnique();
        builder.HasOne<SignOnProvider>().WithMany().HasForeignKey(l => l.ProviderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SignOnAnswered> builder)
    {
        builder.ToTable("IdentitySignOnAnswered");
        builder.HasKey(a => a.StateHash);
        builder.Property(a => a.StateHash).HasMaxLength(Secrets.HashLength);
        builder.HasIndex(a => a.ExpiresAt);
    }
}
