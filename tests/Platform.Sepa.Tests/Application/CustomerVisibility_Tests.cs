using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Customers;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "IDN-11")]
public sealed class CustomerVisibility_Tests(SepaHosts hosts)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Mandates_OfOtherCustomers_AreNeitherListedCountedFoundNorOpened(TestDatabase database)
    {
        var (company, ours, others, nobodys) = await ThreeMandatesAsync(database);
        var collector = SepaCompany.Person("Carla Collector");
        SepaHosts.Limit(collector, Source(CustomerView.Managed));
        await AssignAsync(company, ours.Customer!.Id, collector, CustomerView.Managed);
        await AssignAsync(company, others.Customer!.Id, collector, CustomerView.Assigned);
        var list = await ListAsync(company, collector);
        (list.Items.Select(m => m.Id).ShouldHaveSingleItem(), list.TotalCount).ShouldBe((ours.Id, 1));
        (await ListAsync(company, collector, others.Reference)).TotalCount.ShouldBe(0);
        (await ListAsync(company)).TotalCount.ShouldBe(3);
        (await GetAsync(company, ours.Id, collector)).Customer!.Code.ShouldBe("C-1");
        foreach (var hidden in new[] { others.Id, nobodys.Id })
        {
            await Missing(() => GetAsync(company, hidden, collector));
            await Missing(() => company.RunAsync<IMandateAppService, MandateDto>(s => s.CancelAsync(hidden, "Left", others.ConcurrencyStamp), collector));
        }

        (await company.RunAsync<ICustomerAppService, PagedResult<CustomerListDto>>(s => s.GetListAsync(new GetCustomersInput()), collector)).TotalCount.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Assignment_GivenAndTaken_HoldsOnTheNextRequest(TestDatabase database)
    {
        var (company, ours, _, _) = await ThreeMandatesAsync(database);
        var seller = SepaCompany.Person("Sam Seller");
        SepaHosts.Limit(seller, Source(CustomerView.Assigned));
        (await ListAsync(company, seller)).TotalCount.ShouldBe(0);
        await AssignAsync(company, ours.Customer!.Id, seller, CustomerView.Assigned);
        (await ListAsync(company, seller)).TotalCount.ShouldBe(1);
        await WithAssignmentsAsync(company, (_, set) => set.ExecuteDeleteAsync(Cancelled));
        (await ListAsync(company, seller)).TotalCount.ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Sources_Together_ShowWhatEachShows(TestDatabase database)
    {
        var (company, ours, others, _) = await ThreeMandatesAsync(database);
        var (person, lender) = (SepaCompany.Person("Bea Both"), SepaCompany.Person("Lea Lender"));
        await AssignAsync(company, ours.Customer!.Id, lender, CustomerView.Managed);
        await AssignAsync(company, others.Customer!.Id, person, CustomerView.Assigned);
        SepaHosts.Limit(person, Source(CustomerView.Assigned), Source(CustomerView.Managed) with { OnBehalfOf = lender.Id, OnBehalfOfName = lender.Name });
        (await ListAsync(company, person)).TotalCount.ShouldBe(2);
        SepaHosts.Limit(person, Source(CustomerView.Assigned), Source(CustomerView.All, AuditLike));
        (await ListAsync(company, person)).TotalCount.ShouldBe(1, "a right about something else widens nothing");
        SepaHosts.Limit(person, Source(CustomerView.Assigned), Source(CustomerView.All, SepaPermissions.Remittances.Create));
        (await ListAsync(company, person)).TotalCount.ShouldBe(3, "who prepares remittances must not leave orders out unseen");
    }

    [Theory, Databases]
    public async Task Save_ByWhoSeesSome_NeedsOneOfTheirCustomersAndAFreeReference(TestDatabase database)
    {
        var (company, ours, others, _) = await ThreeMandatesAsync(database);
        var person = SepaCompany.Person("Eda Editor");
        SepaHosts.Limit(person, Source(CustomerView.Assigned));
        await AssignAsync(company, ours.Customer!.Id, person, CustomerView.Assigned);
        Task<MandateDto> Create(string reference, string? code) => company.RunAsync<IMandateAppService, MandateDto>(s => s.CreateAsync(new SaveMandateDto(
            reference, company.Account, SddScheme.Core, MandateType.Recurrent, new DateOnly(2026, 1, 15), "Julien Martin", "FR7616958230040009668127476", CustomerCode: code)), person);
        (await Wrong(() => Create("NEW-1", null))).ShouldBe(SepaErrorCodes.Required);
        (await Wrong(() => Create("NEW-1", others.Customer!.Code))).ShouldBe(SepaErrorCodes.CustomerUnknown);
        (await Wrong(() => Create(others.Reference, "c-1"))).ShouldBe(SepaErrorCodes.MandateReferenceTaken);
        (await Create("NEW-1", " c-1 ")).Customer!.Code.ShouldBe("C-1");
    }

    [Theory, Databases]
    public async Task Import_WithCustomerCodes_LinksThemAndRefusesUnknownOnes(TestDatabase database)
    {
        var (company, _, _, _) = await ThreeMandatesAsync(database);
        const string header = "Mandate reference;Signed on;Debtor name;IBAN;Customer number\n";
        var staged = await company.StageAsync(ImportKind.Mandates, header
            + "I-1;2026-01-15;Julien Martin;FR7616958230040009668127476;c-1\nI-2;2026-01-15;Julien Martin;FR7616958230040009668127476;C-9\nI-3;2026-01-15;Julien Martin;FR7616958230040009668127476;\n");
        var wrong = (await company.RowsAsync(staged.Id, ImportRowState.Invalid)).ShouldHaveSingleItem();
        wrong.Findings.ShouldHaveSingleItem().Code.ShouldBe(SepaErrorCodes.CustomerUnknown);
        await company.ImportsAsync(s => s.SkipInvalidRowsAsync(staged.Id));
        await company.ConfirmAsync(staged.Id);
        var imported = (await ListAsync(company, search: "I-1")).Items.ShouldHaveSingleItem();
        (await GetAsync(company, imported.Id)).Customer!.Code.ShouldBe("C-1");
    }

    [Theory, Databases]
    public async Task Rows_AskedForBeforeAnyPermission_AreNotGiven(TestDatabase database)
    {
        var (company, _, _, _) = await ThreeMandatesAsync(database);
        var person = SepaCompany.Person("Uwe Unchecked");
        (await Should.ThrowAsync<InvalidOperationException>(() => company.RunAsync<SepaDbContext, int>(db => db.Mandates.CountAsync(Cancelled), person)))
            .Message.ShouldContain("before a permission was checked");
        (await company.Host.RunAsync(company.Tenant, CurrentUserInfo.None, s => s.GetRequiredService<SepaDbContext>().Mandates.CountAsync(Cancelled))).ShouldBe(3);
    }

    private const string AuditLike = SepaPermissions.CreditorAccounts.Approve;

    private static readonly string[] Within = [SepaPermissions.Mandates.Default, SepaPermissions.Mandates.Edit, CustomersPermissions.Default];

    private static GrantBundle Source(CustomerView view, params string[] permissions) => new(
        (permissions.Length == 0 ? Within : permissions).ToFrozenSet(), FrozenDictionary<string, ScopeLimit>.Empty, Customers: view);

    /// <summary>Of customer C-1, of customer C-2, and of nobody.</summary>
    private async Task<(SepaCompany Company, MandateDto Ours, MandateDto Others, MandateDto Nobodys)> ThreeMandatesAsync(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await company.AddAccountAsync();
        foreach (var code in new[] { "C-1", "C-2" })
            await company.RunAsync<ICustomerAppService, CustomerDto>(s => s.CreateAsync(new SaveCustomerDto(code, $"Customer {code}")));
        return (company, await company.AddMandateAsync("OURS", m => m with { CustomerCode = "C-1" }),
            await company.AddMandateAsync("OTHERS", m => m with { CustomerCode = "C-2" }), await company.AddMandateAsync("NOBODYS"));
    }

    private static Task AssignAsync(SepaCompany company, Guid customer, CurrentUserInfo person, CustomerView kind) => WithAssignmentsAsync(company, async (db, set) =>
    {
        set.Add(new CustomerAssignment { CustomerId = customer, UserId = person.Id!.Value, Kind = kind });
        return await db.SaveChangesAsync(Cancelled);
    });

    private static Task WithAssignmentsAsync(SepaCompany company, Func<SepaDbContext, DbSet<CustomerAssignment>, Task<int>> work) =>
        company.RunAsync<SepaDbContext>(db => work(db, db.Set<CustomerAssignment>()));

    private static Task<PagedResult<MandateListDto>> ListAsync(SepaCompany company, CurrentUserInfo? person = null, string? search = null) =>
        company.RunAsync<IMandateAppService, PagedResult<MandateListDto>>(s => s.GetListAsync(new GetMandatesInput(search)), person);

    private static Task<MandateDto> GetAsync(SepaCompany company, Guid id, CurrentUserInfo? person = null) =>
        company.RunAsync<IMandateAppService, MandateDto>(s => s.GetAsync(id), person);

    private static Task Missing(Func<Task> act) => Should.ThrowAsync<EntityNotFoundException>(act);

    private static async Task<string> Wrong(Func<Task> act) => (await Should.ThrowAsync<InputException>(act)).Errors.ShouldHaveSingleItem().Code;
}
