using Microsoft.AspNetCore.DataProtection;
using Platform.Kernel;

namespace Platform.AspNetCore;

internal sealed class StringEncryptionService(IDataProtectionProvider provider) : IStringEncryptionService, ISingletonDependency
{
    private readonly IDataProtector _protector = provider.CreateProtector("Platform.StringEncryption.v1");

    public string Encrypt(string plainText) => _protector.Protect(plainText);

    public string Decrypt(string cipherText) => _protector.Unprotect(cipherText);
}
