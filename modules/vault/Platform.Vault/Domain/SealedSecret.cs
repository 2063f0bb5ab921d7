using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// A secret under its data key, and the data key under a master key. Both carry the binding as authenticated data, so that a row in
/// the wrong place opens for nobody.
/// </summary>
[HostWide("Ciphertext that only the broker opens, bound to company and person; rotation and census run over all of it.")]
[DisableAuditing("Key material; consents, uses and rotations are audited.")]
internal sealed class SealedSecret
{
    public const int HashLength = 32;

    public Guid Id { get; init; }

    /// <summary>The binding it was sealed with. Only the rewrap of its keys reads it; a use makes its own.</summary>
    public byte[] BindingHash { get; init; } = [];

    public int MasterKeyVersion { get; set; }

    public int DataKeyVersion { get; set; }

    public byte[] WrappedDataKey { get; set; } = [];

    public byte[] Ciphertext { get; set; } = [];

    public DateTime DataKeyCreatedAt { get; set; }

    /// <summary>Why its keys could not be renewed, as an error code; such a row is left alone and keeps its versions in use.</summary>
    public string? Damage { get; set; }

    /// <summary>Changes with every write: rewraps replace only what they have read.</summary>
    public Guid Stamp { get; set; }
}
