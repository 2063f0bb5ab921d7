using Platform.Kernel;
using Platform.Notifications;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>In a demonstration company, where people hold the rights of their roles.</summary>
public sealed class RemittanceNotices_Tests(TestHosts hosts)
{
    private const string Bookkeeper = "camille@lefevre.example";
    private const string Validator = "victor@lefevre.example";
    private const string Administrator = "amelie@lefevre.example";

    [Theory, Databases]
    public async Task Submit_Always_TellsWhoMayApproveAndNobodyElse(TestDatabase database)
    {
        var (company, administrator, _) = await OpenAsync(database);
        var submitted = await SubmitOneAsync(company);
        var told = (await NoticesAsync(company, company.Approver, submitted)).ShouldHaveSingleItem();
        told.Text.ShouldContain($"Camille Roux submitted the remittance {submitted.Number}");
        told.Text.ShouldContain("(orders: 1, 10");
        told.Severity.ShouldBe(NotificationSeverity.Warning);
        (await NoticesAsync(company, administrator, submitted)).ShouldHaveSingleItem();
        (await NoticesAsync(company, company.Preparer, submitted)).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Submit_PreparedByAHolderToo_LeavesThatPersonOut(TestDatabase database)
    {
        var (company, administrator, _) = await OpenAsync(database);
        var draft = await DraftAsync(company);
        var touched = await company.RemittancesAsync(s => s.CheckAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)), administrator);
        var submitted = await company.SubmitAsync(touched);
        (await NoticesAsync(company, administrator, submitted)).ShouldBeEmpty();
        (await NoticesAsync(company, company.Approver, submitted)).ShouldHaveSingleItem();
    }

    [Theory, Databases]
    public async Task Approve_LastApproval_TellsThePreparerAndTakesTheRequestBack(TestDatabase database)
    {
        var (company, administrator, _) = await OpenAsync(database);
        var approved = await company.ApproveAsync(await SubmitOneAsync(company));
        var told = (await NoticesAsync(company, company.Preparer, approved)).ShouldHaveSingleItem();
        (told.Severity, told.Url).ShouldBe((NotificationSeverity.Success, $"remittances/{approved.Id}"));
        (await NoticesAsync(company, administrator, approved)).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Reject_Always_TellsThePreparerWhy(TestDatabase database)
    {
        var (company, administrator, _) = await OpenAsync(database);
        var submitted = await SubmitOneAsync(company);
        await company.RemittancesAsync(s => s.RejectAsync(submitted.Id, new RejectRemittanceDto("The invoice of October is paid.")), company.Approver);
        var told = (await NoticesAsync(company, company.Preparer, submitted)).ShouldHaveSingleItem();
        told.Text.ShouldContain("The invoice of October is paid.");
        (await NoticesAsync(company, administrator, submitted)).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Withdraw_BeforeAnybodyLooked_TakesTheRequestBack(TestDatabase database)
    {
        var (company, _, _) = await OpenAsync(database);
        var submitted = await SubmitOneAsync(company);
        await company.RemittancesAsync(s => s.WithdrawAsync(submitted.Id, new RemittanceActInput(submitted.ConcurrencyStamp)));
        (await NoticesAsync(company, company.Approver, submitted)).ShouldBeEmpty();
    }

    [Theory, Databases]
    [Trait("Req", "SEP-11")]
    public async Task BankAnswer_Rejection_TellsWhoPreparesRemittancesButTheUploader(TestDatabase database)
    {
        var (company, administrator, _) = await OpenAsync(database);
        var approved = await company.ApproveAsync(await SubmitOneAsync(company));
        var text = AnswerTexts.Report(approved.File!.MessageId, "RJCT", "", $"{Guid.CreateVersion7():N}");
        var answer = await company.RunAsync<IBankAnswerAppService, BankAnswerDto>(
            s => s.ImportAsync(new ImportBankAnswerInput("answer.xml", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)))));
        var told = (await NoticesAsync(company, administrator, $"bank-answers/{answer.Id}")).ShouldHaveSingleItem();
        (told.Severity, told.Text).ShouldBe((NotificationSeverity.Danger, "The bank answered (answer.xml): 1 rejected, 0 returned or refunded."));
        (await NoticesAsync(company, company.Preparer, $"bank-answers/{answer.Id}")).ShouldBeEmpty();
        (await NoticesAsync(company, company.Approver, $"bank-answers/{answer.Id}")).ShouldBeEmpty();
    }

    private async Task<(SepaCompany Company, CurrentUserInfo Administrator, TestHost Host)> OpenAsync(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync(Bookkeeper), await host.PersonAsync(Validator));
        return (company, await host.PersonAsync(Administrator), host);
    }

    private static async Task<RemittanceDto> SubmitOneAsync(SepaCompany company) => await company.SubmitAsync(await DraftAsync(company));

    private static async Task<RemittanceDto> DraftAsync(SepaCompany company)
    {
        var account = await company.AddAccountAsync();
        var mandate = await company.AddMandateAsync($"N-{Guid.CreateVersion7():N}"[..30], m => m with { CreditorAccountId = account.Id });
        var collection = await company.AddCollectionAsync(mandate.Id, 10m);
        return await company.CreateRemittanceAsync(account.Id, selection: new OrderSelectionDto(OrderIds: [collection.Id]));
    }

    private static Task<IReadOnlyList<NotificationListDto>> NoticesAsync(SepaCompany company, CurrentUserInfo reader, RemittanceDto remittance) =>
        NoticesAsync(company, reader, $"remittances/{remittance.Id}");

    private static async Task<IReadOnlyList<NotificationListDto>> NoticesAsync(SepaCompany company, CurrentUserInfo reader, string url)
    {
        var list = await company.RunAsync<INotificationAppService, PagedResult<NotificationListDto>>(
            s => s.GetListAsync(new GetNotificationsInput(PageSize: 200)), reader);
        return [.. list.Items.Where(n => n.Url == url)];
    }
}
