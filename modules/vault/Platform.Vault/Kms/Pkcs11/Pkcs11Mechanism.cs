using System.Runtime.InteropServices;

namespace Platform.Vault;

/// <summary>CK_MECHANISM.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Pkcs11Mechanism
{
    public const nuint AesKeyGeneration = 0x1080;
    public const nuint AesGcm = 0x1087;
    public const nuint AesKeyWrapPadded = 0x210A;

    public nuint Type;
    public void* Parameter;
    public nuint ParameterLength;
}
