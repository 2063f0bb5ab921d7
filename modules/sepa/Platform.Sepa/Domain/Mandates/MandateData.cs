namespace Platform.Sepa;

/// <summary>Everything of a mandate that a person or a file gives, checked.</summary>
internal sealed record MandateData(
    MandateReference Reference, SddScheme Scheme, MandateType Type, DateOnly? SignedOn, string DebtorName, Iban DebtorIban, Bic? DebtorBic,
    PostalAddress? Address, string? Email, string? Language,
    Guid? CustomerId = null);
