using System.Net;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>The pages of transfers without script, in a demonstration company. Each test looks at its own transfers only.</summary>
[Trait("Req", "SEP-03")]
public sealed class TransferPages_Tests(TestHosts hosts)
{
    private const string Root = "/t/lefevre/transfers";
    private const string Form = "form[data-p-dirty]";
    private const string Bookkeeper = "camille@lefevre.example";

    [Theory, Databases]
    public async Task New_WithMistakes_SaysThemBesideTheFieldsAndKeepsWhatWasTyped(TestDatabase database)
    {
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), Bookkeeper);
        using var refused = await browser.SubmitAsync(
            $"{Root}/new", Form, ("Input.CreditorName", "Ferme du Val"), ("Input.CreditorIban", "FR7616958230040009668127477"), ("Input.Amount", "12.345"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await TestBrowser.ReadAsync(refused);
        page.GetElementById("Input_Amount-error")!.TextContent.ShouldNotBeNullOrWhiteSpace();
        page.GetElementById("Input_CreditorName")!.GetAttribute("value").ShouldBe("Ferme du Val");
        using var iban = await browser.SubmitAsync(
            $"{Root}/new", Form, ("Input.CreditorName", "Ferme du Val"), ("Input.CreditorIban", "FR7616958230040009668127477"), ("Input.Amount", "12.34"));
        (await TestBrowser.ReadAsync(iban)).GetElementById("Input_CreditorIban-error")!.TextContent.ShouldContain("check digits");
    }

    [Theory, Databases]
    public async Task New_Right_WaitsInTheListAndCanBeTakenBack(TestDatabase database)
    {
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), Bookkeeper);
        var reference = $"PAGE-{Guid.CreateVersion7():N}"[..30];
        using (var saved = await browser.SubmitAsync(
            $"{Root}/new", Form, ("Input.CreditorName", "<b>Ferme</b> & Fils"), ("Input.CreditorIban", "FR76 1695 8230 0400 0966 8127 476"), ("Input.Amount", "12.34"), ("Input.EndToEndId", reference)))
            saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var list = await browser.OpenAsync($"{Root}?q={reference}");
        var row = list.QuerySelectorAll("#transfer-list tbody tr").ShouldHaveSingleItem();
        row.TextContent.ShouldContain("<b>Ferme</b> & Fils");
        row.TextContent.ShouldNotContain("FR7616958230040009668127476");
        list.QuerySelector("#transfer-list tfoot")!.TextContent.ShouldContain("12.34");
        using (var cancelled = await browser.SubmitAsync($"{Root}?q={reference}", "form[action*='handler=Cancel']"))
            cancelled.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.OpenAsync($"{Root}?q={reference}")).QuerySelector("#transfer-list tbody").ShouldBeNull();
        (await browser.OpenAsync($"{Root}?q={reference}&status=all")).QuerySelector("#transfer-list .p-status")!.TextContent.ShouldContain("Taken back");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Pages_ToWhoMayOnlyRead_OfferNothingAndRefuseTheForm(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        using var validator = await TestBrowser.SignInAsync(host, "victor@lefevre.example");
        (await validator.OpenAsync(Root)).QuerySelector("a[href$='transfers/new']").ShouldBeNull();
        using var refused = await validator.GetAsync($"{Root}/new");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, Databases]
    public async Task Wizard_OfTransfers_TakesOnlyThem(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync(Bookkeeper), await host.PersonAsync("victor@lefevre.example"));
        var transfer = await company.RunAsync<ITransferAppService, TransferDto>(s => s.CreateAsync(new CreateTransferDto("Ferme du Val", "FR7616958230040009668127476", 5m)));
        using var browser = await TestBrowser.SignInAsync(host, Bookkeeper);
        (await browser.OpenAsync("/t/lefevre/remittances/new?scheme=Sct")).QuerySelector("#Input_Scheme option[selected]")!.GetAttribute("value").ShouldBe("Sct");
        var account = (await company.RunAsync<ICreditorAccountAppService, IReadOnlyList<CreditorAccountDto>>(s => s.GetListAsync())).First(a => a.Status == CreditorAccountStatus.Approved);
        var id = Guid.CreateVersion7();
        using var made = await browser.SubmitAsync(
            "/t/lefevre/remittances/new", "form[action$='remittances/new']",
            ("Input.Id", $"{id}"), ("Input.CreditorAccountId", $"{account.Id}"), ("Input.Scheme", "Sct"), ("Input.Choice", "All"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.OpenAsync($"/t/lefevre/remittances/{id}?q={transfer.EndToEndId}");
        page.QuerySelector("#remittance-lines tbody tr")!.TextContent.ShouldContain("Ferme du Val");
        page.QuerySelector($"[data-code='{SepaErrorCodes.FirstPayment}']").ShouldNotBeNull();
        page.QuerySelector("#remittance-lines a[href*='mandates']").ShouldBeNull();
        (await company.RemittancesAsync(s => s.GetAsync(id))).Number.ShouldStartWith("SCT-");
    }
}
