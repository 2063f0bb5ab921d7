namespace Platform.Sepa;

/// <summary>Edition of the credit-transfer file that a bank takes.</summary>
public enum Pain001Version
{
    /// <summary>pain.001.001.03, ISO edition 2009: banks end it around November 2026.</summary>
    V03,

    /// <summary>pain.001.001.09, ISO edition 2019: the scheme version since 17 March 2024.</summary>
    V09,
}
