using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "IDN-09")]
[Trait("Req", "SEP-08")]
public sealed class Reach_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Accounts_OutOfReach_DoNotExist(TestDatabase database)
    {
        var (company, own, other, remittance) = await TwoAccountsAsync(database);
        var limited = SepaCompany.Person("Lea Limited");
        SepaHosts.Limit(limited, Bundle(accounts: [own]));
        (await company.RunAsync<ICreditorAccountAppService, IReadOnlyList<CreditorAccountDto>>(s => s.GetListAsync(), limited)).Select(a => a.Id).ShouldBe([own]);
        await Missing(() => company.RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.GetAsync(other), limited));
        (await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput()), limited)).TotalCount.ShouldBe(0);
        (await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput()))).TotalCount.ShouldBe(1);
        await Missing(() => company.RemittancesAsync(s => s.GetAsync(remittance.Id), limited));
        await Missing(() => company.RemittancesAsync(s => s.GetLinesAsync(remittance.Id, new GetRemittanceLinesInput()), limited));
        await Missing(() => company.RemittancesAsync(s => s.PreviewAsync(other, PaymentScheme.Core, new OrderSelectionDto()), limited));
        await Missing(() => company.RemittancesAsync(s => s.CreateAsync(new CreateRemittanceDto(Guid.CreateVersion7(), other, "x", PaymentScheme.Core, new OrderSelectionDto())), limited));
        await Missing(() => company.ApproveAsync(remittance, limited));
        await Missing(() => company.RemittancesAsync(s => s.RejectAsync(remittance.Id, new RejectRemittanceDto("no")), limited));
        await company.ApproveAsync(remittance);
        await Missing(() => company.RemittancesAsync(s => s.DownloadAsync(remittance.Id), limited));
        (await Refused(() => company.RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.CreateAsync(Accounts.Valid()), limited))).ShouldBe(SepaErrorCodes.AccountsLimited);
    }

    [Theory, Databases]
    public async Task Amount_AboveTheLimit_IsNeitherSubmittedNorApproved(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 100.01m);
        var draft = await company.CreateRemittanceAsync(account.Id);
        SepaHosts.Limit(company.Preparer, Bundle(cents: 100_00));
        (await Refused(() => company.SubmitAsync(draft))).ShouldBe(SepaErrorCodes.AmountAboveLimit);
        SepaHosts.Limit(company.Preparer, Bundle(cents: 100_01));
        var submitted = await company.SubmitAsync(await company.RemittancesAsync(s => s.GetAsync(draft.Id)));
        SepaHosts.Limit(company.Approver, Bundle(cents: 100_00));
        (await Refused(() => company.ApproveAsync(submitted))).ShouldBe(SepaErrorCodes.AmountAboveLimit);
        (await company.RemittancesAsync(s => s.GetAsync(submitted.Id), company.Approver)).CanApprove.ShouldBeFalse();
        (await WaitingForAsync(company, company.Approver)).ShouldBe(0);
        SepaHosts.Limit(company.Approver, Bundle(cents: 100_01));
        (await WaitingForAsync(company, company.Approver)).ShouldBe(1);
        (await company.ApproveAsync(submitted)).Status.ShouldBe(RemittanceStatus.Approved);
    }

    [Theory, Databases]
    public async Task TwoSources_EachWithALimit_DoNotAddUp(TestDatabase database)
    {
        var (company, own, other, remittance) = await TwoAccountsAsync(database);
        SepaHosts.Limit(company.Approver, Bundle(accounts: [own], cents: 1_000_000_00), Bundle(accounts: [own, other], cents: 1));
        (await Refused(() => company.ApproveAsync(remittance))).ShouldBe(SepaErrorCodes.AmountAboveLimit);
        (await WaitingForAsync(company, company.Approver)).ShouldBe(0);
        (await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput()), company.Approver)).TotalCount.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task LentRight_OfWhoPreparedOrApproved_IsNoSecondPairOfEyes(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync(a => a with { SecondApprovalAbove = 1m });
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 10m);
        var submitted = await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id));
        var borrower = SepaCompany.Person("Bea Borrower");
        SepaHosts.Limit(borrower, Lent(company.Preparer));
        (await Refused(() => company.ApproveAsync(submitted, borrower))).ShouldBe(SepaErrorCodes.FourEyes);
        (await WaitingForAsync(company, borrower)).ShouldBe(0);
        (await company.ApproveAsync(submitted)).Status.ShouldBe(RemittanceStatus.Submitted);
        SepaHosts.Limit(borrower, Lent(company.Approver));
        (await Refused(() => company.ApproveAsync(submitted, borrower))).ShouldBe(SepaErrorCodes.FourEyes);
        SepaHosts.Limit(borrower, Lent(company.Second));
        (await WaitingForAsync(company, borrower)).ShouldBe(1);
        var approved = await company.ApproveAsync(submitted, borrower);
        approved.Status.ShouldBe(RemittanceStatus.Approved);
        approved.Approvals.Select(a => (a.UserId, a.OnBehalfOf)).ShouldBe([(company.Approver.Id!.Value, null), (borrower.Id!.Value, company.Second.Name)]);
    }

    [Theory, Databases]
    public async Task LentRight_OfSeveralLenders_IsThatOfWhoMayStillApprove(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 10m);
        var submitted = await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id));
        var borrower = SepaCompany.Person("Bea Borrower");
        SepaHosts.Limit(borrower, Lent(company.Preparer), Lent(company.Second));
        (await WaitingForAsync(company, borrower)).ShouldBe(1);
        (await company.ApproveAsync(submitted, borrower)).Approvals.ShouldHaveSingleItem().OnBehalfOf.ShouldBe(company.Second.Name);
    }

    [Theory, Databases]
    public async Task LentRight_AfterItsUse_TheLenderDoesNotApproveAgain(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync(a => a with { SecondApprovalAbove = 1m });
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 10m);
        var submitted = await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id));
        var borrower = SepaCompany.Person("Bea Borrower");
        SepaHosts.Limit(borrower, Lent(company.Approver));
        await company.ApproveAsync(submitted, borrower);
        (await Refused(() => company.ApproveAsync(submitted))).ShouldBe(SepaErrorCodes.ApprovedTwice);
    }

    private async Task<(SepaCompany Company, Guid Own, Guid Other, RemittanceDto Remittance)> TwoAccountsAsync(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var own = await company.AddAccountAsync();
        var other = await company.AddAccountAsync(a => a with { Name = "Other", Iban = "FR7630002686660004371176857" });
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 10m);
        return (company, own.Id, other.Id, await company.SubmitAsync(await company.CreateRemittanceAsync(other.Id)));
    }

    private static GrantBundle Bundle(Guid[]? accounts = null, long? cents = null)
    {
        var limits = new Dictionary<string, ScopeLimit>();
        if (accounts is not null)
            limits[SepaDataScopes.CreditorAccounts] = new ScopeLimit(Items: accounts.ToFrozenSet());
        if (cents is not null)
            limits[SepaDataScopes.RemittanceAmount] = new ScopeLimit(Cents: cents);
        return new GrantBundle(Everything, limits);
    }

    private static GrantBundle Lent(CurrentUserInfo lender) => new(Everything, FrozenDictionary<string, ScopeLimit>.Empty, lender.Id, lender.Name);

    private static FrozenSet<string> Everything { get; } = new[]
    {
        SepaPermissions.CreditorAccounts.Default, SepaPermissions.CreditorAccounts.Edit, SepaPermissions.CreditorAccounts.Approve, SepaPermissions.Mandates.Default,
        SepaPermissions.Mandates.Edit, SepaPermissions.Remittances.Default, SepaPermissions.Remittances.Create, SepaPermissions.Remittances.Approve, SepaPermissions.Remittances.Download,
    }.ToFrozenSet();

    private static async Task<long?> WaitingForAsync(SepaCompany company, CurrentUserInfo person) =>
        (await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput(ForMe: true)), person)).TotalCount;

    private static Task<EntityNotFoundException> Missing<T>(Func<Task<T>> act) => Should.ThrowAsync<EntityNotFoundException>(act);

    private static async Task<string> Refused<T>(Func<Task<T>> act) => (await Should.ThrowAsync<BusinessException>(act)).Code;
}
