using System.Net;

namespace Platform.Customers.Tests;

[Trait("Req", "IDN-11")]
public sealed class CustomerPages_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task Pages_OfASeller_ShowTheirCustomersAndMandatesOnly(TestDatabase database)
    {
        using var browser = await SignInAsync(database, "sofia");
        var customers = await browser.OpenAsync("/t/lefevre/customers");
        customers.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        customers.QuerySelector("main")!.TextContent.ShouldNotContain("Dubreuil");
        var mandates = await browser.OpenAsync("/t/lefevre/mandates");
        mandates.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        (await browser.OpenAsync("/t/lefevre")).QuerySelector("main")!.TextContent.ShouldNotContain("Dubreuil");
    }

    [Theory, Databases]
    public async Task Customer_MadeAssignedAndChanged_IsShownSo(TestDatabase database)
    {
        using var browser = await SignInAsync(database, "amelie");
        var code = $"W-{Guid.CreateVersion7():N}"[..20];
        using var saved = await browser.SubmitAsync("/t/lefevre/customers/new", "main form", ("Input.Code", code), ("Input.Name", "Épicerie Vidal"));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = saved.Headers.Location!.ToString();
        var page = await browser.OpenAsync(address);
        var victor = page.QuerySelectorAll("input[name=ManagedBy]").Single(i => page.QuerySelector($"label[for='{i.Id}']")!.TextContent == "Victor Marchand");
        using var set = await browser.SubmitAsync(address, "main form", ("ManagedBy", victor.GetAttribute("value")!));
        set.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.OpenAsync(address)).QuerySelector(".p-facts")!.TextContent.ShouldContain("Victor Marchand");
        using var refused = await browser.SubmitAsync($"{address}/edit", "main form", ("Input.Name", " "));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(refused)).QuerySelector("#Input_Name-error")!.TextContent.ShouldContain("This field is needed.");
    }

    private async Task<TestBrowser> SignInAsync(TestDatabase database, string name) =>
        await TestBrowser.SignInAsync(await hosts.GetAsync(database), DemoPeople.Email(name));
}
