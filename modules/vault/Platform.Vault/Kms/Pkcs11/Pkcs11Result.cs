namespace Platform.Vault;

/// <summary>CK_RV: the answers that are told apart.</summary>
internal static class Pkcs11Result
{
    public const nuint Ok = 0;
    public const nuint GeneralError = 0x5;
    public const nuint FunctionFailed = 0x6;
    public const nuint DataInvalid = 0x20;
    public const nuint DataLengthRange = 0x21;
    public const nuint EncryptedDataInvalid = 0x40;
    public const nuint EncryptedDataLengthRange = 0x41;
    public const nuint AeadDecryptFailed = 0x42;
    public const nuint PinIncorrect = 0xA0;
    public const nuint UserAlreadyLoggedIn = 0x100;
    public const nuint WrappedKeyInvalid = 0x110;
    public const nuint WrappedKeyLengthRange = 0x112;
    public const nuint AlreadyInitialized = 0x191;

    public static bool IsRefusalOfData(nuint result) => result is DataInvalid or DataLengthRange or EncryptedDataInvalid
        or EncryptedDataLengthRange or AeadDecryptFailed or WrappedKeyInvalid or WrappedKeyLengthRange;

    /// <summary>Said by some tokens of altered data, by others of themselves.</summary>
    public static bool IsAmbiguous(nuint result) => result is GeneralError or FunctionFailed;
}
