using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Pages and API on a host of their own: the switch would warn in remittances of other tests.</summary>
[Trait("Req", "SEP-13")]
public sealed class PreNotificationPages_Tests
{
    private const string Root = "/t/lefevre/pre-notifications";
    private const string Api = "/api/t/lefevre/pre-notifications";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Journey_FromTheSwitchToTheLetter_WorksWithoutScript(TestDatabase database)
    {
        await using var host = await StartAsync(database);
        using var camille = await TestBrowser.SignInAsync(host, "camille@lefevre.example");
        (await camille.OpenAsync(Root)).QuerySelector(".p-empty").ShouldNotBeNull();
        await SwitchOnAsync(camille);
        var approved = await ApprovedAsync(host);
        var remittance = $"/t/lefevre/remittances/{approved.Id}";
        // The job plans at a moment of its own: the page's button for it may be gone between its reading and its use.
        await PlanAsync(host, approved.Id);
        var counts = await camille.OpenAsync(remittance);
        counts.QuerySelector("[data-count=NoAddress]")!.TextContent.ShouldBe("1");
        counts.QuerySelector("[data-count=Planned]")!.TextContent.ShouldBe("1");

        var list = $"{Root}?state=NoAddress";
        using (var refused = await camille.SubmitAsync(list, "form[action*='handler=Send']", ("Email", "nowhere")))
            (await ReadAsync(refused)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("nowhere");
        (await camille.OpenAsync($"{Root}/letters")).QuerySelector(".s-letter[lang=fr]")!.TextContent.ShouldContain("Prélèvement de Boulangerie Lefèvre");
        using (await camille.SubmitAsync($"{Root}/letters", "form[action*='pre-notifications/letters']", ("Ids", await IdAsync(host)))) { }
        (await camille.OpenAsync($"{Root}/letters")).QuerySelector(".s-letter").ShouldBeNull();
        var told = await camille.OpenAsync($"{Root}?state=ToldOtherwise");
        told.QuerySelector("[data-status=ToldOtherwise]").ShouldNotBeNull();
        told.QuerySelector("tfoot .p-money")!.TextContent.ShouldBe("€20.00");
        using (var sent = await camille.SubmitAsync($"{Root}?state=ToldOtherwise", "form[action*='handler=Send']", ("Email", "found@example.org")))
            sent.StatusCode.ShouldBe(HttpStatusCode.Found);
        host.Services.GetRequiredService<SentMails>().To("found@example.org").Count.ShouldBe(1);
    }

    [Theory, Databases(TestDatabase.Sqlite)]
    public async Task Api_ByRight_ReadsActsAndRefuses(TestDatabase database)
    {
        await using var host = await StartAsync(database);
        using var camille = host.CreateClient(DemoPeople.Token("camille"));
        using (var put = await camille.PutAsJsonAsync($"{Api}/settings", new { isEnabled = true, noticeDays = 5, language = "fr", contact = "04 72 00 00 00" }, Cancelled))
            put.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using (var wrong = await camille.PutAsJsonAsync($"{Api}/settings", new { isEnabled = true, noticeDays = 0, language = "fr" }, Cancelled))
            (await wrong.Content.ReadAsStringAsync(Cancelled)).ShouldContain(SepaErrorCodes.NumberRange);
        var remittance = await ApprovedAsync(host);
        using (var planned = await camille.PostAsync(new Uri($"/api/t/lefevre/remittances/{remittance.Id}/pre-notifications", UriKind.Relative), null, Cancelled))
            (await planned.Content.ReadAsStringAsync(Cancelled)).ShouldContain("\"NoAddress\":1");
        var id = await IdAsync(host);
        (await camille.GetStringAsync($"{Api}?remittanceId={remittance.Id}&state=NoAddress", Cancelled)).ShouldContain(id);
        (await camille.GetStringAsync($"{Api}/letters?remittanceId={remittance.Id}", Cancelled)).ShouldContain("Prélèvement");
        using (var told = await camille.PostAsJsonAsync($"{Api}/told", new { ids = new[] { id }, way = "Phone", on = "2020-01-01" }, Cancelled))
            told.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await camille.GetStringAsync($"{Api}/{id}", Cancelled)).ShouldContain("\"state\":\"ToldOtherwise\"");
        using var victor = host.CreateClient(DemoPeople.Token("victor"));
        using (var refused = await victor.PostAsJsonAsync($"{Api}/{id}/send", new { email = "a@example.org" }, Cancelled))
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await victor.GetStringAsync($"{Api}/summary", Cancelled)).ShouldContain("\"isEnabled\":true");
    }

    private static async Task SwitchOnAsync(TestBrowser camille)
    {
        const string Page = $"{Root}/settings";
        using (var refused = await camille.SubmitAsync(Page, "form[data-p-dirty]", ("Input.NoticeDays", "61"), ("Input.Language", "fr")))
            (await ReadAsync(refused)).GetElementById("Input_NoticeDays-error")!.TextContent.ShouldContain("61");
        using (await camille.SubmitAsync(Page, "form[data-p-dirty]", ("Input.IsEnabled", "true"), ("Input.NoticeDays", "5"), ("Input.Language", "fr"), ("Input.Contact", "04 72 00 00 00"))) { }
        var saved = await camille.OpenAsync(Page);
        saved.QuerySelector("#Input_IsEnabled[checked]").ShouldNotBeNull();
        saved.GetElementById("Input_NoticeDays")!.GetAttribute("value").ShouldBe("5");
    }

    private static async Task<RemittanceDto> ApprovedAsync(TestHost host)
    {
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync("camille"), await host.PersonAsync("victor"));
        var account = await company.AddAccountAsync(a => a with { CreditorIdentifier = CreditorIdentifier.Create("FR", "ZZZ", "300002").Value });
        var on = TargetCalendar.NextOpen(DateOnly.FromDateTime(host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(40));
        foreach (var (i, email) in new[] { "debtor@example.org", null }.Index())
        {
            var mandate = await company.AddMandateAsync($"PAGE-{i}", m => m with { Email = email, Language = email is null ? null : "en", CreditorAccountId = account.Id });
            await company.AddCollectionAsync(mandate.Id, 10m * (i + 1), c => c with { RequestedOn = on });
        }

        return await company.ApproveAsync(await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id)));
    }

    private static async Task PlanAsync(TestHost host, Guid remittanceId)
    {
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync("camille"));
        await company.RunAsync<IPreNotificationAppService, PreNotificationSummaryDto>(s => s.PlanAsync(remittanceId));
    }

    private static async Task<string> IdAsync(TestHost host)
    {
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync("camille"));
        var list = await company.RunAsync<IPreNotificationAppService, PagedResult<PreNotificationDto>>(s => s.GetListAsync(new GetPreNotificationsInput(State: PreNotificationState.NoAddress)));
        return $"{list.Items.Single().Id}";
    }

    private static Task<TestHost> StartAsync(TestDatabase database) => TestHost.StartAsync(new TestHostOptions(database, services =>
    {
        services.AddSingleton<SentMails>();
        services.Replace(ServiceDescriptor.Scoped<IEmailSender, SentMails.Sender>());
    }));

    private static async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return await TestBrowser.ReadAsync(response);
    }
}
