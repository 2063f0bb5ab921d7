namespace Platform.Sepa;

/// <summary>A message with orders that is read: which of its elements mean something here, by their paths below PmtInf.</summary>
internal sealed record PaymentMessage(
    string Name, ImportFormat Format, ImportKind Kind, string Root, string Transaction, IReadOnlyList<(ImportField Field, string Path)> Elements)
{
    private const string Prefix = "urn:iso:std:iso:20022:tech:xsd:";
    private const string Debit = "DrctDbtTxInf";
    private const string Credit = "CdtTrfTxInf";

    private static readonly PaymentMessage[] All =
    [
        Debits("pain.008.001.02", "BIC"), Debits("pain.008.001.08", "BICFI"),
        Transfers("pain.001.001.03", "BIC", [(ImportField.ExecutionDate, "ReqdExctnDt")]),
        Transfers("pain.001.001.09", "BICFI", [(ImportField.ExecutionDate, "ReqdExctnDt/Dt"), (ImportField.ExecutionDate, "ReqdExctnDt/DtTm")]),
    ];

    public static PaymentMessage? Of(string xmlNamespace) => Array.Find(All, m => xmlNamespace == Prefix + m.Name);

    // What a block says of all its orders, one of them may say of itself.
    private static PaymentMessage Debits(string name, string bic) => new(
        name, ImportFormat.Pain008, ImportKind.Collections, "CstmrDrctDbtInitn", Debit,
        [
            (ImportField.MandateReference, $"{Debit}/DrctDbtTx/MndtRltdInf/MndtId"),
            (ImportField.SignedOn, $"{Debit}/DrctDbtTx/MndtRltdInf/DtOfSgntr"),
            (ImportField.Scheme, "PmtTpInf/LclInstrm/Cd"), (ImportField.Scheme, $"{Debit}/PmtTpInf/LclInstrm/Cd"),
            (ImportField.SequenceType, "PmtTpInf/SeqTp"), (ImportField.SequenceType, $"{Debit}/PmtTpInf/SeqTp"),
            (ImportField.CollectionDate, "ReqdColltnDt"),
            (ImportField.EndToEndId, $"{Debit}/PmtId/EndToEndId"),
            (ImportField.Amount, $"{Debit}/InstdAmt"),
            (ImportField.DebtorBic, $"{Debit}/DbtrAgt/FinInstnId/{bic}"),
            (ImportField.DebtorIban, $"{Debit}/DbtrAcct/Id/IBAN"),
            .. Party(ImportField.DebtorName, $"{Debit}/Dbtr"), .. Remittance(Debit),
        ]);

    private static PaymentMessage Transfers(string name, string bic, IEnumerable<(ImportField, string)> date) => new(
        name, ImportFormat.Pain001, ImportKind.Transfers, "CstmrCdtTrfInitn", Credit,
        [
            .. date,
            (ImportField.EndToEndId, $"{Credit}/PmtId/EndToEndId"),
            (ImportField.Amount, $"{Credit}/Amt/InstdAmt"),
            (ImportField.CreditorBic, $"{Credit}/CdtrAgt/FinInstnId/{bic}"),
            (ImportField.CreditorIban, $"{Credit}/CdtrAcct/Id/IBAN"),
            .. Party(ImportField.CreditorName, $"{Credit}/Cdtr"), .. Remittance(Credit),
        ]);

    private static IEnumerable<(ImportField, string)> Party(ImportField name, string path) =>
    [
        (name, $"{path}/Nm"), (ImportField.Street, $"{path}/PstlAdr/StrtNm"), (ImportField.BuildingNumber, $"{path}/PstlAdr/BldgNb"),
        (ImportField.PostalCode, $"{path}/PstlAdr/PstCd"), (ImportField.Town, $"{path}/PstlAdr/TwnNm"), (ImportField.Country, $"{path}/PstlAdr/Ctry"),
        (ImportField.AddressLine1, $"{path}/PstlAdr/AdrLine[1]"), (ImportField.AddressLine2, $"{path}/PstlAdr/AdrLine[2]"),
    ];

    // Orders have one text: a structured reference becomes part of it.
    private static IEnumerable<(ImportField, string)> Remittance(string transaction) =>
        [(ImportField.RemittanceText, $"{transaction}/RmtInf/Ustrd"), (ImportField.RemittanceText, $"{transaction}/RmtInf/Strd/CdtrRefInf/Ref")];
}
