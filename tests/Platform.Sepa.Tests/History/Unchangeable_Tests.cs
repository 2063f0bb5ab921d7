using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>What is issued is neither edited nor deleted, whatever way one tries.</summary>
[Trait("Req", "SEP-12")]
public sealed class Unchangeable_Tests(SepaHosts hosts, TestHosts demonstration)
{
    [Theory, Databases]
    public async Task Issued_ThroughEveryAct_StaysAsItIs(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var (company, id) = (issued.Company, issued.RemittanceId);
        var (before, order) = (await TextAsync(issued), await issued.OrderAsync(1));
        var act = new RemittanceActInput((await company.RemittancesAsync(s => s.GetAsync(id))).ConcurrencyStamp);
        Func<IRemittanceAppService, Task<RemittanceDto>>[] preparing =
        [
            s => s.CheckAsync(id, act), s => s.RemoveLineAsync(id, order.Id, act), s => s.RemoveLinesWithErrorsAsync(id, act), s => s.AcknowledgeWarningsAsync(id, act),
            s => s.SubmitAsync(id, act), s => s.WithdrawAsync(id, act), s => s.CancelAsync(id, act),
        ];
        foreach (var prepare in preparing)
            (await IssuedCompany.RefusedAsync(() => company.RemittancesAsync(prepare))).ShouldBe(SepaErrorCodes.RemittanceState);
        (await IssuedCompany.RefusedAsync(() => company.RemittancesAsync(s => s.RejectAsync(id, new RejectRemittanceDto("no")), company.Second))).ShouldBe(SepaErrorCodes.RemittanceState);
        (await IssuedCompany.RefusedAsync(() => company.RemittancesAsync(s => s.ApproveAsync(id, new ApproveRemittanceDto("x")), company.Second))).ShouldBe(SepaErrorCodes.RemittanceState);
        (await IssuedCompany.RefusedAsync(() => company.RunAsync<ICollectionAppService>(s => s.CancelAsync(order.Id)))).ShouldBe(SepaErrorCodes.OrderNotWaiting);
        (await TextAsync(issued)).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task Issued_AfterItsMandateAndAccountChanged_KeepsItsOwnCopy(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var before = await LinesAsync(issued);
        var mandate = await issued.MandateAsync(1);
        await issued.Company.RunAsync<IMandateAppService, MandateDto>(s => s.UpdateAsync(mandate.Id, new SaveMandateDto(
            mandate.Reference, issued.Company.Account, mandate.Scheme, mandate.Type, mandate.SignedOn, "Another Name", "FR1420041010050500013M02606", ConcurrencyStamp: mandate.ConcurrencyStamp)));
        (await issued.MandateAsync(1)).DebtorName.ShouldBe("Another Name");
        (await LinesAsync(issued)).ShouldBe(before);
    }

    [Fact]
    public async Task Api_OfRemittancesAndOrders_HasNoVerbThatEditsOrDeletes()
    {
        var host = await demonstration.GetAsync(TestDatabase.Sqlite);
        var verbs = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.Trim('/').StartsWith("api/t/{tenant}/remittances") || e.RoutePattern.RawText!.Trim('/').StartsWith("api/t/{tenant}/collections"))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods).ToHashSet();
        verbs.ShouldBe(["GET", "POST"], ignoreOrder: true);
        using var client = host.CreateClient(DemoPeople.Token("camille"));
        var id = (await host.RunAsync(await host.CompanyAsync("lefevre"), await host.PersonAsync("camille"), s => s.GetRequiredService<IRemittanceAppService>().GetListAsync(new GetRemittancesInput(RemittanceStatus.Approved)))).Items[^1].Id;
        var url = new Uri($"/api/t/lefevre/remittances/{id}", UriKind.Relative);
        var before = await client.GetStringAsync(url, TestContext.Current.CancellationToken);
        foreach (var method in new[] { HttpMethod.Delete, HttpMethod.Put, HttpMethod.Patch })
        {
            using var request = new HttpRequestMessage(method, url) { Content = JsonContent.Create(new { title = "x" }) };
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.Forbidden);
        }

        (await client.GetStringAsync(url, TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    private static async Task<string> TextAsync(IssuedCompany issued) =>
        System.Text.Json.JsonSerializer.Serialize(await issued.Company.RemittancesAsync(s => s.GetAsync(issued.RemittanceId))) + await LinesAsync(issued);

    private static async Task<string> LinesAsync(IssuedCompany issued) =>
        System.Text.Json.JsonSerializer.Serialize((await issued.Company.RemittancesAsync(s => s.GetLinesAsync(issued.RemittanceId, new GetRemittanceLinesInput()))).Items);
}
