using Platform.Kernel;

namespace Platform.Vault;

/// <summary>The mail server's password, kept by the vault for the installation; needs <see cref="VaultPermissions.Keys"/>.</summary>
public interface IMailSecretAppService : IApplicationService
{
    /// <summary>When it was set and used; null while the configured one counts.</summary>
    Task<SecretInfo?> FindAsync(CancellationToken cancellationToken = default);

    /// <summary>Keeps it from now on. The buffer is zeroed and disposed.</summary>
    /// <exception cref="InputException">Vault:SecretLength: empty, or longer than 1,000 bytes.</exception>
    /// <exception cref="BusinessException">Vault:Sealed.</exception>
    Task SetAsync(SecretBuffer password, CancellationToken cancellationToken = default);

    /// <summary>Destroys it; the configured one counts again. Repeating it changes nothing.</summary>
    Task RemoveAsync(CancellationToken cancellationToken = default);
}
