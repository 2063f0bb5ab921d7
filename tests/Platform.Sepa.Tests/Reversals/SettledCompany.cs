using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A company whose bank has booked its collections, which were due today: M-1 to M-n, E2E-1 to E2E-n, 10.00 more each.</summary>
internal sealed class SettledCompany(SepaCompany company, CreditorAccountDto account, RemittanceDto issued, IReadOnlyList<CollectionDto> orders)
{
    public static readonly DateOnly Today = DateOnly.FromDateTime(SepaHosts.Start.UtcDateTime);

    private int _files;

    public SepaCompany Company => company;

    public RemittanceDto Issued => issued;

    public CreditorAccountDto Account => account;

    public IReadOnlyList<CollectionDto> Orders => orders;

    public static async Task<SettledCompany> NewAsync(
        SepaHosts hosts, TestDatabase database, int orders = 2, PaymentScheme scheme = PaymentScheme.Core, bool isSettled = true, Pain008Version version = Pain008Version.V08)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync(a => a with { Profile = new BankProfileDto(LeadDays: 0, Version: version) });
        var added = new List<CollectionDto>();
        for (var i = 1; i <= orders; i++)
        {
            var mandate = await company.AddMandateAsync($"M-{i}", m => m with { Scheme = scheme.Mandates()!.Value });
            added.Add(await company.AddCollectionAsync(mandate.Id, 10m * i, c => c with { EndToEndId = $"E2E-{i}", RemittanceInformation = $"Facture n° {i}" }));
        }

        var settled = new SettledCompany(company, account, await IssuedCompany.IssueAsync(company, account.Id, scheme), added);
        if (isSettled)
            await settled.ImportAsync(AnswerTexts.Report(settled.Issued.File!.MessageId, "ACSC", ""));
        return settled;
    }

    public Task<IReadOnlyList<ReversalDto>> GiveBackAsync(params int[] numbers) => GiveBackAsync(ReversalReason.Duplicate, null, numbers);

    public Task<IReadOnlyList<ReversalDto>> GiveBackAsync(ReversalReason? reason, CurrentUserInfo? user, params int[] numbers) =>
        company.RunAsync<IReversalAppService, IReadOnlyList<ReversalDto>>(s => s.CreateAsync(new CreateReversalsDto([.. numbers.Select(n => orders[n - 1].Id)], reason)), user);

    public Task<RemittanceDto> RemittanceAsync(PaymentScheme scheme = PaymentScheme.CoreReversal) =>
        company.CreateRemittanceAsync(account.Id, scheme, new OrderSelectionDto(OriginalRemittanceId: issued.Id));

    /// <summary>Reversals of these collections, approved: a file that waits to be handed over.</summary>
    public async Task<(RemittanceDto Remittance, IReadOnlyList<ReversalDto> Reversals)> ReverseAsync(params int[] numbers)
    {
        var made = await GiveBackAsync(numbers);
        return (await company.ApproveAsync(await company.SubmitAsync(await RemittanceAsync())), made);
    }

    public Task<BankAnswerDto> ImportAsync(string text) => company.RunAsync<IBankAnswerAppService, BankAnswerDto>(
        s => s.ImportAsync(new ImportBankAnswerInput($"answer-{++_files}.xml", new MemoryStream(Encoding.UTF8.GetBytes(text)))));

    public Task<BankAnswerDto> BookAsync(string sub, int number, string? reason = null, string day = "2026-11-24", string? reference = null) => ImportAsync(AnswerTexts.Statement(
        AnswerTexts.Entry(1000 * number, false, AnswerTexts.Detail(reference ?? $"E2E-{number}", null, 1000 * number, reason))
            .Replace("<SubFmlyCd>UPDD", $"<SubFmlyCd>{sub}", StringComparison.Ordinal).Replace("2026-11-30", day, StringComparison.Ordinal),
        id: $"STMT-{_files}"));

    public Task<BankAnswerDto> AnswerAsync(RemittanceDto reversals, string blocks, string? group = null, string name = "pain.007.001.08") =>
        ImportAsync(AnswerTexts.Report(reversals.File!.MessageId, group, blocks, $"PSR-{_files}").Replace("pain.008.001.08", name, StringComparison.Ordinal));

    public Task<CollectionDto> CollectionAsync(int number) => company.RunAsync<ICollectionAppService, CollectionDto>(s => s.GetAsync(orders[number - 1].Id));

    public Task<ReversalDto> ReversalAsync(Guid id) => company.RunAsync<IReversalAppService, ReversalDto>(s => s.GetAsync(id));

    public async Task<int> UnmatchedAsync() => (await company.RunAsync<IBankAnswerAppService, PagedResult<BankAnswerItemDto>>(
        s => s.GetItemsAsync(new GetBankAnswerItemsInput(State: BankAnswerItemState.Unmatched)))).Items.Count;

    public async Task<List<string>> FindingsAsync(RemittanceDto remittance) =>
        [.. (await company.RemittancesAsync(s => s.GetLinesAsync(remittance.Id, new GetRemittanceLinesInput()))).Items.SelectMany(l => l.Findings).Select(f => f.Code).Distinct()];

    /// <summary>As if they had been collected on another day: the clock of the host stands.</summary>
    public Task DueOnAsync(DateOnly day) => company.Host.RunAsync(company.Tenant, company.Preparer, async services =>
    {
        var db = services.GetRequiredService<SepaDbContext>();
        await db.Collections.Where(c => c.RemittanceId == issued.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.ExecutionDate, day));
    });

    public static async Task<string> RefusedAsync(Func<Task> act) => await IssuedCompany.RefusedAsync(act);
}
