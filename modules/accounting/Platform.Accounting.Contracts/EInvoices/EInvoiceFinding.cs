namespace Platform.Accounting;

/// <summary>How bad a finding is.</summary>
public enum EInvoiceSeverity
{
    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>The invoice breaks a rule of EN 16931, or cannot be paid as it is.</summary>
    Error,
}

/// <summary>Something wrong in an e-invoice; it is shown all the same.</summary>
/// <param name="Code">Stable, of <see cref="AccountingErrorCodes"/>; its text has the places {place}, {value} and {expected}.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Place">Business term of EN 16931: "BT-84".</param>
/// <param name="Value">What stands there, culture-invariant; null where nothing does.</param>
/// <param name="Rule">The broken rule: of EN 16931 "BR-CO-10", or the standard that says so.</param>
/// <param name="Expected">What should stand there, where that is known.</param>
public sealed record EInvoiceFinding(string Code, EInvoiceSeverity Severity, string Place, string? Value, string Rule, string? Expected = null);
