using System.Security.Cryptography;

namespace Platform.Vault;

/// <summary>
/// Opens sessions with the configured token. Tokens lock themselves after a few wrong PINs: a refused one is not tried twice.
/// </summary>
internal sealed class Pkcs11Connection(Pkcs11Options options) : IDisposable
{
    private const int MaximumPinLength = 256;

    private SecretBuffer? _refusedPin;

    /// <exception cref="KmsUnavailableException">Library, token or PIN file missing, or the PIN is wrong.</exception>
    public (Pkcs11Token Token, Pkcs11Session Session) Open()
    {
        var token = Pkcs11Token.Find(Pkcs11Library.Open(options.Library), options.TokenLabel);
        using var pin = ReadPin();
        ThrowIfRefusedBefore(pin);
        try
        {
            return (token, token.Open(pin));
        }
        catch (Pkcs11Exception exception) when (exception.Result == Pkcs11Result.PinIncorrect)
        {
            _refusedPin?.Dispose();
            _refusedPin = SecretBuffer.Take(pin.Span);
            throw new KmsUnavailableException($"The token refused the PIN in {options.PinFile}.", exception);
        }
    }

    public void Dispose() => _refusedPin?.Dispose();

    private void ThrowIfRefusedBefore(SecretBuffer pin)
    {
        if (_refusedPin is { } refused && CryptographicOperations.FixedTimeEquals(refused.Span, pin.Span))
        {
            throw new KmsUnavailableException(
                $"The token refused the PIN in {options.PinFile}; it is tried again when the file changes.");
        }
    }

    private SecretBuffer ReadPin()
    {
        using var content = ProtectedFile.Read(options.PinFile, MaximumPinLength);
        var pin = content.Span.TrimEnd("\r\n"u8);
        return pin.Length > 0 ? SecretBuffer.Take(pin) : throw new KmsUnavailableException($"{options.PinFile} holds no PIN.");
    }
}
