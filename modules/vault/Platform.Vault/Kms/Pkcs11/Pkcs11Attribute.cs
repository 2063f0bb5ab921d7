using System.Runtime.InteropServices;

namespace Platform.Vault;

/// <summary>CK_ATTRIBUTE.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Pkcs11Attribute
{
    public const nuint Class = 0x0;
    public const nuint Token = 0x1;
    public const nuint Private = 0x2;
    public const nuint Label = 0x3;
    public const nuint Value = 0x11;
    public const nuint KeyType = 0x100;
    public const nuint Sensitive = 0x103;
    public const nuint Encrypt = 0x104;
    public const nuint Decrypt = 0x105;
    public const nuint Wrap = 0x106;
    public const nuint Unwrap = 0x107;
    public const nuint ValueLength = 0x161;
    public const nuint Extractable = 0x162;

    public const nuint SecretKeyClass = 4;
    public const nuint GenericSecretType = 0x10;
    public const nuint AesType = 0x1F;

    public nuint Type;
    public void* Pointer;
    public nuint Length;
}
