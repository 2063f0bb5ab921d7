namespace Platform.Sepa;

/// <summary>Edition of the direct-debit file that a bank takes.</summary>
public enum Pain008Version
{
    /// <summary>pain.008.001.02, ISO edition 2009: banks end it around November 2026.</summary>
    V02,

    /// <summary>pain.008.001.08, ISO edition 2019: the scheme version since 17 March 2024.</summary>
    V08,
}

/// <summary>How addresses are written.</summary>
public enum AddressStyle
{
    /// <summary>
    /// Street, number, postal code, town and country in their own elements; free lines, if given, beside town and country (hybrid).
    /// Compulsory since 15 November 2026.
    /// </summary>
    Structured,

    /// <summary>Country and free lines only: for banks whose 2009 edition knows nothing else.</summary>
    CountryAndLines,
}

/// <summary>Where "SMNDA" (same mandate, new debtor account) stands.</summary>
public enum NewDebtorAccountPlace
{
    /// <summary>OrgnlDbtrAcct/Id/Othr/Id: EPC guidelines since November 2016.</summary>
    OriginalDebtorAccount,

    /// <summary>OrgnlDbtrAgt/FinInstnId/Othr/Id: what some banks still ask for.</summary>
    OriginalDebtorAgent,
}
