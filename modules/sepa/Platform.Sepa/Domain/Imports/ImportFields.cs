namespace Platform.Sepa;

internal static class ImportFields
{
    private static readonly ImportField[] MandateFields =
    [
        ImportField.MandateReference, ImportField.Scheme, ImportField.SequenceType, ImportField.SignedOn, ImportField.DebtorName,
        ImportField.DebtorIban, ImportField.DebtorBic, ImportField.Street, ImportField.BuildingNumber, ImportField.PostalCode, ImportField.Town,
        ImportField.Country, ImportField.AddressLine1, ImportField.AddressLine2, ImportField.Email, ImportField.Language,
        ImportField.CustomerCode,
    ];

    private static readonly ImportField[] CollectionFields =
    [
        ImportField.MandateReference, ImportField.Amount, ImportField.CollectionDate, ImportField.EndToEndId, ImportField.InvoiceNumber,
        ImportField.RemittanceText, ImportField.SequenceType,
    ];

    private static readonly ImportField[] TransferFields =
    [
        ImportField.CreditorName, ImportField.CreditorIban, ImportField.CreditorBic, ImportField.Amount, ImportField.ExecutionDate,
        ImportField.EndToEndId, ImportField.InvoiceNumber, ImportField.RemittanceText, ImportField.Street, ImportField.BuildingNumber,
        ImportField.PostalCode, ImportField.Town, ImportField.Country, ImportField.AddressLine1, ImportField.AddressLine2,
    ];

    /// <summary>What of a payment file is taken; debits repeat the account of their mandate, which is compared.</summary>
    public static bool IsRead(ImportField field, ImportKind kind) =>
        Of(kind).Contains(field) || (kind == ImportKind.Collections && field == ImportField.DebtorIban);

    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind switch
    {
        ImportKind.Mandates => MandateFields,
        ImportKind.Collections => CollectionFields,
        _ => TransferFields,
    };

    public static IReadOnlyList<ImportField> Required(ImportKind kind) => kind switch
    {
        ImportKind.Mandates => ColumnMap.MandateFields,
        ImportKind.Collections => ColumnMap.CollectionFields,
        _ => ColumnMap.TransferFields,
    };
}
