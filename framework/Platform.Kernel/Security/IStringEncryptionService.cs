namespace Platform.Kernel;

/// <summary>
/// Encrypts short secrets at rest under the host's key ring (ABP: IStringEncryptionService), each for its place: moved to another
/// place the ciphertext does not open.
/// </summary>
public interface IStringEncryptionService
{
    /// <summary>Authenticated ciphertext; differs at each call.</summary>
    /// <param name="plainText">What to keep.</param>
    /// <param name="place">Where it stands, exactly: the setting, its level and key.</param>
    string Encrypt(string plainText, string place);

    /// <summary>The plain text.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Altered, of another place, or its key is gone.</exception>
    string Decrypt(string cipherText, string place);
}
