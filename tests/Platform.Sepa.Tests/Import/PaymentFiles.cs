using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

/// <summary>Payment files as text and as orders, and what reading them gives.</summary>
internal static class PaymentFiles
{
    public const string Iban = "FR7616958230040009668127476";

    private const string Prefix = "urn:iso:std:iso:20022:tech:xsd:";

    private static readonly DateOnly Day = new(2026, 12, 1);

    public static Gen<Pain008Transaction> Debit { get; } =
        from order in Order
        from scheme in Gen.Elements(Enum.GetValues<SddScheme>())
        from sequence in Gen.Elements(Enum.GetValues<SequenceType>())
        from mandate in Arbitraries.SepaText(35).Where(t => MandateReference.TryParse(t, out var m, out _) && m.Value == t)
        from signed in Gen.Choose(1, 3000)
        select new Pain008Transaction
        {
            Block = new(scheme, sequence, order.Day),
            EndToEndId = order.Reference,
            AmountCents = order.Cents,
            MandateReference = mandate,
            SignedOn = Day.AddDays(-signed),
            DebtorName = order.Name,
            DebtorIban = order.Iban,
            DebtorBic = order.Bic,
            DebtorAddress = order.Address,
            RemittanceText = order.Text,
        };

    public static Gen<Pain001Transaction> Credit { get; } =
        from order in Order
        select new Pain001Transaction
        {
            ExecutionDate = order.Day,
            EndToEndId = order.Reference,
            AmountCents = order.Cents,
            CreditorName = order.Name,
            CreditorIban = order.Iban,
            CreditorBic = order.Bic,
            CreditorAddress = order.Address,
            RemittanceText = order.Text,
        };

    private static Gen<(DateOnly Day, string Reference, long Cents, string Name, string Iban, string? Bic, PostalAddress? Address, string? Text)> Order =>
        from day in Gen.Choose(0, 2)
        from reference in Arbitraries.SepaText(35).Where(t => EndToEndId.TryParse(t, out var e, out _) && e.Value == t && t != "NOTPROVIDED")
        from cents in Gen.Choose(1, 999_999_999)
        from name in Text(SepaLengths.Name)
        from iban in Arbitraries.Iban.Generator.Where(i => i.IsSepa)
        from bic in Maybe(Gen.Elements("BNPAFRPPXXX", "DEUTDEFF"))
        from address in Gen.OneOf(Gen.Constant<PostalAddress?>(null), Address.Select(a => (PostalAddress?)a))
        from text in Maybe(Text(SepaLengths.Remittance))
        select (Day.AddDays(day), reference, (long)cents, name, iban.Value, bic, address, text);

    private static Gen<PostalAddress> Address =>
        from street in Maybe(Text(SepaLengths.Street))
        from number in Maybe(Text(SepaLengths.BuildingNumber))
        from code in Maybe(Text(SepaLengths.PostalCode))
        from town in Text(SepaLengths.Town)
        from country in Gen.Elements("FR", "DE", "BE")
        from line1 in Maybe(Text(SepaLengths.AddressLine))
        from line2 in line1 is null ? Gen.Constant<string?>(null) : Maybe(Text(SepaLengths.AddressLine))
        select new PostalAddress { Street = street, BuildingNumber = number, PostalCode = code, Town = town, Country = country, Line1 = line1, Line2 = line2 };

    public static string Debits(string orders, string? block = null, string version = "08", int count = 1, string sum = "12.34", string seal = "") =>
        $"<Document xmlns=\"{Prefix}pain.008.001.{version}\"><CstmrDrctDbtInitn><GrpHdr><MsgId>M</MsgId><NbOfTxs>{count}</NbOfTxs><CtrlSum>{sum}</CtrlSum></GrpHdr>"
        + $"<PmtInf>{block ?? "<PmtTpInf><LclInstrm><Cd>CORE</Cd></LclInstrm><SeqTp>RCUR</SeqTp></PmtTpInf><ReqdColltnDt>2026-12-01</ReqdColltnDt>"}{orders}</PmtInf>{seal}</CstmrDrctDbtInitn></Document>";

    public static string Debit1(string reference = "E-1", string mandate = "M-1", string amount = "12.34", string name = "Éric", string iban = Iban) =>
        $"<DrctDbtTxInf><PmtId><EndToEndId>{reference}</EndToEndId></PmtId><InstdAmt Ccy=\"EUR\">{amount}</InstdAmt>"
        + $"<DrctDbtTx><MndtRltdInf><MndtId>{mandate}</MndtId><DtOfSgntr>2026-01-15</DtOfSgntr></MndtRltdInf></DrctDbtTx><Dbtr><Nm>{name}</Nm></Dbtr>"
        + $"<DbtrAcct><Id><IBAN>{iban}</IBAN></Id></DbtrAcct><RmtInf><Ustrd>Invoice 7</Ustrd></RmtInf></DrctDbtTxInf>";

    public static string Credits(string orders, int count = 1, string sum = "12.34") =>
        $"<Document xmlns=\"{Prefix}pain.001.001.09\"><CstmrCdtTrfInitn><GrpHdr><MsgId>M</MsgId><NbOfTxs>{count}</NbOfTxs><CtrlSum>{sum}</CtrlSum></GrpHdr>"
        + $"<PmtInf><ReqdExctnDt><Dt>2026-12-01</Dt></ReqdExctnDt>{orders}</PmtInf></CstmrCdtTrfInitn></Document>";

    public static string Credit1(string reference = "E-1", string name = "Acme GmbH", string iban = "DE89370400440532013000", string amount = "12.34") =>
        $"<CdtTrfTxInf><PmtId><EndToEndId>{reference}</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"EUR\">{amount}</InstdAmt></Amt><Cdtr><Nm>{name}</Nm></Cdtr>"
        + $"<CdtrAcct><Id><IBAN>{iban}</IBAN></Id></CdtrAcct></CdtTrfTxInf>";

    public static List<IReadOnlyDictionary<ImportField, string>> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    /// <summary>Filled cells of each row by their meaning.</summary>
    public static List<IReadOnlyDictionary<ImportField, string>> Read(byte[] file)
    {
        var document = PaymentDocument.Open(new MemoryStream(file));
        return [.. Rows(document).Select(r => document.Columns.Where(c => r.Cells[c.Value].Length > 0).ToDictionary(c => c.Key, c => r.Cells[c.Value]))];
    }

    public static IEnumerable<FileRow> Rows(IRowSource source) => source.ReadRowsAsync(DecimalSign.Point, TestContext.Current.CancellationToken).ToBlockingEnumerable();

    private static Gen<string> Text(int length) => Arbitraries.SepaText(length).Select(t => t.Trim()).Where(t => t.Length > 0);

    private static Gen<string?> Maybe(Gen<string> text) => Gen.OneOf(Gen.Constant<string?>(null), text.Select(t => (string?)t));
}
