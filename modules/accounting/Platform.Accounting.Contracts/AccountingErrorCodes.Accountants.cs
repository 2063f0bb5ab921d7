namespace Platform.Accounting;

/// <content>Of accountants.</content>
public static partial class AccountingErrorCodes
{
    /// <summary>More than 35 characters (ISO 20022 Max35Text).</summary>
    public const string Max35 = "Accounting:Max35";

    /// <summary>More than 140 characters (ISO 20022 Max140Text).</summary>
    public const string Max140 = "Accounting:Max140";

    /// <summary>Not one e-mail address.</summary>
    public const string EmailFormat = "Accounting:EmailFormat";

    /// <summary>Something else than digits, spaces and + ( ) . / - in a telephone number.</summary>
    public const string PhoneFormat = "Accounting:PhoneFormat";

    /// <summary>None of the languages that the product writes.</summary>
    public const string LanguageUnknown = "Accounting:LanguageUnknown";
}
