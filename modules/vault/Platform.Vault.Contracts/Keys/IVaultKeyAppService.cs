using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Keys of the vault, for the operator of the installation (VLT-03, VLT-04). Never key material.</summary>
public interface IVaultKeyAppService : IApplicationService
{
    /// <summary>Seal, key management service, versions and what uses each.</summary>
    Task<VaultStatusDto> GetStatusAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a new master key for what is sealed from now on; data keys follow in the background, while everything stays usable.
    /// Repeated while a rotation runs it changes nothing.
    /// </summary>
    /// <param name="after">The version that whoever asks saw as the active one: another one by now changes nothing. Null: whichever it is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="BusinessException">Vault:Sealed.</exception>
    Task<VaultStatusDto> RotateMasterKeyAsync(int? after = null, CancellationToken cancellationToken = default);

    /// <summary>Gives every secret a new data key, in the background, while everything stays usable.</summary>
    /// <exception cref="BusinessException">Vault:Sealed.</exception>
    Task<VaultStatusDto> RotateDataKeysAsync(CancellationToken cancellationToken = default);

    /// <summary>Destroys an old master key for good.</summary>
    /// <exception cref="BusinessException">Vault:KeyVersionInUse while anything is sealed under it; Vault:KeyVersionUnknown.</exception>
    Task<VaultStatusDto> RetireMasterKeyAsync(int version, CancellationToken cancellationToken = default);

    /// <summary>Wraps every master key under the present key of the key management service, after that one was rotated.</summary>
    /// <exception cref="BusinessException">Vault:Sealed.</exception>
    Task<VaultStatusDto> RewrapMasterKeysAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Has the rotation try again those secrets whose keys it could not renew, after the cause is gone: a missing erasure store, a
    /// restored key.
    /// </summary>
    Task<VaultStatusDto> RetryDamagedAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes those damaged secrets whose part in the erasure store is gone: shredded ones that a restored backup brought back. They
    /// never open again, and would keep their master key from being retired.
    /// </summary>
    /// <exception cref="BusinessException">Vault:ErasureStoreMissing.</exception>
    Task<VaultStatusDto> DiscardShreddedAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks the key management service now instead of waiting for the next attempt.</summary>
    Task<VaultStatusDto> UnsealAsync(CancellationToken cancellationToken = default);
}

/// <summary>The vault as this host sees it.</summary>
/// <param name="IsSealed">Master keys are not available; no secret can be used.</param>
/// <param name="Cause">Why it is sealed; null when it is not.</param>
/// <param name="Reason">The same in the key management service's own words, in English and without secrets.</param>
/// <param name="KmsProvider">"file", "pkcs11" or "aws-kms".</param>
/// <param name="KmsKeyId">The present key there; null when it cannot be asked.</param>
/// <param name="Versions">Master keys, newest first.</param>
/// <param name="Rotation">The running data-key rotation, or the last one; null when there was none.</param>
/// <param name="Secrets">How many secrets there are.</param>
/// <param name="Damaged">How many of them the last rotation could not open.</param>
/// <param name="Shredded">How many of the damaged ones have no part in the erasure store any more.</param>
public sealed record VaultStatusDto(
    bool IsSealed, SealCause? Cause, string? Reason, string KmsProvider, string? KmsKeyId, IReadOnlyList<MasterKeyDto> Versions, DataKeyRotationDto? Rotation, long Secrets,
    long Damaged, long Shredded);

/// <summary>Why the vault is sealed.</summary>
public enum SealCause
{
    /// <summary>No attempt was finished yet.</summary>
    NotYetOpened,

    /// <summary>The key management service does not answer, or is not configured.</summary>
    ServiceAway,

    /// <summary>The key management service answers and refuses: another service, or a lost key.</summary>
    ServiceRefused,
}

/// <summary>A master key.</summary>
/// <param name="Version">Rises.</param>
/// <param name="State">What it is used for.</param>
/// <param name="KmsKeyId">The key that wraps it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="RetiredAt">UTC.</param>
/// <param name="Secrets">Secrets whose data key is under it (the census).</param>
/// <param name="Damaged">Those of them that no rotation could move.</param>
public sealed record MasterKeyDto(
    int Version, MasterKeyState State, string KmsKeyId, DateTime CreatedAt, DateTime? RetiredAt, long Secrets, long Damaged);

/// <summary>What a master key is used for.</summary>
public enum MasterKeyState
{
    /// <summary>Seals and opens.</summary>
    Active,

    /// <summary>Opens; what is under it moves to the active one.</summary>
    Retiring,

    /// <summary>Destroyed.</summary>
    Retired,
}

/// <summary>How far a rotation of data keys is.</summary>
/// <param name="StartedAt">UTC.</param>
/// <param name="FinishedAt">UTC; null while it runs.</param>
/// <param name="Done">Secrets with a new data key.</param>
/// <param name="Total">Secrets to treat.</param>
public sealed record DataKeyRotationDto(DateTime StartedAt, DateTime? FinishedAt, long Done, long Total);
