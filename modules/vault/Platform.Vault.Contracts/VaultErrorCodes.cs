namespace Platform.Vault;

/// <summary>Stable error codes of the vault, also the keys of their texts. Every refusal is audited with its code.</summary>
public static class VaultErrorCodes
{
    /// <summary>Master keys are not available: the key management service cannot be asked.</summary>
    public const string Sealed = "Vault:Sealed";

    /// <summary>Ciphertext, wrapped key or binding is not what was sealed: altered, or moved here from another row.</summary>
    public const string Tampered = "Vault:Tampered";

    /// <summary>Sealed in a format that this version does not read.</summary>
    public const string FormatUnknown = "Vault:FormatUnknown";

    /// <summary>The key management service could not be asked, or refused.</summary>
    public const string KmsFailed = "Vault:KmsFailed";

    /// <summary>The master key version is missing or destroyed.</summary>
    public const string KeyVersionUnknown = "Vault:KeyVersionUnknown";

    /// <summary>Secrets are still sealed under the version.</summary>
    public const string KeyVersionInUse = "Vault:KeyVersionInUse";

    /// <summary>The keys of the secret were destroyed.</summary>
    public const string Shredded = "Vault:Shredded";

    /// <summary>The erasure store is not where the configuration says; nothing opens, and nothing is taken for shredded.</summary>
    public const string ErasureStoreMissing = "Vault:ErasureStoreMissing";

    /// <summary>Nothing is kept under that name.</summary>
    public const string SecretMissing = "Vault:SecretMissing";

    /// <summary>The consent is another person's.</summary>
    public const string WrongUser = "Vault:WrongUser";

    /// <summary>The consent is for another provider.</summary>
    public const string WrongProvider = "Vault:WrongProvider";

    /// <summary>The consent is for another account.</summary>
    public const string WrongAccount = "Vault:WrongAccount";

    /// <summary>The consent is for another purpose.</summary>
    public const string WrongPurpose = "Vault:WrongPurpose";

    /// <summary>The consent was revoked.</summary>
    public const string ConsentRevoked = "Vault:ConsentRevoked";

    /// <summary>The consent has expired.</summary>
    public const string ConsentExpired = "Vault:ConsentExpired";

    /// <summary>The use asks for a second factor proven in the last minutes.</summary>
    public const string FreshFactorRequired = "Vault:FreshFactorRequired";

    /// <summary>Another host renews the secret and did not finish in time.</summary>
    public const string LeaseTaken = "Vault:LeaseTaken";

    /// <summary>Nobody is signed in, or no company is open.</summary>
    public const string NobodyAsks = "Vault:NobodyAsks";

    /// <summary>A text is empty or too long.</summary>
    public const string TextLength = "Vault:TextLength";

    /// <summary>A secret is empty or too long; it is not told again.</summary>
    public const string SecretLength = "Vault:SecretLength";

    /// <summary>A consent that would be over as soon as it is given.</summary>
    public const string ValidUntilPast = "Vault:ValidUntilPast";

    /// <summary>The cursor was not given out by the list.</summary>
    public const string CursorInvalid = "Vault:CursorInvalid";

    /// <summary>A page size out of its range.</summary>
    public const string PageSize = "Vault:PageSize";
}
