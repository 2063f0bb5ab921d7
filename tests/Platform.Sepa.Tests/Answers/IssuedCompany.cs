using System.Text;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A company with an issued remittance: M-1 to M-n, E2E-1 to E2E-n, 10.00 more each.</summary>
internal sealed class IssuedCompany(SepaCompany company, RemittanceDto remittance, IReadOnlyList<CollectionDto> orders)
{
    public SepaCompany Company => company;

    public string MessageId => remittance.File!.MessageId;

    public Guid RemittanceId => remittance.Id;

    public static async Task<IssuedCompany> NewAsync(
        SepaHosts hosts, TestDatabase database, int orders = 2, PaymentScheme scheme = PaymentScheme.Core, Func<CreateCollectionDto, CreateCollectionDto>? change = null)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        var added = new List<CollectionDto>();
        for (var i = 1; i <= orders; i++)
        {
            var mandate = await company.AddMandateAsync($"M-{i}", m => m with { Scheme = scheme.Mandates()!.Value });
            added.Add(await company.AddCollectionAsync(
                mandate.Id, 10m * i, c => (change ?? (x => x))(c with { EndToEndId = $"E2E-{i}", InvoiceNumber = $"F-{i}" })));
        }

        return new IssuedCompany(company, await IssueAsync(company, account.Id, scheme), added);
    }

    public static async Task<RemittanceDto> IssueAsync(SepaCompany company, Guid account, PaymentScheme scheme = PaymentScheme.Core) =>
        await company.ApproveAsync(await company.SubmitAsync(await company.CreateRemittanceAsync(account, scheme)));

    public Task<T> AnswersAsync<T>(Func<IBankAnswerAppService, Task<T>> work, CurrentUserInfo? user = null) => company.RunAsync(work, user);

    public Task<BankAnswerDto> ImportAsync(string text, CurrentUserInfo? user = null) =>
        AnswersAsync(s => s.ImportAsync(new ImportBankAnswerInput("answer.xml", new MemoryStream(Encoding.UTF8.GetBytes(text)))), user);

    /// <summary>Every order in one booking, as single bookings would be.</summary>
    public Task<BankAnswerDto> ReturnAsync(string details, string id = "STMT-1", string day = "2026-11-30") =>
        ImportAsync(AnswerTexts.Statement(AnswerTexts.Entry(1, false, details).Replace("2026-11-30", day), id: id));

    public async Task<CollectionDto> OrderAsync(int number) =>
        await company.RunAsync<ICollectionAppService, CollectionDto>(s => s.GetAsync(orders[number - 1].Id));

    public async Task<(BankState? State, string? Reason)> StateAsync(int number)
    {
        var order = await OrderAsync(number);
        return (order.BankState, order.BankReason?.Code);
    }

    public async Task<RemittanceOutcome> OutcomeAsync() => (await AnswersAsync(s => s.GetOutcomeAsync(remittance.Id))).Outcome;

    public async Task<IReadOnlyList<BankAnswerItemDto>> ItemsAsync(BankAnswerItemState? state = null) =>
        (await AnswersAsync(s => s.GetItemsAsync(new GetBankAnswerItemsInput(State: state, PageSize: 200)))).Items;

    public Task<MandateDto> MandateAsync(int number) => company.RunAsync<IMandateAppService, MandateDto>(s => s.GetAsync(orders[number - 1].MandateId));

    public Task<CollectionDto> AgainAsync(int number) =>
        company.RunAsync<ICollectionAppService, CollectionDto>(s => s.CollectAgainAsync(orders[number - 1].Id));

    public static async Task<string> RefusedAsync(Func<Task> act)
    {
        var refused = await Should.ThrowAsync<BusinessException>(act);
        return refused is InputException input ? input.Errors[0].Code : refused.Code;
    }
}
