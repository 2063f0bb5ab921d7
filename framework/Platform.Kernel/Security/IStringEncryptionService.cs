namespace Platform.Kernel;

/// <summary>Encrypts short secrets at rest under the host's key ring (ABP: IStringEncryptionService).</summary>
public interface IStringEncryptionService
{
    /// <summary>Authenticated ciphertext; differs at each call.</summary>
    string Encrypt(string plainText);

    /// <summary>The plain text.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Altered, or its key is gone.</exception>
    string Decrypt(string cipherText);
}
