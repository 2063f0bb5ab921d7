namespace Platform.Vault;

/// <summary>
/// Keeps, outside the database and its backups, 32 bytes per secret without which its data key cannot be unwrapped. Destroying them
/// destroys the secret in every backup. The store is to be copied as it is now, never kept with its history.
/// </summary>
internal interface IErasureStore
{
    /// <summary>Makes and keeps the part of a new secret, on disk when it returns.</summary>
    Task<SecretBuffer> CreateAsync(Guid secretId, CancellationToken cancellationToken = default);

    /// <summary>The part, or null when it was erased.</summary>
    /// <exception cref="Platform.Kernel.BusinessException">Vault:ErasureStoreMissing.</exception>
    Task<SecretBuffer?> ReadAsync(Guid secretId, CancellationToken cancellationToken = default);

    /// <summary>Destroys it. Repeating it changes nothing.</summary>
    Task EraseAsync(Guid secretId, CancellationToken cancellationToken = default);
}
