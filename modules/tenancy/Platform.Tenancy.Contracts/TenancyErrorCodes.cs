namespace Platform.Tenancy;

/// <summary>Stable error codes of the Tenancy module, also the keys of their texts.</summary>
public static class TenancyErrorCodes
{
    /// <summary>A value is needed and was empty.</summary>
    public const string Required = "Tenancy:Required";

    /// <summary>More than 16 characters (ISO 20022 Max16Text).</summary>
    public const string Max16 = "Tenancy:Max16";

    /// <summary>More than 35 characters (ISO 20022 Max35Text).</summary>
    public const string Max35 = "Tenancy:Max35";

    /// <summary>More than 70 characters (ISO 20022 Max70Text).</summary>
    public const string Max70 = "Tenancy:Max70";

    /// <summary>More than 140 characters (ISO 20022 Max140Text).</summary>
    public const string Max140 = "Tenancy:Max140";

    /// <summary>A line break or another control character.</summary>
    public const string Characters = "Tenancy:Characters";

    /// <summary>The first two letters are no VAT prefix of the EU or Northern Ireland.</summary>
    public const string VatCountry = "Tenancy:VatCountry";

    /// <summary>Wrong length, or a letter where the country has a digit, or the reverse.</summary>
    public const string VatFormat = "Tenancy:VatFormat";

    /// <summary>The check digits do not fit: usually a typing error.</summary>
    public const string VatCheckDigits = "Tenancy:VatCheckDigits";

    /// <summary>Not two letters of ISO 3166-1.</summary>
    public const string CountryUnknown = "Tenancy:CountryUnknown";

    /// <summary>Not one e-mail address.</summary>
    public const string EmailFormat = "Tenancy:EmailFormat";

    /// <summary>Something else than digits, spaces and + ( ) . / - in a telephone number.</summary>
    public const string PhoneFormat = "Tenancy:PhoneFormat";

    /// <summary>Not one of <see cref="CompanyLanguages"/>.</summary>
    public const string LanguageUnknown = "Tenancy:LanguageUnknown";

    /// <summary>Not "#rrggbb".</summary>
    public const string ColorFormat = "Tenancy:ColorFormat";

    /// <summary>Not 2 to 40 lower-case letters, digits and single hyphens between them.</summary>
    public const string SlugFormat = "Tenancy:SlugFormat";

    /// <summary>Another company has it.</summary>
    public const string SlugTaken = "Tenancy:SlugTaken";

    /// <summary>No module declares this tenant type.</summary>
    public const string TenantTypeUnknown = "Tenancy:TenantTypeUnknown";

    /// <summary>No module declares this kind of engagement.</summary>
    public const string EngagementKind = "Tenancy:EngagementKind";

    /// <summary>No such firm, or it does not do this kind of work, or it is the company itself.</summary>
    public const string EngagementFirm = "Tenancy:EngagementFirm";

    /// <summary>The kind of engagement cannot grant this permission.</summary>
    public const string EngagementScope = "Tenancy:EngagementScope";

    /// <summary>The firm was asked already, or works for the company already.</summary>
    public const string EngagementExists = "Tenancy:EngagementExists";

    /// <summary>The engagement was answered, refused or ended in the meantime.</summary>
    public const string EngagementClosed = "Tenancy:EngagementClosed";

    /// <summary>Nobody grants a firm what they do not hold themselves, whole.</summary>
    public const string ScopeNotHeld = "Tenancy:ScopeNotHeld";

    /// <summary>The cursor was not given out by the list.</summary>
    public const string CursorInvalid = "Tenancy:CursorInvalid";

    /// <summary>The installation lets nobody found companies.</summary>
    public const string SignUpClosed = "Tenancy:SignUpClosed";

    /// <summary>A company with this VAT number is here already: its administrators invite people.</summary>
    public const string VatTaken = "Tenancy:VatTaken";

    /// <summary>The person is in as many companies on trial as may be.</summary>
    public const string TooManyTrials = "Tenancy:TooManyTrials";

    /// <summary>Not 1 to 90 days.</summary>
    public const string TrialDays = "Tenancy:TrialDays";

    /// <summary>The company closed its account.</summary>
    public const string CompanyClosed = "Tenancy:CompanyClosed";

    /// <summary>The account is closed already.</summary>
    public const string ClosingDone = "Tenancy:ClosingDone";

    /// <summary>There is no closing to take back, or the erasure has begun.</summary>
    public const string ClosingNone = "Tenancy:ClosingNone";

    /// <summary>The company operates the installation.</summary>
    public const string ClosingOperator = "Tenancy:ClosingOperator";

    /// <summary>No export of everything is ready that was begun within the last 24 hours.</summary>
    public const string ClosingExport = "Tenancy:ClosingExport";

    /// <summary>A module names a reason against closing.</summary>
    public const string ClosingStopped = "Tenancy:ClosingStopped";

    /// <summary>Not the company's legal name.</summary>
    public const string ClosingName = "Tenancy:ClosingName";

    /// <summary>The company is in a group already.</summary>
    public const string GroupTaken = "Tenancy:GroupTaken";

    /// <summary>The person works in no company of the group.</summary>
    public const string GroupStranger = "Tenancy:GroupStranger";

    /// <summary>A group keeps one administrator.</summary>
    public const string GroupLastAdministrator = "Tenancy:GroupLastAdministrator";
}
