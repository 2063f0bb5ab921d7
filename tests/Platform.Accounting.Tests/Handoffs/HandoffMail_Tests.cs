using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting.Tests;

/// <summary>Mails to accountants through a real mail server, as another program reads them.</summary>
public sealed class HandoffMail_Tests
{
    [Theory, Databases]
    [Trait("Req", "ACC-05"), Trait("Req", "ACC-06")]
    public async Task Handoff_ToAnOutsideAccountant_IsMailedInTheirLanguageAsTextAndHtml(TestDatabase database)
    {
        using var server = await StartServerAsync();
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Settings: server.Settings()));
        foreach (var (language, types, total, invitation) in new[]
        {
            ("en", new[] { "- Purchase invoices: 2", "- Contracts: 1" }, "Total: 3", "Your firm can join free of charge"),
            ("fr", ["- Factures d'achat : 2", "- Contrats : 1"], "Total : 3", "Votre cabinet peut s’inscrire gratuitement"),
        })
        {
            var company = new HandoffCompany(host, new TestClock(TimeProvider.System.GetUtcNow()), await host.CompanyAsync("lefevre"), await host.PersonAsync("benoit"));
            await company.BeginAsync(language);
            foreach (var (name, type) in new[] { ("a.pdf", DocumentType.PurchaseInvoice), ("b.pdf", DocumentType.PurchaseInvoice), ("c.pdf", DocumentType.Contract) })
                await company.AddAsync(name, type);
            await company.SendAsync();
            var mail = await server.NextMailAsync();
            (mail.To, mail.Type).ShouldBe((company.Email, "multipart/alternative"));
            mail.Subject.ShouldContain("Boulangerie Lefèvre SARL");
            var link = mail.Text.Split('\n').Single(l => l.Contains(HandoffCompany.LinkPath, StringComparison.Ordinal)).Trim();
            mail.Html.ShouldContain($"<a href=\"{link}\">");
            mail.Text.ShouldContain("/account/sign-up", customMessage: "an accountant outside may start at once");
            foreach (var said in types.Append(total).Append(invitation))
            {
                mail.Text.ShouldContain(said);
                System.Net.WebUtility.HtmlDecode(mail.Html).ShouldContain(said);
            }

            using var accountant = TestBrowser.Stranger(host);
            (await accountant.OpenAsync(new Uri(link).PathAndQuery)).QuerySelector("a[download]").ShouldNotBeNull();
        }
    }

    [Theory, Databases]
    [Trait("Req", "ACC-02"), Trait("Req", "TEN-05")]
    public async Task Engagement_Asked_IsMailedToTheFirmInItsLanguageAsTextAndHtml(TestDatabase database)
    {
        using var server = await StartServerAsync();
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Settings: server.Settings()));
        foreach (var (language, subject) in new[] { ("en", "Boulangerie Lefèvre SARL would like to work with you"), ("fr", "Boulangerie Lefèvre SARL souhaite travailler avec vous") })
        {
            var firm = await FirmAsync(host, language);
            await host.RunAsync(await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie"), s => s.GetRequiredService<IEngagementAppService>()
                .RequestAsync(new RequestEngagementDto("accounting", firm, null)));
            var mail = await server.NextMailAsync();
            (mail.To, mail.Subject, mail.Type).ShouldBe(($"{language}@firm.example", subject, "multipart/alternative"));
            mail.Text.ShouldContain("/clients");
            mail.Html.ShouldContain("/clients\">");
        }
    }

    private static Task<Guid> FirmAsync(TestHost host, string language) => host.RunAsync(null, null, s => s.GetRequiredService<ICompanyCreationService>().CreateAsync(new CreateCompanyDto
    {
        Name = $"Firm {language}",
        TenantType = TenantTypes.Accountant,
        Language = language,
        Color = "#0f766e",
        Contact = new ContactDto { Email = $"{language}@firm.example" },
        Address = new AddressDto { Town = "Lyon", Country = "FR" },
    }));

    private static async Task<MailServer> StartServerAsync()
    {
        var server = await MailServer.StartAsync(content: true);
        Assert.SkipWhen(server is null && !TestEnvironment.IsContinuousIntegration, "Node is not installed");
        return server.ShouldNotBeNull();
    }
}
