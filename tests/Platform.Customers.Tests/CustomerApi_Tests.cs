using System.Net;
using System.Net.Http.Json;
using Platform.Kernel;

namespace Platform.Customers.Tests;

[Trait("Req", "IDN-11")]
public sealed class CustomerApi_Tests(TestHosts hosts)
{
    private const string Customers = "/api/t/lefevre/customers";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Everything_OfASeller_ShowsTheirCustomersOnly(TestDatabase database)
    {
        using var administrator = await ClientAsync(database, "amelie");
        using var seller = await ClientAsync(database, "sofia");
        var all = await ListAsync(administrator);
        (await ListAsync(seller)).Items.Select(c => c.Code).ShouldBe(["C-01", "C-03"]);
        (await ListAsync(seller)).TotalCount.ShouldBe(2);
        (await ListAsync(seller, "?search=dubreuil")).TotalCount.ShouldBe(0);
        (await ListAsync(administrator, "?search=dubreuil")).TotalCount.ShouldBe(1);
        var hidden = all.Items.Single(c => c.Code == "C-02").Id;
        (await seller.GetAsync($"{Customers}/{hidden}", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await seller.PutAsJsonAsync($"{Customers}/{hidden}", new SaveCustomerDto("X", "X"), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await seller.GetAsync("/api/t/lefevre/remittances", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var mandates = await seller.GetFromJsonAsync<PagedResult<MandateLine>>("/api/t/lefevre/mandates", Cancelled);
        mandates!.Items.Select(m => m.DebtorName).ShouldBe(["Café des Jacobins", "Restaurant Le Bouchon"], ignoreOrder: true);
        mandates.TotalCount.ShouldBe(2);
    }

    [Theory, Databases]
    public async Task People_SetAndTaken_ShowOnTheNextRequest(TestDatabase database)
    {
        using var administrator = await ClientAsync(database, "amelie");
        using var seller = await ClientAsync(database, "victor");
        var created = await (await administrator.PostAsJsonAsync(Customers, New("P"), Cancelled)).Content.ReadFromJsonAsync<CustomerDto>(Cancelled);
        var victor = (await administrator.GetFromJsonAsync<List<Member>>($"{Customers}/members", Cancelled))!.Single(m => m.Name == "Victor Marchand");
        await SetAsync(administrator, created!.Id, new CustomerPeopleDto([victor.Id], [victor.Id]), HttpStatusCode.NoContent);
        var shown = await administrator.GetFromJsonAsync<CustomerDto>($"{Customers}/{created.Id}", Cancelled);
        (shown!.ManagedBy.ShouldHaveSingleItem().Name, shown.AssignedTo.ShouldHaveSingleItem().Name).ShouldBe((victor.Name, victor.Name));
        await SetAsync(administrator, created.Id, new CustomerPeopleDto([], []), HttpStatusCode.NoContent);
        (await administrator.GetFromJsonAsync<CustomerDto>($"{Customers}/{created.Id}", Cancelled))!.ManagedBy.ShouldBeEmpty();
        await SetAsync(administrator, created.Id, new CustomerPeopleDto([Guid.CreateVersion7()], []), HttpStatusCode.BadRequest);
        await SetAsync(seller, created.Id, new CustomerPeopleDto([], []), HttpStatusCode.Forbidden);
    }

    [Theory, Databases]
    public async Task Save_CodeOfAnother_IsRefusedAtItsField(TestDatabase database)
    {
        using var client = await ClientAsync(database, "camille");
        var first = New("D");
        (await client.PostAsJsonAsync(Customers, first, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Created);
        using var second = await client.PostAsJsonAsync(Customers, first with { Code = first.Code!.ToLowerInvariant() }, Cancelled);
        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await second.Content.ReadAsStringAsync(Cancelled)).ShouldContain(CustomersErrorCodes.CodeTaken);
    }

    [Theory, Databases]
    public async Task List_NameWithALigature_IsFoundHoweverItIsWritten(TestDatabase database)
    {
        using var client = await ClientAsync(database, "camille");
        var customer = New("S") with { Name = "Les Sœurs du Boeuf" };
        (await client.PostAsJsonAsync(Customers, customer, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Created);
        foreach (var search in new[] { "soeurs", "Sœurs", "boeuf", "bœuf", "soeurs bœuf" })
            (await ListAsync(client, $"?search={Uri.EscapeDataString($"{customer.Code} {search}")}")).TotalCount.ShouldBe(1, search);
        (await ListAsync(client, $"?search={customer.Code}%20oeil")).TotalCount.ShouldBe(0);
    }

    [Theory, Databases]
    public async Task List_PageByPage_ShowsEachOnce(TestDatabase database)
    {
        using var client = await ClientAsync(database, "benoit");
        for (var i = 0; i < 3; i++)
            await client.PostAsJsonAsync("/api/t/nova/customers", New("L"), Cancelled);
        var (seen, cursor) = (new List<string>(), "");
        while (true)
        {
            var page = await client.GetFromJsonAsync<PagedResult<CustomerListDto>>($"/api/t/nova/customers?pageSize=2&cursor={Uri.EscapeDataString(cursor)}", Cancelled);
            seen.AddRange(page!.Items.Select(c => c.Code));
            if (page.NextCursor is not { } next)
                break;
            cursor = next;
        }

        var whole = await client.GetFromJsonAsync<PagedResult<CustomerListDto>>("/api/t/nova/customers?pageSize=200", Cancelled);
        seen.ShouldBe(whole!.Items.Select(c => c.Code));
        (await client.GetAsync("/api/t/nova/customers?pageSize=0", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, Databases]
    public async Task Customer_OfAnotherCompany_IsNotFound(TestDatabase database)
    {
        using var client = await ClientAsync(database, "amelie");
        var created = await (await client.PostAsJsonAsync(Customers, New("F"), Cancelled)).Content.ReadFromJsonAsync<CustomerDto>(Cancelled);
        var elsewhere = $"/api/t/nova/customers/{created!.Id}";
        (await client.GetAsync(elsewhere, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PutAsJsonAsync(elsewhere, New("F"), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PutAsJsonAsync($"{elsewhere}/people", new CustomerPeopleDto([], []), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static SaveCustomerDto New(string prefix) => new($"{prefix}-{Guid.CreateVersion7():N}"[..20], "Made by a test");

    private static async Task SetAsync(HttpClient client, Guid id, CustomerPeopleDto people, HttpStatusCode expected) =>
        (await client.PutAsJsonAsync($"{Customers}/{id}/people", people, Cancelled)).StatusCode.ShouldBe(expected);

    private static async Task<PagedResult<CustomerListDto>> ListAsync(HttpClient client, string query = "") =>
        (await client.GetFromJsonAsync<PagedResult<CustomerListDto>>($"{Customers}{query}", Cancelled))!;

    private async Task<HttpClient> ClientAsync(TestDatabase database, string name) => (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(name));

    private sealed record Member(Guid Id, string Name);

    private sealed record MandateLine(string DebtorName);
}
