using Platform.Kernel;

namespace Platform.Vault;

/// <summary>A master key, wrapped by the key management service.</summary>
[HostWide("One set of master keys for the installation; the data keys of every company hang on it.")]
internal sealed class MasterKey
{
    public MasterKey(int version, WrappedKey wrapped, string provider, DateTime now)
    {
        (Version, KmsProvider, CreatedAt) = (version, provider, now);
        Rewrap(wrapped);
    }

    private MasterKey()
    {
    }

    public int Version { get; private set; }

    public MasterKeyState State { get; private set; }

    public string KmsProvider { get; private set; } = "";

    public string KmsKeyId { get; private set; } = "";

    [DisableAuditing("Key material.")]
    public byte[]? Wrapped { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? RetiredAt { get; private set; }

    public WrappedKey ToWrapped() => new(KmsKeyId, Wrapped ?? throw new BusinessException(VaultErrorCodes.KeyVersionUnknown).WithData("version", Version));

    public void Rewrap(WrappedKey wrapped) => (KmsKeyId, Wrapped) = (wrapped.KeyId, wrapped.Bytes);

    public void Supersede() => State = MasterKeyState.Retiring;

    public void Retire(DateTime now) => (State, Wrapped, RetiredAt) = (MasterKeyState.Retired, null, now);
}
