using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Vault.Tests;

[Trait("Req", "VLT-03")]
public sealed class VaultKeysPage_Tests(TestHosts hosts)
{
    private const string Page = "/t/lefevre/vault/keys";

    [Theory, Databases]
    public async Task Page_OperatorsAdministrator_SeesTheOpenVaultAndItsKeys(TestDatabase database)
    {
        using var amelie = await TestBrowser.SignInAsync(await hosts.GetAsync(database), "amelie@lefevre.example");
        var page = await amelie.OpenAsync(Page);
        page.QuerySelector("[data-seal=open]").ShouldNotBeNull().TextContent.ShouldContain("The vault is open");
        page.QuerySelector("tr[data-version] [data-status=Active]").ShouldNotBeNull();
        page.QuerySelector($"nav a[href='{Page}']").ShouldNotBeNull("in the menu");
    }

    [Theory, Databases]
    public async Task Page_AnyoneElse_IsRefused(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        foreach (var (email, company) in new[] { ("amelie@lefevre.example", "nova"), ("awa@fiducia.example", "fiducia"), ("camille@lefevre.example", "lefevre") })
        {
            using var person = await TestBrowser.SignInAsync(host, email);
            using var answer = await person.GetAsync($"/t/{company}/vault/keys");
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
            (await person.OpenAsync($"/t/{company}")).QuerySelector($"nav a[href='/t/{company}/vault/keys']").ShouldBeNull(email);
        }
    }

    [Theory, Databases]
    [Trait("Req", "VLT-04")]
    public async Task Acts_NewMasterKeyThenDestruction_AskBeforeTheyDestroy(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database));
        using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
        (await amelie.OpenAsync(Page)).QuerySelector("a[href*='retire=']").ShouldBeNull("the active key cannot be destroyed");
        using (await amelie.SubmitAsync(Page, "form[action*='handler=MasterKey']"))
            (await amelie.OpenAsync(Page)).QuerySelector(".p-toast")!.TextContent.ShouldContain("Master key 2 is in use");
        var question = (await amelie.OpenAsync(Page)).QuerySelector("tr[data-version='1'] a[href*='retire=1']")!.GetAttribute("href")!;
        (await amelie.OpenAsync(question)).QuerySelector(".p-alert")!.TextContent.ShouldContain("Destroy master key 1 for good?");
        using (await amelie.SubmitAsync(question, "form[action*='handler=Retire']"))
            (await amelie.OpenAsync(Page)).QuerySelector("tr[data-version='1'] [data-status=Retired]").ShouldNotBeNull();
    }

    [Theory, Databases(TestDatabase.Sqlite)]
    [Trait("Req", "VLT-04")]
    public async Task NewMasterKey_AskedTwice_MakesOne(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database));
        using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
        for (var click = 0; click < 2; click++)
        {
            using var answer = await amelie.SubmitAsync(Page, "form[action*='handler=MasterKey']", ("after", "1"));
        }

        (await amelie.OpenAsync(Page)).QuerySelectorAll("tr[data-version]").Length.ShouldBe(2);
    }

    [Theory, Databases(TestDatabase.Sqlite)]
    [Trait("Req", "VLT-04")]
    public async Task Page_OnlyDamagedSecretsLeft_StopsFollowingAndOffersToTryAgain(TestDatabase database)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var status = new VaultStatusDto(
            false, null, null, "file", "file:1", [new(2, MasterKeyState.Active, "file:1", now, null, 7, 0), new(1, MasterKeyState.Retiring, "file:1", now, null, 1, 1)],
            null, 8, 1, 1);
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, s => s.AddScoped<IVaultKeyAppService>(_ => new StubKeys(status))));
        using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
        var page = await amelie.OpenAsync(Page);
        page.QuerySelector("#vault-state[hx-trigger]").ShouldBeNull();
        page.Body!.TextContent.ShouldContain("1 damaged secret is under it");
        using (await amelie.SubmitAsync(Page, "form[action*='handler=Discard']"))
            (await amelie.OpenAsync(Page)).QuerySelector(".p-toast")!.TextContent.ShouldContain("can never open again is removed");
        using (await amelie.SubmitAsync(Page, "form[action*='handler=Retry']"))
            (await amelie.OpenAsync(Page)).QuerySelector(".p-toast")!.TextContent.ShouldContain("tried again in the background");
    }

    [Theory, Databases(TestDatabase.Sqlite)]
    public async Task Acts_DataKeysAndWrapping_AreConfirmedByANotice(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database));
        using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
        using (await amelie.SubmitAsync(Page, "form[action*='handler=DataKeys']"))
            (await amelie.OpenAsync(Page)).QuerySelector(".p-toast")!.TextContent.ShouldContain("being renewed");
        using (await amelie.SubmitAsync(Page, "form[action*='handler=Rewrap']"))
            (await amelie.OpenAsync(Page)).QuerySelector(".p-toast")!.TextContent.ShouldContain("present key");
    }

    [Theory, Databases(TestDatabase.Sqlite)]
    public async Task Page_KeyServiceAway_SaysWhyAndTriesAgainWhenAsked(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("vault-web-");
        var file = Path.Combine(folder.FullName, "vault.key");
        await File.WriteAllTextAsync(file, "no key", TestContext.Current.CancellationToken);
        await using (var host = await TestHost.StartAsync(new TestHostOptions(database, Settings: new Dictionary<string, string> { ["Vault:File:Path"] = file })))
        {
            using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
            var page = await amelie.OpenAsync(Page);
            page.QuerySelector("[data-seal=sealed]").ShouldNotBeNull().TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain(file), t => t.ShouldContain("does not answer, or it is not set up"));
            page.QuerySelectorAll(".v-act button:not([disabled])").ShouldBeEmpty();
            using (await amelie.SubmitAsync(Page, "form[action*='handler=Unseal']"))
                (await amelie.OpenAsync(Page)).QuerySelector(".p-toast")!.TextContent.ShouldContain("still sealed");
            using (await amelie.SubmitAsync(Page, "form[action*='handler=MasterKey']"))
                (await amelie.OpenAsync(Page)).QuerySelector("[data-seal=sealed]").ShouldNotBeNull();
        }

        folder.Delete(recursive: true);
    }

    [Theory, Databases(TestDatabase.Sqlite)]
    [Trait("Req", "VLT-04")]
    public async Task Page_WhileSecretsMove_ShowsHowFarAndFollows(TestDatabase database)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var status = new VaultStatusDto(
            false, null, null, "file", "file:2",
            [new(2, MasterKeyState.Active, "file:2", now, null, 700, 0), new(1, MasterKeyState.Retiring, "file:1", now, null, 300, 2)],
            new DataKeyRotationDto(now, null, 400, 1000), 1000, 2, 0);
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, s => s.AddScoped<IVaultKeyAppService>(_ => new StubKeys(status))));
        using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
        var page = await amelie.OpenAsync(Page);
        page.QuerySelector("#vault-state[hx-trigger='every 2s']").ShouldNotBeNull();
        page.Body!.TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain("702 of 1,000 secrets"), t => t.ShouldContain("2 secrets could not be opened by the rotation"), t => t.ShouldContain("400 of 1,000 secrets"), t => t.ShouldContain("300 secrets are still under it"),
            t => t.ShouldContain("1 master key is still wrapped by a former key"));
        page.QuerySelector("a[href*='retire=']").ShouldBeNull("secrets are under it");
        page.QuerySelectorAll("progress").Length.ShouldBe(2);
    }
}
