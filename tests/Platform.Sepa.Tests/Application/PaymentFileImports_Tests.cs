using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>pain.001, pain.008 and workbooks go through the same staging, checks, correction and confirmation as CSV.</summary>
[Trait("Req", "SEP-04")]
public sealed class PaymentFileImports_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Debits_OnKnownMandates_BecomeCollections(TestDatabase database)
    {
        var company = await NewAsync(database);
        await company.AddMandateAsync("M-1");
        var import = await company.StageAsync(ImportKind.Mandates, PaymentFiles.Debits(PaymentFiles.Debit1()), "debits.xml");
        import.ShouldSatisfyAllConditions(
            i => i.Kind.ShouldBe(ImportKind.Collections), i => i.Format.ShouldBe(ImportFormat.Pain008), i => (i.ValidRows, i.InvalidRows, i.ValidTotal).ShouldBe((1, 0, 12.34m)));
        (await OrdersAsync(company)).ShouldBe(0);
        (await company.ConfirmAsync(import.Id)).Total.ShouldBe(12.34m);
        var order = (await company.RunAsync<ICollectionAppService, PagedResult<CollectionDto>>(s => s.GetListAsync(new GetCollectionsInput()))).Items.ShouldHaveSingleItem();
        order.ShouldSatisfyAllConditions(o => o.EndToEndId.ShouldBe("E-1"), o => o.MandateReference.ShouldBe("M-1"), o => o.RequestedOn.ShouldBe(new DateOnly(2026, 12, 1)));
    }

    [Theory, Databases]
    public async Task Debits_OnUnknownMandates_NameThemAndOfferThem(TestDatabase database)
    {
        var company = await NewAsync(database);
        var orders = PaymentFiles.Debit1() + PaymentFiles.Debit1("E-2") + PaymentFiles.Debit1("E-3", "M-2", name: "-Zoé");
        var import = await company.StageAsync(ImportKind.Collections, PaymentFiles.Debits(orders, count: 3, sum: "37.02"));
        var finding = (await company.RowsAsync(import.Id, ImportRowState.Invalid))[2].Findings.ShouldHaveSingleItem();
        finding.ShouldSatisfyAllConditions(
            f => f.Code.ShouldBe(SepaErrorCodes.MandateUnknown), f => f.Value.ShouldBe("M-2"), f => f.Column.ShouldBe("PmtInf/DrctDbtTxInf/DrctDbtTx/MndtRltdInf/MndtId"));
        var mandates = await company.ImportsAsync(s => s.StageMandatesAsync(import.Id));
        (mandates.Kind, mandates.ValidRows, mandates.InvalidRows, mandates.DuplicateOf).ShouldBe((ImportKind.Mandates, 2, 0, null));
        (await company.ConfirmAsync(mandates.Id)).Imported.ShouldBe(2);
        (await company.ImportsAsync(s => s.RevalidateAsync(import.Id))).ValidRows.ShouldBe(3);
        (await company.ConfirmAsync(import.Id)).Imported.ShouldBe(3);
        var zoe = await company.RunAsync<SepaDbContext, Mandate>(db => db.Mandates.SingleAsync(m => m.Reference == "M-2"), CurrentUserInfo.None);
        (zoe.DebtorName, zoe.DebtorIban, zoe.SignedOn, zoe.Type).ShouldBe(("-Zoé", PaymentFiles.Iban, new DateOnly(2026, 1, 15), MandateType.Recurrent));
    }

    [Theory, Databases]
    public async Task Mandates_ThatDisagreeInOneFile_AreFoundTwice(TestDatabase database)
    {
        var company = await NewAsync(database);
        var orders = PaymentFiles.Debit1() + PaymentFiles.Debit1("E-2", iban: "FR7630002686660004371176857");
        var import = await company.StageAsync(ImportKind.Collections, PaymentFiles.Debits(orders, count: 2, sum: "24.68"));
        var mandates = await company.ImportsAsync(s => s.StageMandatesAsync(import.Id));
        (await company.RowsAsync(mandates.Id, ImportRowState.Invalid)).ShouldHaveSingleItem().Findings.ShouldContain(f => f.Code == SepaErrorCodes.MandateReferenceTwice);
    }

    [Theory, Databases]
    public async Task Debits_OnAnotherAccountThanTheMandates_SaySo(TestDatabase database)
    {
        var company = await NewAsync(database);
        await company.AddMandateAsync("M-1");
        var orders = PaymentFiles.Debit1() + PaymentFiles.Debit1("E-2", iban: "FR76 3000 2686 6600 0437 1176 857");
        var import = await company.StageAsync(ImportKind.Collections, PaymentFiles.Debits(orders, count: 2, sum: "24.68"));
        (import.ValidRows, import.WarningRows).ShouldBe((2, 1));
        var finding = (await company.RowsAsync(import.Id))[1].Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Value, finding.Column).ShouldBe((SepaErrorCodes.MandateAccountDiffers, "FR7630002686660004371176857", "PmtInf/DrctDbtTxInf/DbtrAcct/Id/IBAN"));
    }

    [Theory, Databases]
    [Trait("Req", "SEP-06")]
    public async Task Journey_FromOneCompanysFileToAnothersRemittance_CollectsTheSame(TestDatabase database)
    {
        var company = await NewAsync(database);
        foreach (var (reference, scheme, amount) in new[] { ("M-1", SddScheme.Core, 10.01m), ("M-2", SddScheme.Core, 20.02m) })
            await company.AddCollectionAsync((await company.AddMandateAsync(reference, m => m with { Scheme = scheme })).Id, amount, c => c with { RemittanceInformation = $"Invoice {reference}" });
        var written = await company.ApproveAsync(await company.SubmitAsync(await company.CreateRemittanceAsync(company.Account!.Value)));
        var download = await company.RemittancesAsync(s => s.DownloadAsync(written.Id), company.Approver);
        using var file = new MemoryStream();
        await using (download.Content)
            await download.Content.CopyToAsync(file, TestContext.Current.CancellationToken);
        var other = await NewAsync(database);
        var orders = await other.StageAsync(ImportKind.Collections, file.ToArray(), download.File.FileName);
        await other.ConfirmAsync((await other.ImportsAsync(s => s.StageMandatesAsync(orders.Id))).Id);
        (await other.ImportsAsync(s => s.RevalidateAsync(orders.Id))).InvalidRows.ShouldBe(0);
        (await other.ConfirmAsync(orders.Id)).Total.ShouldBe(30.03m);
        var remittance = await other.CreateRemittanceAsync(other.Account!.Value, selection: new OrderSelectionDto(orders.Id));
        (remittance.Total, remittance.ErrorCount).ShouldBe((30.03m, 0));
        remittance.Blocks.Select(b => (b.SequenceType, b.ExecutionDate, b.Count)).ShouldBe(written.Blocks.Select(b => (b.SequenceType, b.ExecutionDate, b.Count)));
    }

    [Theory, Databases]
    public async Task Transfers_WithMistakes_AreCorrectedAndPaid(TestDatabase database)
    {
        var company = await NewAsync(database);
        var orders = PaymentFiles.Credit1() + PaymentFiles.Credit1("E-2", iban: "DE89370400440532013001");
        var import = await company.StageAsync(ImportKind.Collections, PaymentFiles.Credits(orders, count: 2, sum: "24.68"));
        (import.Kind, import.ValidRows, import.InvalidRows).ShouldBe((ImportKind.Transfers, 1, 1));
        var wrong = (await company.RowsAsync(import.Id, ImportRowState.Invalid)).ShouldHaveSingleItem();
        (wrong.Line, wrong.Findings[0].Code, wrong.Findings[0].Column).ShouldBe((2, SepaErrorCodes.IbanCheckDigits, "PmtInf/CdtTrfTxInf/CdtrAcct/Id/IBAN"));
        var values = new Dictionary<ImportField, string?> { [ImportField.CreditorIban] = "DE89370400440532013000" };
        await company.ImportsAsync(s => s.CorrectRowAsync(import.Id, wrong.Id, new CorrectRowDto(values)));
        (await company.ConfirmAsync(import.Id)).Total.ShouldBe(24.68m);
        (await RefusedAsync(() => company.ImportsAsync(s => s.StageMandatesAsync(import.Id)))).ShouldBe(SepaErrorCodes.ImportHoldsNoMandates);
    }

    [Theory, Databases]
    public async Task PaymentFile_Again_IsNoticedAndNeverReadAnotherWay(TestDatabase database)
    {
        var company = await NewAsync(database);
        var file = PaymentFiles.Credits(PaymentFiles.Credit1("NOTPROVIDED"));
        var first = await company.StageAsync(ImportKind.Transfers, file);
        (await RefusedAsync(() => company.ImportsAsync(s => s.RereadAsync(first.Id, new RereadImportDto())))).ShouldBe(SepaErrorCodes.ImportReadingFixed);
        await company.ConfirmAsync(first.Id);
        var second = await company.StageAsync(ImportKind.Transfers, file);
        second.DuplicateOf.ShouldNotBeNull().Id.ShouldBe(first.Id);
        (await RefusedAsync(() => company.ConfirmAsync(second.Id))).ShouldBe(SepaErrorCodes.ImportSameFile);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Transfers_ByWhomItIsNot_AreRefusedWhateverTheUploadSays(TestDatabase database)
    {
        var company = await NewAsync(database);
        SepaHosts.Limit(company.Second, GrantBundle.Unlimited([SepaPermissions.Imports.Default]));
        var input = new StageImportInput(ImportKind.Mandates, "a.xml", new MemoryStream(Encoding.UTF8.GetBytes(PaymentFiles.Credits(PaymentFiles.Credit1()))));
        await Should.ThrowAsync<PermissionDeniedException>(() => company.RunAsync<IImportAppService, ImportBatchDto>(s => s.StageAsync(input), company.Second));
        await NothingAsync(company);
    }

    [Theory, Databases]
    public async Task Stage_BrokenBehindManyGoodOrders_LeavesNothing(TestDatabase database)
    {
        var company = await NewAsync(database);
        var orders = string.Concat(Enumerable.Range(1, 4_500).Select(i => PaymentFiles.Credit1($"E-{i}")));
        var whole = PaymentFiles.Credits(orders, 4_500, "55530");
        foreach (var (file, code) in new[]
        {
            (whole[..^30], SepaErrorCodes.PaymentFileMalformed), (whole.Replace("55530", "55531"), SepaErrorCodes.PaymentFileSum),
            (whole + whole, SepaErrorCodes.PaymentFileSeveral), (whole.Replace("E-4499</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"EUR\"", "E</EndToEndId></PmtId><Amt><InstdAmt Ccy=\"USD\""), SepaErrorCodes.PaymentFileCurrency),
        })
        {
            var refused = await Should.ThrowAsync<InputException>(() => company.StageAsync(ImportKind.Transfers, file), code);
            refused.Errors.ShouldHaveSingleItem().Code.ShouldBe(code);
            await NothingAsync(company);
        }

        (await company.StageAsync(ImportKind.Transfers, whole)).ValidRows.ShouldBe(4_500);
    }

    [Theory, Databases]
    public async Task Workbook_Imported_SharesTheMappingOfItsColumns(TestDatabase database)
    {
        var company = await NewAsync(database);
        var csv = await company.StageAsync(ImportKind.Mandates, $"code;jour;qui;compte\nM-1;2026-01-15;Eric;{PaymentFiles.Iban}\n");
        var mapping = new Dictionary<ImportField, int> { [ImportField.MandateReference] = 0, [ImportField.SignedOn] = 1, [ImportField.DebtorName] = 2, [ImportField.DebtorIban] = 3 };
        await company.ImportsAsync(s => s.RereadAsync(csv.Id, new RereadImportDto(Mapping: mapping)));
        string[] header = XlsxFiles.Texts("code", "jour", "qui", "compte");
        string[] Row(string code, string name) => [XlsxFiles.Text(code), XlsxFiles.Day(new DateTime(2026, 1, 15)), name, XlsxFiles.Text(PaymentFiles.Iban)];
        var import = await company.StageAsync(ImportKind.Mandates, XlsxFiles.Sheet(header, Row("M-2", XlsxFiles.Shared()), Row("M-3", XlsxFiles.Error("#N/A"))), "mandats.xlsx");
        (import.Format, import.ValidRows, import.InvalidRows).ShouldBe((ImportFormat.Xlsx, 1, 1));
        var error = (await company.RowsAsync(import.Id, ImportRowState.Invalid)).ShouldHaveSingleItem();
        (error.Line, error.Findings[0].Column, error.Findings[0].Code, error.Findings[0].Value).ShouldBe((3, "qui", SepaErrorCodes.CellError, "#N/A"));
        await company.ImportsAsync(s => s.SkipInvalidRowsAsync(import.Id));
        (await company.ConfirmAsync(import.Id)).Imported.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Workbook_ReadAgainWithAnotherDecimalSign_TakesNumbersAsTheyAre(TestDatabase database)
    {
        var company = await NewAsync(database);
        await company.AddMandateAsync("M-1");
        string[][] rows = [XlsxFiles.Texts("mandate", "amount"), [XlsxFiles.Text("M-1"), XlsxFiles.Number("1234.5")], [XlsxFiles.Text("M-1"), XlsxFiles.Text("2.000,5")]];
        var import = await company.StageAsync(ImportKind.Collections, XlsxFiles.Sheet(rows));
        (import.ValidTotal, import.Dialect.DecimalSign).ShouldBe((3235m, DecimalSign.Comma));
        var reread = await company.ImportsAsync(s => s.RereadAsync(import.Id, new RereadImportDto(import.Dialect with { DecimalSign = DecimalSign.Point })));
        (reread.ValidTotal, reread.InvalidRows).ShouldBe((1234.5m, 1));
    }

    [Fact]
    public async Task Stage_CsvOfUnknownContent_AsksForIt()
    {
        var company = await NewAsync(TestDatabase.Sqlite);
        var input = new StageImportInput(null, "a.csv", new MemoryStream("a;b\n1;2\n"u8.ToArray()));
        (await Should.ThrowAsync<InputException>(() => company.ImportsAsync(s => s.StageAsync(input)))).Errors[0].Code.ShouldBe(SepaErrorCodes.ImportKindMissing);
        await NothingAsync(company);
    }

    private async Task<SepaCompany> NewAsync(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await company.AddAccountAsync();
        return company;
    }

    private static Task<int> OrdersAsync(SepaCompany company) => company.RunAsync<SepaDbContext, int>(db => db.Orders.CountAsync(), CurrentUserInfo.None);

    private static async Task NothingAsync(SepaCompany company)
    {
        (await company.ImportsAsync(s => s.GetListAsync(new GetImportsInput()))).TotalCount.ShouldBe(0);
        (await company.RunAsync<SepaDbContext, int>(db => db.ImportRows.CountAsync())).ShouldBe(0);
    }

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Should.ThrowAsync<BusinessException>(act)).Code;
}
