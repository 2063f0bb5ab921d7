using System.Text;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Credit transfers from entry to bank answer, through the application services. The clock stands on a Monday.</summary>
[Trait("Req", "SEP-03")]
public sealed class Transfers_Tests(SepaHosts hosts)
{
    private const string Supplier = "DE89370400440532013000";
    private const string OtherAccount = "FR7616958230040009668127476";

    [Theory, Databases]
    [Trait("Req", "SEP-06")]
    public async Task Remittance_OfTransfers_GivesAValidFileThatPaysEachOnce(TestDatabase database)
    {
        var (company, account) = await OpenAsync(database);
        await AddAsync(company, 10.01m, t => t with { CreditorName = "Müller & Söhne", RemittanceInformation = "Facture n° 12" });
        await AddAsync(company, 20.02m, t => t with { RequestedOn = new DateOnly(2026, 11, 25) });
        var draft = await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct);
        draft.ShouldSatisfyAllConditions(
            r => r.Number.ShouldBe("SCT-2026-00001"), r => r.Total.ShouldBe(30.03m), r => r.ErrorCount.ShouldBe(0),
            r => r.Blocks.Select(b => (b.SequenceType, b.ExecutionDate, b.Count)).ShouldBe(
                [((SequenceType?)null, new DateOnly(2026, 11, 23), 1), (null, new DateOnly(2026, 11, 25), 1)]));
        (await FindingsAsync(company, draft)).ShouldContain(SepaErrorCodes.CreditorNameCharacters);
        var approved = await company.ApproveAsync(await company.SubmitAsync(draft));
        approved.File!.Format.ShouldBe("pain.001.001.09");
        var bytes = await FileAsync(company, approved);
        IsoSchema.Validate(new MemoryStream(bytes), Shared.File("iso20022", "iso", "pain.001.001.09.xsd")).ShouldBeEmpty();
        Encoding.UTF8.GetString(bytes).ShouldSatisfyAllConditions(
            x => x.ShouldContain("<NbOfTxs>2</NbOfTxs><CtrlSum>30.03</CtrlSum>"), x => x.ShouldContain("<Nm>Muller + Sohne</Nm>"),
            x => x.ShouldContain(Supplier), x => x.ShouldContain("<IBAN>FR7630004144520004633488212</IBAN>"));
        (await Should.ThrowAsync<BusinessException>(() => company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct))).Code.ShouldBe(SepaErrorCodes.NothingToCollect);
    }

    [Theory, Databases]
    public async Task Remittance_TakesOnlyItsOwnKind(TestDatabase database)
    {
        var (company, account) = await OpenAsync(database);
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 5m);
        await AddAsync(company, 7m);
        (await company.CreateRemittanceAsync(account.Id, PaymentScheme.SctInst)).Total.ShouldBe(7m);
        (await company.CreateRemittanceAsync(account.Id)).ShouldSatisfyAllConditions(r => r.Total.ShouldBe(5m), r => r.Number.ShouldBe("SDD-2026-00002"));
        (await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput()))).Items.Select(r => r.Scheme).ShouldBe([PaymentScheme.Core, PaymentScheme.SctInst]);
        (await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput(PageSize: 1)))).NextCursor.ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "SEP-05")]
    public async Task Dates_OfEachScheme_FollowItsOwnCalendar(TestDatabase database)
    {
        var (company, account) = await OpenAsync(database);
        await AddAsync(company, 7m, t => t with { RequestedOn = new DateOnly(2026, 11, 28) });
        var ordinary = await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct);
        (await FindingsAsync(company, ordinary)).ShouldContain(SepaErrorCodes.TransferDateClosed);
        await company.RemittancesAsync(s => s.CancelAsync(ordinary.Id, new RemittanceActInput(ordinary.ConcurrencyStamp)));
        var instant = await company.CreateRemittanceAsync(account.Id, PaymentScheme.SctInst);
        instant.ErrorCount.ShouldBe(0);
        Encoding.UTF8.GetString(await FileAsync(company, await company.ApproveAsync(await company.SubmitAsync(instant))))
            .ShouldContain("<LclInstrm><Cd>INST</Cd></LclInstrm></PmtTpInf><ReqdExctnDt><Dt>2026-11-28</Dt></ReqdExctnDt>");
    }

    [Theory, Databases]
    [Trait("Req", "SEP-05")]
    public async Task Checks_OfAnUnknownAccount_WarnOnceUntilItWasPaid(TestDatabase database)
    {
        var (company, account) = await OpenAsync(database);
        await AddAsync(company, 100m, t => t with { InvoiceNumber = "INV-1" });
        var first = await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct);
        (await FindingsAsync(company, first)).ShouldBe([SepaErrorCodes.FirstPayment]);
        await company.ApproveAsync(await company.SubmitAsync(first));
        await AddAsync(company, 100m, t => t with { InvoiceNumber = "INV-1" });
        await AddAsync(company, 90m, t => t with { CreditorIban = OtherAccount, InvoiceNumber = "INV-2" });
        await AddAsync(company, 501m);
        var second = await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct);
        (await FindingsAsync(company, second)).Order().ShouldBe(
            [SepaErrorCodes.FirstPayment, SepaErrorCodes.InvoicePaid, SepaErrorCodes.OtherIban, SepaErrorCodes.SameTransfer, SepaErrorCodes.UnusualTransfer]);
        second.ErrorCount.ShouldBe(1);
    }

    [Theory, Databases]
    [Trait("Req", "SEP-01")]
    public async Task Account_WithoutCreditorIdentifier_PaysAndCollectsNothing(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync(a => a with { CreditorIdentifier = null, Profile = new BankProfileDto(TransferVersion: Pain001Version.V03) });
        account.CreditorIdentifier.ShouldBeNull();
        await AddAsync(company, 7m);
        var approved = await company.ApproveAsync(await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct)));
        IsoSchema.Validate(new MemoryStream(await FileAsync(company, approved)), Shared.File("iso20022", "iso", "pain.001.001.03.xsd")).ShouldBeEmpty();
        (await Should.ThrowAsync<BusinessException>(() => company.CreateRemittanceAsync(account.Id))).Code.ShouldBe(SepaErrorCodes.AccountCannotCollect);
        (await Should.ThrowAsync<BusinessException>(() => company.AddMandateAsync("M-1", m => m with { CreditorAccountId = null }))).Code.ShouldBe(SepaErrorCodes.CreditorAccountMissing);
    }

    [Theory, Databases]
    public async Task Create_WithEveryFieldWrong_NamesEachWithItsCode(TestDatabase database)
    {
        var (company, _) = await OpenAsync(database);
        await AddAsync(company, 1m, t => t with { EndToEndId = "PAY-1" });
        var refused = await Should.ThrowAsync<InputException>(() => AddAsync(company, 0m, t => new CreateTransferDto(
            " ", "CH5604835012345678009", t.Amount, CreditorAddress: new AddressDto(Street: "Bahnhofstrasse"), RequestedOn: new DateOnly(2026, 11, 22),
            EndToEndId: "PAY-1", RemittanceInformation: new string('a', 141))));
        refused.Errors.Select(e => (e.Field, e.Code)).ShouldBe(
            [
                ("CreditorBic", SepaErrorCodes.BicMissing), ("Amount", SepaErrorCodes.AmountRange), ("RequestedOn", SepaErrorCodes.TransferDatePast),
                ("CreditorName", SepaErrorCodes.Required), ("Town", SepaErrorCodes.AddressIncomplete),
                ("RemittanceInformation", SepaErrorCodes.TextLength), ("EndToEndId", SepaErrorCodes.EndToEndIdTaken),
            ],
            ignoreOrder: true);
        (await TotalAsync(company)).ShouldBe(new OrderTotalDto(1, 1m));
    }

    [Theory, Databases]
    public async Task Cancel_OfWhatWaits_IsLastAndOfAnythingElseRefused(TestDatabase database)
    {
        var (company, account) = await OpenAsync(database);
        var waiting = await AddAsync(company, 1m);
        await company.RunAsync<ITransferAppService>(s => s.CancelAsync(waiting.Id));
        var taken = await AddAsync(company, 2m);
        await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct);
        foreach (var id in new[] { waiting.Id, taken.Id })
            (await Should.ThrowAsync<BusinessException>(() => company.RunAsync<ITransferAppService>(s => s.CancelAsync(id)))).Code.ShouldBe(SepaErrorCodes.OrderNotWaiting);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Transfers_WithoutTheRight_AreRefusedOnEveryPath(TestDatabase database)
    {
        var (company, account) = await OpenAsync(database);
        await AddAsync(company, 2m);
        SepaHosts.Limit(company.Second, GrantBundle.Unlimited([SepaPermissions.Transfers.Default, SepaPermissions.Remittances.Default, SepaPermissions.Remittances.Create]));
        var input = new CreateRemittanceDto(Guid.CreateVersion7(), account.Id, null, PaymentScheme.Sct, new OrderSelectionDto());
        await Should.ThrowAsync<PermissionDeniedException>(() => company.RemittancesAsync(s => s.CreateAsync(input), company.Second));
        await Should.ThrowAsync<PermissionDeniedException>(() => company.RemittancesAsync(s => s.PreviewAsync(account.Id, PaymentScheme.SctInst, new OrderSelectionDto()), company.Second));
        await Should.ThrowAsync<PermissionDeniedException>(() => company.RunAsync<ITransferAppService, TransferDto>(s => s.CreateAsync(Valid(1m)), company.Second));
        (await company.RunAsync<ITransferAppService, PagedResult<TransferDto>>(s => s.GetListAsync(new GetTransfersInput()), company.Second)).Items.Count.ShouldBe(1);
    }

    [Theory, Databases]
    [Trait("Req", "SEP-11")]
    public async Task BankAnswers_OnTransfers_AreMatchedAndFailuresPaidAgainOnce(TestDatabase database)
    {
        var (company, account) = await OpenAsync(database);
        var (rejected, paid, returned) = (await AddAsync(company, 1m), await AddAsync(company, 2m), await AddAsync(company, 3m));
        var approved = await company.ApproveAsync(await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct)));
        var message = approved.File!.MessageId;
        var orders = AnswerTexts.Order("RJCT", rejected.EndToEndId, "AC01") + AnswerTexts.Order("ACSC", paid.EndToEndId, null) + AnswerTexts.Order("ACSC", returned.EndToEndId, null);
        await ImportAsync(company, AnswerTexts.Report(message, null, $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{message}-001</OrgnlPmtInfId>{orders}</OrgnlPmtInfAndSts>", $"{Guid.CreateVersion7():N}")
            .Replace("pain.008.001.08", "pain.001.001.09", StringComparison.Ordinal));
        await ImportAsync(company, AnswerTexts.Statement(Booking("ICDT", "ESCT", 200, false, paid.EndToEndId) + Booking("ICDT", "RRTN", 300, true, returned.EndToEndId, "AC04")));
        (await StateAsync(company, rejected.Id)).ShouldBe((BankState.Rejected, "AC01"));
        (await StateAsync(company, paid.Id)).ShouldBe((BankState.Settled, null));
        (await StateAsync(company, returned.Id)).ShouldBe((BankState.Returned, "AC04"));
        var again = await company.RunAsync<ITransferAppService, TransferDto>(s => s.PayAgainAsync(rejected.Id));
        (again.Amount, again.CreditorIban, again.Status, again.RetryOfId).ShouldBe((1m, Supplier, OrderStatus.Waiting, rejected.Id));
        foreach (var (id, code) in new[] { (rejected.Id, SepaErrorCodes.TriedAgain), (paid.Id, SepaErrorCodes.OrderNotFailed) })
            (await Should.ThrowAsync<BusinessException>(() => company.RunAsync<ITransferAppService, TransferDto>(s => s.PayAgainAsync(id)))).Code.ShouldBe(code);
    }

    [Theory, Databases]
    [Trait("Req", "SEP-11")]
    public async Task Booking_UnderTheBanksOwnCode_MeansTheOppositeOfACollection(TestDatabase database)
    {
        var (company, account) = await OpenAsync(database);
        var paid = await AddAsync(company, 2m);
        await company.ApproveAsync(await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct)));
        var entry = Booking("ICDT", "ESCT", 200, false, paid.EndToEndId);
        var own = entry[..entry.IndexOf("<BkTxCd>", StringComparison.Ordinal)] + "<BkTxCd><Prtry><Cd>NTRF+116</Cd></Prtry></BkTxCd>" + entry[(entry.IndexOf("</BkTxCd>", StringComparison.Ordinal) + 9)..];
        await ImportAsync(company, AnswerTexts.Statement(own));
        (await StateAsync(company, paid.Id)).ShouldBe((BankState.Settled, null));
    }

    [Theory, Databases]
    [Trait("Req", "SEP-11")]
    public async Task Booking_OfAWholeBlockUnderTheBanksOwnCode_SettlesItsTransfers(TestDatabase database)
    {
        var (company, account) = await OpenAsync(database);
        var paid = await AddAsync(company, 2m);
        var approved = await company.ApproveAsync(await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct)));
        var entry = AnswerTexts.Entry(200, false, $"<Btch><PmtInfId>{approved.File!.MessageId}-001</PmtInfId></Btch>");
        await ImportAsync(company, AnswerTexts.Statement(entry[..entry.IndexOf("<BkTxCd>", StringComparison.Ordinal)] + "<BkTxCd><Prtry><Cd>NTRF+116</Cd></Prtry></BkTxCd>"
            + entry[(entry.IndexOf("</BkTxCd>", StringComparison.Ordinal) + 9)..]));
        (await StateAsync(company, paid.Id)).ShouldBe((BankState.Settled, null));
    }

    [Theory, Databases]
    [Trait("Req", "SEP-04")]
    public async Task Import_OfTransfers_NamesEachWrongCellAndStoresNothingBefore(TestDatabase database)
    {
        var (company, account) = await OpenAsync(database);
        const string File = "Fournisseur;IBAN;BIC;Montant;Date de paiement;Référence;Facture;Pays;Ville\n"
            + "Acme GmbH;DE89370400440532013000;;1 234,56;24/11/2026;F-1;INV-1;;\n"
            + "Nestlé;CH5604835012345678009;;10,00;;F-2;;;\n"
            + "Vieux;DE89370400440532013000;;0,00;22/11/2026;F-3;;;\n"
            + "Acme GmbH;DE89370400440532013000;;5,00;;F-1;;;\n";
        var staged = await company.StageAsync(ImportKind.Transfers, File);
        (staged.ValidRows, staged.InvalidRows, staged.ValidTotal).ShouldBe((1, 3, 1234.56m));
        (await company.RowsAsync(staged.Id, ImportRowState.Invalid)).SelectMany(r => r.Findings).Where(f => f.Severity == FindingSeverity.Error).Select(f => (f.Column, f.Code)).ShouldBe(
            [("BIC", SepaErrorCodes.BicMissing), ("Ville", SepaErrorCodes.CreditorAddressMissing), ("Montant", SepaErrorCodes.AmountRange), ("Référence", SepaErrorCodes.EndToEndIdTwice)]);
        (await TotalAsync(company)).Count.ShouldBe(0);
        await company.ImportsAsync(s => s.SkipInvalidRowsAsync(staged.Id));
        (await company.ConfirmAsync(staged.Id)).Total.ShouldBe(1234.56m);
        var remittance = await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct, new OrderSelectionDto(staged.Id));
        (remittance.Total, remittance.ErrorCount, remittance.Blocks[0].ExecutionDate).ShouldBe((1234.56m, 0, new DateOnly(2026, 11, 24)));
        (await Should.ThrowAsync<InputException>(() => AddAsync(company, 1m, t => t with { EndToEndId = "F-1" }))).Errors.Single().Code.ShouldBe(SepaErrorCodes.EndToEndIdTaken);
    }

    private async Task<(SepaCompany Company, CreditorAccountDto Account)> OpenAsync(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        return (company, await company.AddAccountAsync());
    }

    private static CreateTransferDto Valid(decimal amount) => new("Acme GmbH", Supplier, amount);

    private static Task<TransferDto> AddAsync(SepaCompany company, decimal amount, Func<CreateTransferDto, CreateTransferDto>? change = null) =>
        company.RunAsync<ITransferAppService, TransferDto>(s => s.CreateAsync(change is null ? Valid(amount) : change(Valid(amount))));

    private static Task<OrderTotalDto> TotalAsync(SepaCompany company) =>
        company.RunAsync<ITransferAppService, OrderTotalDto>(s => s.GetTotalAsync(new GetTransfersInput()));

    private static async Task<(BankState?, string?)> StateAsync(SepaCompany company, Guid id)
    {
        var now = await company.RunAsync<ITransferAppService, TransferDto>(s => s.GetAsync(id));
        return (now.BankState, now.BankReason?.Code);
    }

    private static async Task<List<string>> FindingsAsync(SepaCompany company, RemittanceDto remittance) =>
        [.. (await company.RemittancesAsync(s => s.GetLinesAsync(remittance.Id, new GetRemittanceLinesInput()))).Items.SelectMany(l => l.Findings).Select(f => f.Code).Distinct()];

    private static Task<byte[]> FileAsync(SepaCompany company, RemittanceDto approved) => company.RemittancesAsync(async s =>
    {
        var download = await s.DownloadAsync(approved.Id);
        await using var content = download.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }, company.Approver);

    private static Task ImportAsync(SepaCompany company, string text) => company.RunAsync<IBankAnswerAppService, BankAnswerDto>(
        s => s.ImportAsync(new ImportBankAnswerInput("answer.xml", new MemoryStream(Encoding.UTF8.GetBytes(text)))));

    private static string Booking(string family, string sub, long cents, bool isCredit, string endToEndId, string? reason = null) =>
        AnswerTexts.Entry(cents, isCredit, AnswerTexts.Detail(endToEndId, null, cents, reason))
            .Replace("<Cd>IDDT</Cd>", $"<Cd>{family}</Cd>", StringComparison.Ordinal)
            .Replace($"<SubFmlyCd>{(isCredit ? "ESDD" : "UPDD")}", $"<SubFmlyCd>{sub}", StringComparison.Ordinal);
}
