namespace Platform.Vault;

/// <summary>Stable error codes of the Vault module, also the keys of their texts.</summary>
public static class VaultErrorCodes
{
    /// <summary>A note without a title.</summary>
    public const string TitleRequired = "Vault:TitleRequired";

    /// <summary>A title of more than 120 characters.</summary>
    public const string TitleTooLong = "Vault:TitleTooLong";

    /// <summary>The company has a note with this title.</summary>
    public const string TitleTaken = "Vault:TitleTaken";

    /// <summary>A text of more than 2,000 characters.</summary>
    public const string TextTooLong = "Vault:TextTooLong";

    /// <summary>The cursor was not given out by the list.</summary>
    public const string CursorInvalid = "Vault:CursorInvalid";
}
