using Platform.Kernel;

namespace Platform.Vault;

/// <summary>A module's secret. The ciphertext stands elsewhere, under an id that changes with each new content.</summary>
internal sealed class KeptSecret : IMultiTenant
{
    public KeptSecret(SecretName name) =>
        (Id, Owner, Name, UserId) = (Guid.CreateVersion7(), name.Owner, name.Name, name.UserId ?? Guid.Empty);

    private KeptSecret()
    {
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    /// <summary><see cref="Guid.Empty"/> where it belongs to nobody: a unique index takes no null for itself.</summary>
    public Guid UserId { get; private set; }

    public string Owner { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Guid SecretId { get; private set; }

    public DateTime SetAt { get; private set; }

    public string? SetByName { get; private set; }

    [DisableAuditing("Each use has an entry of its own.")]
    public DateTime? LastUsedAt { get; private set; }

    public void Set(Guid secretId, string? by, DateTime now) => (SecretId, SetByName, SetAt, LastUsedAt) = (secretId, by, now, null);
}
