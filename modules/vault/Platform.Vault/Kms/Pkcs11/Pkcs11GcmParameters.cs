using System.Runtime.InteropServices;

namespace Platform.Vault;

/// <summary>CK_GCM_PARAMS.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Pkcs11GcmParameters
{
    public byte* Nonce;
    public nuint NonceLength;
    public nuint NonceBits;
    public byte* AssociatedData;
    public nuint AssociatedDataLength;
    public nuint TagBits;
}
