using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>What a person's switcher shows first.</summary>
[ErasedFor(nameof(TenantId))]
[HostWide("A person's own order of companies, which spans them.")]
[DisableAuditing("A convenience of one person; says nothing of a company.")]
internal sealed class Shortcut
{
    public Guid UserId { get; init; }

    public Guid TenantId { get; init; }

    public DateTime LastOpenedAt { get; set; }

    public bool IsFavourite { get; set; }
}
