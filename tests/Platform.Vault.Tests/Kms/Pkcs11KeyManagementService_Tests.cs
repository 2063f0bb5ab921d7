namespace Platform.Vault.Tests;

public sealed class Pkcs11KeyManagementService_Tests(SoftHsm softHsm) : Pkcs11Contract_Tests(softHsm, keyWrapOnly: false);
