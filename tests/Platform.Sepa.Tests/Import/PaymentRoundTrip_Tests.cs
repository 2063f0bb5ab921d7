using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

/// <summary>What is written to the bank is read back as the same orders: both sides of the messages agree.</summary>
[Trait("Req", "SEP-04")]
[Trait("Req", "SEP-06")]
public sealed class PaymentRoundTrip_Tests
{
    private static readonly Config Enough = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Theory]
    [InlineData(Pain008Version.V02)]
    [InlineData(Pain008Version.V08)]
    public void Debits_AnyOrders_ComeBackAsTheyWere(Pain008Version version) => Prop.ForAll(Many(PaymentFiles.Debit), orders =>
    {
        var sorted = orders.GroupBy(o => o.Block).SelectMany(g => g).ToList();
        var file = Pain008Samples.WriteAsync(new(version), Pain008Samples.Message(sorted), sorted).GetAwaiter().GetResult();
        var document = PaymentDocument.Open(file);
        var rows = PaymentFiles.Rows(document).ToList();
        PaymentFiles.Read(file.ToArray()).ShouldBe(sorted.Select(Cells), ignoreOrder: false, comparer: SameCells);
        var columns = ColumnMap.Fixed(document.Header, document.Columns);
        rows.Select(r => MandateRow.Parse(r, columns).Draft!).ShouldBe(sorted.Select(Mandate));
        rows.Select(r => CollectionRow.Parse(r, columns, DecimalSign.Point).Draft!).ShouldBe(sorted.Select(Collection));
    }).Check(Enough);

    [Theory]
    [InlineData(Pain001Version.V03)]
    [InlineData(Pain001Version.V09)]
    public void Transfers_AnyOrders_ComeBackAsTheyWere(Pain001Version version) => Prop.ForAll(Many(PaymentFiles.Credit), orders =>
    {
        var sorted = orders.GroupBy(o => o.ExecutionDate).SelectMany(g => g).ToList();
        using var file = new MemoryStream();
        new Pain001Writer(new(version)).WriteAsync(file, Message(sorted), sorted.ToAsyncEnumerable(), CancellationToken.None).GetAwaiter().GetResult();
        var document = PaymentDocument.Open(file);
        PaymentFiles.Read(file.ToArray()).ShouldBe(sorted.Select(Cells), ignoreOrder: false, comparer: SameCells);
        var columns = ColumnMap.Fixed(document.Header, document.Columns);
        PaymentFiles.Rows(document).Select(r => TransferRow.Parse(r, columns, DecimalSign.Point).Draft!).ShouldBe(sorted.Select(Transfer));
    }).Check(Enough);

    [Fact]
    public async Task Debits_AddressAsCountryAndLines_ComesBackAsWritten()
    {
        var address = new PostalAddress { Country = "FR", Line1 = "Résidence du Parc", Street = "rue de la Paix", BuildingNumber = "1", PostalCode = "75002", Town = "Paris" };
        Pain008Transaction[] orders = [Pain008Samples.Transaction(1, Pain008Samples.Key(0)) with { DebtorAddress = address }];
        using var file = await Pain008Samples.WriteAsync(new(Pain008Version.V02, AddressStyle.CountryAndLines), Pain008Samples.Message(orders), orders);
        var cells = PaymentFiles.Read(file.ToArray()).ShouldHaveSingleItem();
        (cells[ImportField.Country], cells[ImportField.AddressLine1], cells[ImportField.AddressLine2]).ShouldBe(("FR", "Résidence du Parc", "rue de la Paix 1 75002 Paris"));
    }

    private static readonly IEqualityComparer<IReadOnlyDictionary<ImportField, string>> SameCells =
        EqualityComparer<IReadOnlyDictionary<ImportField, string>>.Create((a, b) => a!.OrderBy(c => c.Key).SequenceEqual(b!.OrderBy(c => c.Key)), c => c.Count);

    private static Arbitrary<List<T>> Many<T>(Gen<T> order) => Gen.Choose(1, 6).SelectMany(n => order.ListOf(n)).Select(l => l.ToList()).ToArbitrary();

    private static IReadOnlyDictionary<ImportField, string> Cells(Pain008Transaction t) => Filled(
    [
        (ImportField.MandateReference, t.MandateReference), (ImportField.SignedOn, Day(t.SignedOn)), (ImportField.Scheme, t.Block.Scheme.ToCode()),
        (ImportField.SequenceType, t.Block.SequenceType.ToCode()), (ImportField.CollectionDate, Day(t.Block.CollectionDate)),
        (ImportField.EndToEndId, t.EndToEndId), (ImportField.Amount, Amount(t.AmountCents)), (ImportField.DebtorName, t.DebtorName),
        (ImportField.DebtorIban, t.DebtorIban), (ImportField.DebtorBic, t.DebtorBic), (ImportField.RemittanceText, t.RemittanceText), .. Address(t.DebtorAddress),
    ]);

    private static IReadOnlyDictionary<ImportField, string> Cells(Pain001Transaction t) => Filled(
    [
        (ImportField.ExecutionDate, Day(t.ExecutionDate)), (ImportField.EndToEndId, t.EndToEndId), (ImportField.Amount, Amount(t.AmountCents)),
        (ImportField.CreditorName, t.CreditorName), (ImportField.CreditorIban, t.CreditorIban), (ImportField.CreditorBic, t.CreditorBic),
        (ImportField.RemittanceText, t.RemittanceText), .. Address(t.CreditorAddress),
    ]);

    private static IEnumerable<(ImportField, string?)> Address(PostalAddress? a) =>
    [
        (ImportField.Street, a?.Street), (ImportField.BuildingNumber, a?.BuildingNumber), (ImportField.PostalCode, a?.PostalCode), (ImportField.Town, a?.Town),
        (ImportField.Country, a?.Country), (ImportField.AddressLine1, a?.Line1), (ImportField.AddressLine2, a?.Line2),
    ];

    private static Dictionary<ImportField, string> Filled(IEnumerable<(ImportField Field, string? Text)> cells) =>
        cells.Where(c => c.Text is not null).ToDictionary(c => c.Field, c => c.Text!);

    private static MandateDraft Mandate(Pain008Transaction t) => new(
        Parsed<MandateReference>(t.MandateReference), t.SignedOn, t.DebtorName, Parsed<Iban>(t.DebtorIban), Bic(t.DebtorBic), t.Block.Scheme, t.Block.SequenceType, t.DebtorAddress);

    private static CollectionDraft Collection(Pain008Transaction t) => new(
        Parsed<MandateReference>(t.MandateReference), SepaAmount.FromCents(t.AmountCents), t.Block.CollectionDate, Parsed<EndToEndId>(t.EndToEndId), null,
        t.RemittanceText, t.Block.SequenceType, t.DebtorIban);

    private static TransferDraft Transfer(Pain001Transaction t) => new(
        new PartyData(t.CreditorName, Parsed<Iban>(t.CreditorIban), Bic(t.CreditorBic), t.CreditorAddress), SepaAmount.FromCents(t.AmountCents), t.ExecutionDate,
        Parsed<EndToEndId>(t.EndToEndId), null, t.RemittanceText);

    private static Bic? Bic(string? text) => text is null ? null : Parsed<Bic>(text);

    private static T Parsed<T>(string text) where T : struct, ISepaValue<T> => T.TryParse(text, out var value, out var code) ? value : throw new InvalidOperationException(code);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Amount(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static Pain001Message Message(List<Pain001Transaction> orders) => new()
    {
        MessageId = "SCT-2026-000001",
        CreatedAt = new DateTime(2026, 11, 22, 9, 30, 47, DateTimeKind.Utc),
        Debtor = new Pain001Debtor("Societe Exemple SARL", "FR1420041010050500013M02606", null),
        Blocks = [.. orders.GroupBy(o => o.ExecutionDate).Select((g, i) => new Pain001Block($"B-{i}", g.Key, g.Count(), g.Sum(o => o.AmountCents)))],
    };
}
