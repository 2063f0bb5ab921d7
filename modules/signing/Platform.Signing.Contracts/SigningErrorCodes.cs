namespace Platform.Signing;

/// <summary>Stable error codes of the Signing module, also the keys of their texts.</summary>
public static class SigningErrorCodes
{
    /// <summary>No file was given.</summary>
    public const string FileRequired = "Signing:FileRequired";

    /// <summary>A file that is larger than its kind may be.</summary>
    public const string FileTooLarge = "Signing:FileTooLarge";

    /// <summary>Not a PKCS#12 file, or another password.</summary>
    public const string Pkcs12Unreadable = "Signing:Pkcs12Unreadable";

    /// <summary>The PKCS#12 file holds no private key with its certificate, or several.</summary>
    public const string KeyMissing = "Signing:KeyMissing";

    /// <summary>A key other than RSA of 2,048 bits or more, or a NIST curve of 256 bits or more.</summary>
    public const string KeyWeak = "Signing:KeyWeak";

    /// <summary>The certificate is not valid yet, or no more.</summary>
    public const string CertificateExpired = "Signing:CertificateExpired";

    /// <summary>The certificate's key usage allows neither digitalSignature nor nonRepudiation (RFC 5280, 4.2.1.3).</summary>
    public const string CertificateUsage = "Signing:CertificateUsage";

    /// <summary>The person has this certificate here already.</summary>
    public const string CertificateTaken = "Signing:CertificateTaken";

    /// <summary>The installation issues no demonstration certificates.</summary>
    public const string NoDemonstration = "Signing:NoDemonstration";

    /// <summary>The time-stamp authority did not answer, or not as RFC 3161 wants.</summary>
    public const string TimeStampFailed = "Signing:TimeStampFailed";

    /// <summary>Not a detached CMS signature by one person.</summary>
    public const string SignatureUnreadable = "Signing:SignatureUnreadable";
}
