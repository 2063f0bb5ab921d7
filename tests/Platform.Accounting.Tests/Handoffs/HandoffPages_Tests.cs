using System.Net;

namespace Platform.Accounting.Tests;

/// <summary>Handoffs in the browser of a person, and expired links.</summary>
[Trait("Req", "ACC-05"), Trait("Req", "ACC-06")]
public sealed class HandoffPages_Tests(HandoffHosts hosts) : IClassFixture<HandoffHosts>
{
    [Theory, Databases]
    public async Task Pages_FromNothingToAHandoff_LeadThrough(TestDatabase database)
    {
        var company = await hosts.NewAsync(database, accountant: false);
        using var browser = await TestBrowser.SignInAsync(company.Host, "benoit@nova.example");
        var path = company.Path("handoffs/new");
        var empty = (await browser.OpenAsync(path)).QuerySelector("main")!;
        empty.QuerySelector($"a[href='{company.Path("settings/accounting")}']").ShouldNotBeNull("it leads to where the accountant is chosen");
        empty.QuerySelector("button.btn-primary")!.HasAttribute("disabled").ShouldBeTrue();
        await company.BeginAsync("fr");
        await company.AddAsync("a.pdf");
        var page = (await browser.OpenAsync(path)).QuerySelector("main")!;
        page.TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Purchase invoices"), t => t.ShouldContain("30 days unless you choose otherwise, 30 at most"), t => t.ShouldContain(company.Email));
        using var refused = await browser.SubmitAsync(path, "main form", ("Input.LinkDays", "99"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(refused)).QuerySelector("#Input_LinkDays-error")!.TextContent.ShouldContain("99 days are not possible");
        using var made = await browser.SubmitAsync(path, "main form", ("Input.LinkDays", "5"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var detail = (await browser.OpenAsync(made.Headers.Location!.OriginalString)).QuerySelector("main")!;
        detail.TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Purchase invoices/a.pdf".Replace("Purchase invoices", "Factures d'achat")), t => t.ShouldNotMatch(@"\b[A-Z]\w+:[A-Z]\w+\b"));
        (await browser.OpenAsync(company.Path("handoffs"))).QuerySelector("[data-status=Open]").ShouldNotBeNull();
        using var resent = await browser.SubmitAsync(made.Headers.Location!.OriginalString, "#resend", ("LinkDays", "3"));
        company.Mails.Count.ShouldBe(2);
        using var revoked = await browser.SubmitAsync(made.Headers.Location!.OriginalString, "form[action*=Revoke]");
        (await browser.OpenAsync(made.Headers.Location!.OriginalString)).QuerySelector("[data-status=Revoked]").ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-12")]
    public async Task Page_OfTheLink_ShowsTheHandoffUntilItsEnd(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        await company.AddAsync("secret name.pdf");
        var made = await company.AsAsync(s => s.CreateAsync(HandoffCompany.Wish() with { LinkDays = 1 }));
        using var accountant = TestBrowser.Stranger(company.Host);
        var page = (await accountant.OpenAsync(company.Links[0])).QuerySelector("main")!;
        page.TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Documents of Boulangerie Lefèvre SARL"), t => t.ShouldContain("16 bytes"), t => t.ShouldNotContain("secret"));
        page.QuerySelector("a[download]")!.GetAttribute("href").ShouldBe("?handler=Zip");
        company.Clock.Advance(TimeSpan.FromDays(1));
        using var dead = await accountant.GetAsync($"{company.Links[0]}?handler=Zip");
        dead.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await company.GetAsync(made.Head.Id)).Head.State.ShouldBe(HandoffState.Expired);
    }

    [Theory, Databases]
    public async Task Preview_OfChosenDocuments_KeepsThem(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var (chosen, _) = (await company.AddAsync("a.pdf"), await company.AddAsync("b.pdf"));
        using var browser = await TestBrowser.SignInAsync(company.Host, "benoit@nova.example");
        using var preview = await browser.SubmitAsync(company.Path("handoffs/new"), "main form", ("Input.DocumentIds", $"{chosen}"));
        var made = await company.GetAsync(Guid.Parse(preview.Headers.Location!.OriginalString.Split('/')[^1]));
        made.Head.Count.ShouldBe(1);
    }
}
