using Microsoft.AspNetCore.DataProtection;
using Platform.Kernel;

namespace Platform.AspNetCore;

internal sealed class StringEncryptionService(IDataProtectionProvider provider) : IStringEncryptionService, ISingletonDependency
{
    public string Encrypt(string plainText, string place) => For(place).Protect(plainText);

    public string Decrypt(string cipherText, string place) => For(place).Unprotect(cipherText);

    private IDataProtector For(string place) => provider.CreateProtector("Platform.StringEncryption.v2", place);
}
