using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Money does not leave from a session that somebody left open: the demonstration's validator, long after signing in.</summary>
[Trait("Req", "IDN-13")]
[Trait("Req", "SEP-08")]
public sealed class PaymentProof_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string Company = "lefevre";
    private const string Validator = "victor";

    [Theory, Databases]
    public async Task Approval_OfARemittance_AsksForAFreshProofAndIsDoneAfterIt(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var page = $"/t/{Company}/remittances/{await SubmittedAsync(world)}";
        using var victor = await LongAfterSignInAsync(world);
        using (var stale = await victor.SubmitAsync(page, "form[action*=Approve]"))
            LocationOf(stale).ShouldBe(Confirmation(page));
        (await victor.OpenAsync(page)).QuerySelector("form[action*=Approve]").ShouldNotBeNull("nothing was approved");
        await ConfirmAsync(victor, page);
        using (var done = await victor.SubmitAsync(page, "form[action*=Approve]"))
            LocationOf(done).ShouldBe(page);
        (await victor.OpenAsync(page)).QuerySelector("form[action*=Approve]").ShouldBeNull();
    }

    [Theory, Databases]
    public async Task BankFile_Downloaded_AsksForAFreshProofAndLeadsBackToItsPage(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var id = await IssuedAsync(world.Host);
        var page = $"/t/{Company}/remittances/{id}";
        using var victor = await LongAfterSignInAsync(world);
        using (var stale = await victor.GetAsync($"{page}/file"))
            LocationOf(stale).ShouldBe(Confirmation(page));
        using (var orders = await victor.GetAsync($"{page}/orders.csv"))
            LocationOf(orders).ShouldBe(Confirmation(page));
        (await victor.OpenAsync(page)).QuerySelector($"a[href$='/file']")!.HasAttribute("download").ShouldBeFalse("it would save the confirmation under the file's name");
        await ConfirmAsync(victor, page);
        using var file = await victor.GetAsync($"{page}/file");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/xml");
        using var byToken = world.Host.CreateClient(DemoPeople.Token(Validator));
        using var answer = await byToken.GetAsync(new Uri($"/api/t/{Company}/remittances/{id}/file", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, "a token was made with a proof");
    }

    [Theory, Databases]
    [Trait("Req", "SEP-01")]
    public async Task Approval_OfACreditorAccount_AsksForAFreshProof(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (company, camille) = (await world.Host.CompanyAsync(Company), await world.Host.PersonAsync("amelie"));
        var account = await world.Host.RunAsync(company, camille, s => s.GetRequiredService<ICreditorAccountAppService>().CreateAsync(new SaveCreditorAccountDto(
            "Second", "FR1420041010050500013M02606", "PSSTFRPP", "La Banque Postale", "Boulangerie Lefèvre SARL", "FR72ZZZ123456", new AddressDto("Rue", "1", "69002", "Lyon", "FR"), new BankProfileDto())));
        var page = $"/t/{Company}/creditor-accounts/{account.Id}";
        using var victor = await LongAfterSignInAsync(world);
        using var stale = await victor.SubmitAsync(page, "form[action*=Approve]");
        LocationOf(stale).ShouldBe(Confirmation(page));
        (await world.Host.RunAsync(company, camille, s => s.GetRequiredService<ICreditorAccountAppService>().GetAsync(account.Id))).Status.ShouldBe(CreditorAccountStatus.AwaitingApproval);
    }

    [Fact]
    [Trait("Req", "SEP-04")]
    public async Task FailedRows_OfAnImport_AskForAFreshProof()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        using var camille = await LongAfterSignInAsync(world, "camille");
        var page = $"/t/{Company}/imports/{Guid.CreateVersion7()}";
        using var missing = await camille.GetAsync($"{page}?handler=FailedRows");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound, "what is not there asks for no proof");
        var import = await StagedAsync(world.Host);
        using var stale = await camille.GetAsync($"/t/{Company}/imports/{import}?handler=FailedRows");
        LocationOf(stale).ShouldBe(Confirmation($"/t/{Company}/imports/{import}"));
    }

    private static async Task<TestBrowser> LongAfterSignInAsync(World world, string name = Validator)
    {
        var browser = await TestBrowser.SignInAsync(world.Host, DemoPeople.Email(name));
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        return browser;
    }

    private static async Task ConfirmAsync(TestBrowser browser, string target)
    {
        using var answer = await browser.SubmitAsync(Confirmation(target), "form:has([name=Proof])", ("Proof", DemoPeople.Password(Validator)));
        LocationOf(answer).ShouldBe(target);
    }

    private static string Confirmation(string target) => $"/account/confirm?returnUrl={Uri.EscapeDataString(target)}";

    private static string LocationOf(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }

    private static async Task<Guid> SubmittedAsync(World world)
    {
        // At night: between submission and approval no bank closes.
        world.Clock.Advance(TimeSpan.FromDays(1) - world.Clock.GetUtcNow().TimeOfDay);
        var host = world.Host;
        var (company, camille) = (await host.CompanyAsync(Company), await host.PersonAsync("camille"));
        return await host.RunAsync(company, camille, async s =>
        {
            var remittances = s.GetRequiredService<IRemittanceAppService>();
            var mandate = (await s.GetRequiredService<IMandateAppService>().GetListAsync(new GetMandatesInput(Status: MandateStatus.Active))).Items[0];
            var order = await s.GetRequiredService<ICollectionAppService>().CreateAsync(new CreateCollectionDto(mandate.Id, 12.30m, null, $"E-{Guid.CreateVersion7():N}"[..30], "FA-1", "Pain"));
            var account = (await s.GetRequiredService<ICreditorAccountAppService>().GetListAsync()).First(a => a.Status == CreditorAccountStatus.Approved).Id;
            var made = await remittances.CreateAsync(new CreateRemittanceDto(Guid.CreateVersion7(), account, null, mandate.Scheme == SddScheme.B2b ? PaymentScheme.B2b : PaymentScheme.Core, new OrderSelectionDto(OrderIds: [order.Id])));
            if (made.WarningCount > 0)
                made = await remittances.AcknowledgeWarningsAsync(made.Id, new RemittanceActInput(made.ConcurrencyStamp));
            return (await remittances.SubmitAsync(made.Id, new RemittanceActInput(made.ConcurrencyStamp))).Id;
        });
    }

    private static async Task<Guid> IssuedAsync(TestHost host)
    {
        var listed = await host.RunAsync(await host.CompanyAsync(Company), await host.PersonAsync("camille"), s => s.GetRequiredService<IRemittanceAppService>().GetListAsync(new GetRemittancesInput()));
        return listed.Items.First(r => r.Status == RemittanceStatus.Approved).Id;
    }

    private static async Task<Guid> StagedAsync(TestHost host)
    {
        using var file = new MemoryStream("Mandat;Montant\nNOWHERE-1;12,00\n"u8.ToArray());
        return await host.RunAsync(await host.CompanyAsync(Company), await host.PersonAsync("camille"), async s =>
        {
            var account = (await s.GetRequiredService<ICreditorAccountAppService>().GetListAsync()).First(a => a.Status == CreditorAccountStatus.Approved).Id;
            return (await s.GetRequiredService<IImportAppService>().StageAsync(new StageImportInput(ImportKind.Collections, "orders.csv", file, account))).Id;
        });
    }
}
