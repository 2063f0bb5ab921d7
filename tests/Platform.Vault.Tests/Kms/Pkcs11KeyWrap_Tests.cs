namespace Platform.Vault.Tests;

/// <summary>The same on a token that has no AES-GCM.</summary>
public sealed class Pkcs11KeyWrap_Tests(SoftHsm softHsm) : Pkcs11Contract_Tests(softHsm, keyWrapOnly: true);
