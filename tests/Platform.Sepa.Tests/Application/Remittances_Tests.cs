using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-05")]
[Trait("Req", "SEP-08")]
public sealed class Remittances_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Check_HistoryOfTheMandate_FindsWhatRepeats(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database);
        await company.AddCollectionAsync(mandate, 10m, c => c with { InvoiceNumber = "F-1" });
        await IssueAsync(company, account);
        await company.AddCollectionAsync(mandate, 10m, c => c with { EndToEndId = "SAME-AMOUNT" });
        await company.AddCollectionAsync(mandate, 20m, c => c with { EndToEndId = "SAME-INVOICE", InvoiceNumber = "F-1" });
        await company.AddCollectionAsync(mandate, 51m, c => c with { EndToEndId = "UNUSUAL" });
        var draft = await company.CreateRemittanceAsync(account);
        var lines = (await company.RemittancesAsync(s => s.GetLinesAsync(draft.Id, new GetRemittanceLinesInput()))).Items;
        CodesOf(lines, "SAME-AMOUNT").ShouldBe([SepaErrorCodes.DuplicateOrder]);
        CodesOf(lines, "SAME-INVOICE").ShouldBe([SepaErrorCodes.InvoiceCollected]);
        CodesOf(lines, "UNUSUAL").ShouldBe([SepaErrorCodes.UnusualAmount]);
        (draft.ErrorCount, draft.WarningCount).ShouldBe((1, 2));
    }

    [Theory, Databases]
    public async Task Check_OneOffMandateUsedTwice_IsAnError(TestDatabase database)
    {
        var (company, account, _) = await NewAsync(database);
        var once = await company.AddMandateAsync("ONCE", m => m with { Type = MandateType.OneOff });
        await company.AddCollectionAsync(once.Id, 10m);
        await IssueAsync(company, account);
        await company.AddCollectionAsync(once.Id, 11m, c => c with { EndToEndId = "AGAIN" });
        var draft = await company.CreateRemittanceAsync(account);
        CodesOf((await company.RemittancesAsync(s => s.GetLinesAsync(draft.Id, new GetRemittanceLinesInput()))).Items, "AGAIN").ShouldBe([SepaErrorCodes.MandateUsed]);
        (await RefusedAsync(() => company.SubmitAsync(draft))).ShouldBe(SepaErrorCodes.RemittanceHasErrors);
    }

    [Theory, Databases]
    public async Task RemoveLinesWithErrors_LetsTheOthersGo(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database);
        await company.AddCollectionAsync(mandate, 10m);
        var suspended = await company.AddMandateAsync("M-2");
        await company.AddCollectionAsync(suspended.Id, 20m);
        await company.RunAsync<IMandateAppService, MandateDto>(s => s.SuspendAsync(suspended.Id, "moved", suspended.ConcurrencyStamp));
        var draft = await company.CreateRemittanceAsync(account);
        draft.ErrorCount.ShouldBe(1);
        var clean = await company.RemittancesAsync(s => s.RemoveLinesWithErrorsAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        (clean.Count, clean.Total, clean.ErrorCount).ShouldBe((1, 10m, 0));
        (await WaitingAsync(company)).ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Numbers_AfterAFailedCreation_HaveNoGap(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database);
        (await RefusedAsync(() => company.CreateRemittanceAsync(account))).ShouldBe(SepaErrorCodes.NothingToCollect);
        await company.AddCollectionAsync(mandate, 10m);
        (await company.CreateRemittanceAsync(account)).Number.ShouldBe("SDD-2026-00001");
        await company.AddCollectionAsync(mandate, 10m);
        (await company.CreateRemittanceAsync(account)).Number.ShouldBe("SDD-2026-00002");
    }

    [Theory, Databases]
    public async Task Create_TwiceAtOnce_TakesEachOrderOnce(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database);
        for (var i = 1; i <= 5; i++)
            await company.AddCollectionAsync(mandate, i);
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TryAsync(() => company.CreateRemittanceAsync(account))));
        results.OfType<RemittanceDto>().ShouldHaveSingleItem().Count.ShouldBe(5);
    }

    [Theory, Databases]
    public async Task Approve_AboveTheAccountsLimit_NeedsTwo(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync(a => a with { SecondApprovalAbove = 100m });
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 100.01m);
        var submitted = await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id));
        submitted.RequiredApprovals.ShouldBe(2);
        (await company.ApproveAsync(submitted)).Status.ShouldBe(RemittanceStatus.Submitted);
        (await RefusedAsync(() => company.ApproveAsync(submitted))).ShouldBe(SepaErrorCodes.ApprovedTwice);
        (await company.ApproveAsync(submitted, company.Second)).Status.ShouldBe(RemittanceStatus.Approved);
    }

    [Theory, Databases]
    public async Task Approve_AfterTheAccountChanged_IsRefused(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 10m);
        var submitted = await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id));
        var changed = await company.RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.UpdateAsync(
            account.Id, Accounts.Valid() with { Iban = "FR7630002686660004371176857", ConcurrencyStamp = account.ConcurrencyStamp }));
        (await RefusedAsync(() => company.ApproveAsync(submitted))).ShouldBe(SepaErrorCodes.CreditorAccountNotApproved);
        await company.RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.ApproveAsync(account.Id, changed.ConcurrencyStamp), company.Second);
        (await RefusedAsync(() => company.ApproveAsync(submitted))).ShouldBe(SepaErrorCodes.RemittanceChanged);
    }

    [Theory, Databases]
    public async Task Reject_WithReason_GoesBackAndKeepsIt(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database);
        await company.AddCollectionAsync(mandate, 10m);
        var submitted = await company.SubmitAsync(await company.CreateRemittanceAsync(account));
        var rejected = await company.RemittancesAsync(s => s.RejectAsync(submitted.Id, new RejectRemittanceDto("Wrong month")), company.Approver);
        rejected.ShouldSatisfyAllConditions(r => r.Status.ShouldBe(RemittanceStatus.Draft), r => r.Rejected!.Note.ShouldBe("Wrong month"));
        (await company.ApproveAsync(await company.SubmitAsync(rejected))).Status.ShouldBe(RemittanceStatus.Approved);
    }

    [Theory, Databases]
    public async Task Cancel_Draft_LetsItsOrdersWaitAgain(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database);
        await company.AddCollectionAsync(mandate, 10m);
        var draft = await company.CreateRemittanceAsync(account);
        await company.RemittancesAsync(s => s.CancelAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        (await WaitingAsync(company)).ShouldBe(1);
        (await company.CreateRemittanceAsync(account)).Count.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Download_AlteredFile_IsNotHandedOut(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database);
        await company.AddCollectionAsync(mandate, 10m);
        var approved = await IssueAsync(company, account);
        await company.RunAsync<IServiceProvider>(async services =>
        {
            var blobs = services.GetRequiredService<IBlobContainer>();
            var name = await services.GetRequiredService<SepaDbContext>().Remittances.Where(r => r.Id == approved.Id).Select(r => r.FileBlobName!).SingleAsync();
            await blobs.DeleteAsync(name);
            await blobs.SaveAsync(name, stream => stream.WriteAsync("<Document/>"u8.ToArray()).AsTask());
        });
        (await RefusedAsync(() => company.RemittancesAsync(s => s.DownloadAsync(approved.Id)))).ShouldBe(SepaErrorCodes.FileAltered);
    }

    [Theory, Databases]
    public async Task Approved_Whatever_CannotChange(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database);
        var order = await company.AddCollectionAsync(mandate, 10m);
        var approved = await IssueAsync(company, account);
        var act = new RemittanceActInput(approved.ConcurrencyStamp);
        Func<IRemittanceAppService, Task>[] acts =
        [
            s => s.CheckAsync(approved.Id, act), s => s.RemoveLineAsync(approved.Id, order.Id, act), s => s.RemoveLinesWithErrorsAsync(approved.Id, act),
            s => s.CancelAsync(approved.Id, act), s => s.WithdrawAsync(approved.Id, act), s => s.SubmitAsync(approved.Id, act),
        ];
        foreach (var forbidden in acts)
            (await RefusedAsync(() => company.RunAsync(forbidden))).ShouldBe(SepaErrorCodes.RemittanceState);
        (await RefusedAsync(() => company.RunAsync<ICollectionAppService>(s => s.CancelAsync(order.Id)))).ShouldBe(SepaErrorCodes.OrderNotWaiting);
    }

    [Theory, Databases]
    public async Task Act_OnWhatChangedSince_IsAConflict(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database);
        await company.AddCollectionAsync(mandate, 10m);
        var removed = await company.AddCollectionAsync(mandate, 20m);
        var draft = await company.CreateRemittanceAsync(account);
        await company.RemittancesAsync(s => s.RemoveLineAsync(draft.Id, removed.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() =>
            company.RemittancesAsync(s => s.CancelAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp))));
    }

    [Theory, Databases]
    public async Task Remittance_OfAnotherCompany_DoesNotExist(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database);
        await company.AddCollectionAsync(mandate, 10m);
        var draft = await company.CreateRemittanceAsync(account);
        var (stranger, strangersAccount, strangersMandate) = await NewAsync(database);
        await stranger.AddCollectionAsync(strangersMandate, 10m);
        await Should.ThrowAsync<EntityNotFoundException>(() => stranger.RemittancesAsync(s => s.GetAsync(draft.Id)));
        await Should.ThrowAsync<EntityNotFoundException>(() => stranger.ApproveAsync(draft));
        await Should.ThrowAsync<EntityNotFoundException>(() => stranger.CreateRemittanceAsync(account));
        await Should.ThrowAsync<DbUpdateException>(() => stranger.RemittancesAsync(s => s.CreateAsync(
            new CreateRemittanceDto(draft.Id, strangersAccount, "x", PaymentScheme.Core, new OrderSelectionDto()))));
        (await company.RemittancesAsync(s => s.GetAsync(draft.Id))).Title.ShouldBe("November");
    }

    private async Task<(SepaCompany Company, Guid Account, Guid Mandate)> NewAsync(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        return (company, account.Id, (await company.AddMandateAsync("M-1")).Id);
    }

    private static async Task<RemittanceDto> IssueAsync(SepaCompany company, Guid account) =>
        await company.ApproveAsync(await company.SubmitAsync(await company.CreateRemittanceAsync(account)));

    private static Task<int> WaitingAsync(SepaCompany company) =>
        company.RunAsync<ICollectionAppService, int>(async s => (await s.GetTotalAsync(new GetCollectionsInput())).Count);

    private static IEnumerable<string> CodesOf(IEnumerable<RemittanceLineDto> lines, string endToEndId) =>
        lines.Single(l => l.EndToEndId == endToEndId).Findings.Select(f => f.Code);

    private static async Task<RemittanceDto?> TryAsync(Func<Task<RemittanceDto>> act)
    {
        try
        {
            return await act();
        }
        catch (BusinessException refused) when (refused.Code == SepaErrorCodes.NothingToCollect)
        {
            return null;
        }
    }

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Should.ThrowAsync<BusinessException>(act)).Code;
}
