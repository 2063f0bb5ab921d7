using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Pages and API of reversals in a demonstration company. Each test gives back its own collection only.</summary>
[Trait("Req", "SEP-11")]
public sealed class ReversalPages_Tests(TestHosts hosts)
{
    private const string Root = "/t/lefevre/reversals";
    private const string Bookkeeper = "camille@lefevre.example";
    private const string Validator = "victor@lefevre.example";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    [Theory, Databases]
    public async Task GiveBack_FromTheList_EndsInARemittanceAndShowsBothWays(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (company, order) = await SettledAsync(host);
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        var list = $"/t/lefevre/collections?q={order.EndToEndId}&status=all";
        var link = (await browser.OpenAsync(list)).QuerySelector("a[href*='reversals/new']").ShouldNotBeNull().GetAttribute("href")!;
        using (var without = await browser.SubmitAsync(link, "form[data-p-dirty]"))
        {
            without.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await TestBrowser.ReadAsync(without)).GetElementById("Reason-error")!.TextContent.ShouldNotBeNullOrWhiteSpace();
        }

        using (var given = await browser.SubmitAsync(link, "form[data-p-dirty]", ("Reason", "Duplicate")))
            given.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var collection = await browser.OpenAsync(list);
        collection.QuerySelector("a[href*='reversals/new']").ShouldBeNull();
        var state = collection.QuerySelectorAll("#collection-list a[href*='/reversals?']").ShouldHaveSingleItem();
        state.TextContent.ShouldContain("Being given back");
        var reversal = (await browser.OpenAsync(state.GetAttribute("href")!)).QuerySelectorAll("#reversal-list tbody tr").ShouldHaveSingleItem();
        reversal.QuerySelector("a[href*='/collections?']")!.TextContent.ShouldBe(order.EndToEndId);
        reversal.TextContent.ShouldContain("AM05");
        using var made = await browser.SubmitAsync(Root, $"form[action*='original={order.RemittanceId}']");
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var remittance = await browser.OpenAsync(made.Headers.Location!.ToString());
        remittance.QuerySelector("#remittance-lines tbody tr")!.TextContent.ShouldContain("Ferme du Val");
        var id = Guid.Parse(made.Headers.Location!.ToString().Split('/')[^1]);
        (await company.RemittancesAsync(s => s.GetAsync(id))).ShouldSatisfyAllConditions(r => r.Number.ShouldStartWith("REV-"), r => r.ErrorCount.ShouldBe(0));
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Pages_ToWhoMayOnlyRead_OfferNothingAndRefuseTheForm(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (company, order) = await SettledAsync(host);
        await company.RunAsync<IReversalAppService, IReadOnlyList<ReversalDto>>(s => s.CreateAsync(new CreateReversalsDto([order.Id], ReversalReason.NotSpecified)));
        using var validator = await TestBrowser.SignInAsync(host, Validator);
        var page = await validator.OpenAsync($"{Root}?q={order.EndToEndId}");
        page.QuerySelectorAll("#reversal-list tbody tr").ShouldHaveSingleItem();
        page.QuerySelector("main form[method=post]").ShouldBeNull();
        using var refused = await validator.GetAsync($"{Root}/new?collection={order.Id}");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, Databases]
    [Trait("Req", "OPS-07")]
    public async Task Api_GivesBackOnceAndTakesBack(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (_, order) = await SettledAsync(host);
        var (bookkeeper, validator) = (host.CreateClient(DemoPeople.Token("camille")), host.CreateClient(DemoPeople.Token("victor")));
        var input = new CreateReversalsDto([order.Id], ReversalReason.Duplicate);
        (await PostAsync(validator, "reversals", input)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var made = await (await PostAsync(bookkeeper, "reversals", input)).Content.ReadFromJsonAsync<List<ReversalDto>>(Json, TestContext.Current.CancellationToken);
        made!.Single().CollectionId.ShouldBe(order.Id);
        var twice = await PostAsync(bookkeeper, "reversals", input);
        ((int)twice.StatusCode).ShouldBeInRange(400, 499);
        (await twice.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(SepaErrorCodes.AlreadyReversed);
        (await validator.GetFromJsonAsync<ReversalDto>(Url($"reversals/{made![0].Id}"), Json, TestContext.Current.CancellationToken))!.Amount.ShouldBe(12m);
        (await validator.GetFromJsonAsync<List<WaitingReversalsDto>>(Url("reversals/waiting"), Json, TestContext.Current.CancellationToken))!
            .ShouldContain(w => w.OriginalRemittanceId == order.RemittanceId);
        (await PostAsync(bookkeeper, $"reversals/{made[0].Id}/cancel", new { })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await bookkeeper.GetFromJsonAsync<OrderTotalDto>(Url($"reversals/total?search={order.EndToEndId}&status=Waiting"), Json, TestContext.Current.CancellationToken))!.Count.ShouldBe(0);
    }

    private static Uri Url(string path) => new($"/api/t/lefevre/{path}", UriKind.Relative);

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object body) =>
        client.PostAsJsonAsync(Url(path), body, Json, TestContext.Current.CancellationToken);

    private static async Task<(SepaCompany Company, CollectionDto Order)> SettledAsync(TestHost host)
    {
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync(Bookkeeper), await host.PersonAsync(Validator));
        var account = await company.AddAccountAsync(a => a with { CreditorIdentifier = CreditorIdentifier.Create("FR", "ZZZ", "300003").Value });
        var mandate = await company.AddMandateAsync($"GB-{Guid.CreateVersion7():N}"[..30], m => m with { DebtorName = "Ferme du Val" });
        var order = await company.AddCollectionAsync(mandate.Id, 12m);
        var issued = await company.ApproveAsync(await company.SubmitAsync(
            await company.CreateRemittanceAsync(account.Id, PaymentScheme.Core, new OrderSelectionDto(OrderIds: [order.Id]))));
        var answer = AnswerTexts.Report(issued.File!.MessageId, "ACSC", "", $"{Guid.CreateVersion7():N}");
        await company.RunAsync<IBankAnswerAppService, BankAnswerDto>(
            s => s.ImportAsync(new ImportBankAnswerInput("answer.xml", new MemoryStream(Encoding.UTF8.GetBytes(answer)))));
        await DueAsync(company, order.Id);
        return (company, await company.RunAsync<ICollectionAppService, CollectionDto>(s => s.GetAsync(order.Id)));
    }

    // As if the days to the collection had passed: the clock is the real one.
    private static Task DueAsync(SepaCompany company, Guid id) => company.Host.RunAsync(company.Tenant, company.Preparer, async services =>
    {
        var due = TargetCalendar.PreviousOpen(DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        await services.GetRequiredService<SepaDbContext>().Collections.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.ExecutionDate, due));
    });
}
