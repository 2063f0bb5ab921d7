using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Who sets a provider, what is refused, and where its secret is.</summary>
[Trait("Req", "IDN-07")]
public sealed class SignOnSettings_Tests(IdentityHosts hosts)
{
    [Theory, Databases]
    public async Task Set_WrongValues_NamesEachAndStoresNothing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var (company, admin) = await CompanyAsync(world);
        var wrong = new SignOnProviderInput("", "http://login.example", "", null, ["not a domain"], SignOnPolicy.Allowed, SignOnFactor.Always, LetsInvitedIn: false);
        var refused = await Should.ThrowAsync<InputException>(world.AsAsync<ISignOnProviderAppService>(company, admin, p => p.SetAsync(SettingPlace.Entity, wrong)));
        refused.Errors.Select(e => (e.Field, e.Code)).ShouldBe(
        [
            ("Name", IdentityErrorCodes.Required), ("Issuer", IdentityErrorCodes.SignOnIssuer), ("ClientId", IdentityErrorCodes.Required),
            ("ClientSecret", IdentityErrorCodes.Required), ("Domains", IdentityErrorCodes.SignOnDomainName),
        ]);
        foreach (var issuer in new[] { "https://login.example/?a=b", "https://login.example/#x", "https://me:it@login.example", "ftp://login.example", "login" })
        {
            await world.AsAsync<ISignOnProviderAppService>(company, admin, p => p.SetAsync(SettingPlace.Entity, SignOnWorld.Input(provider) with { Issuer = issuer }))
                .ShouldBeRefusedAsync(IdentityErrorCodes.SignOnIssuer);
        }

        (await GetAsync(world, company, admin)).Provider.ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Set_ByWhoDoesNotHoldEveryRight_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var (company, admin) = await CompanyAsync(world);
        var clerk = await world.PersonAsync(company, StandardRoles.Reader);
        await world.AsAsync<ISignOnProviderAppService>(company, clerk, p => p.SetAsync(SettingPlace.Entity, SignOnWorld.Input(provider))).ShouldThrowAsync<PermissionDeniedException>();
        await world.AsAsync<IUserAppService>(company, admin, u => u.SetDirectGrantsAsync(clerk.Id, new SetDirectGrantsDto([IdentityPermissions.Security.Manage])));
        await world.AsAsync<ISignOnProviderAppService>(company, clerk, p => p.SetAsync(SettingPlace.Entity, SignOnWorld.Input(provider))).ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
    }

    [Theory, Databases]
    public async Task Secret_OnceSet_IsNowhereInClearAndStaysWhenNotNamed(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var it = await SignOnWorld.StartAsync(world, provider);
        await it.SetAsync(i => i with { ClientSecret = null, Name = "Renamed" });
        await it.LinkedAsync("keeps");
        Encoding.ASCII.GetString(Convert.FromBase64String(provider.LastAuthorization["Basic ".Length..])).ShouldBe("platform:canary-secret+a%2Bb%2Fc%26d%3De%2520");
        using var browser = await it.SignedInAsync(it.Administrator);
        (await browser.ReadAsync($"/t/{it.Company.Slug}/security/sso?edit=true")).ShouldNotContain("canary");
        world.Audit.Records.SelectMany(r => r.Changes).ShouldNotContain(c => $"{c.Old}{c.New}".Contains("canary", StringComparison.Ordinal));
        (await DumpAsync(world, database, it.Company)).ShouldNotContain("canary");
    }

    [Theory, Databases]
    public async Task Issuer_Changed_EndsEveryLink(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        await using var another = await TestProvider.StartAsync();
        var it = await SignOnWorld.StartAsync(world, provider);
        await it.LinkedAsync();
        using var browser = await it.EnteredAsync();
        await it.SetAsync(i => i with { Issuer = another.Issuer });
        (await it.LinksAsync()).ShouldBe(0, "the same subject is somebody else there");
        using var ended = await browser.GetAsync($"/t/{it.Company.Slug}");
        ended.Headers.Location!.ToString().ShouldStartWith("/account/sign-in");
    }

    [Theory, Databases]
    public async Task Test_OfWhatIsWrong_SaysEachThing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var (company, admin) = await CompanyAsync(world);
        (await FindingsAsync(world, company, admin, provider.Issuer)).ShouldBeEmpty();
        provider.Metadata = m =>
        {
            m["issuer"] = "https://other.example";
            m["token_endpoint"] = "http://login.example/token";
            m["code_challenge_methods_supported"] = new JsonArray("plain");
            m["response_types_supported"] = new JsonArray("id_token");
            m["id_token_signing_alg_values_supported"] = new JsonArray("HS256", "none");
            m["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt");
        };
        (await FindingsAsync(world, company, admin, provider.Issuer)).ShouldBe(
            ["Issuer", "Token", "Code", "Pkce", "Algorithm", "Client"], ignoreOrder: true);
        (await FindingsAsync(world, company, admin, "https://10.0.0.1")).ShouldBe(["Private"]);
        (await FindingsAsync(world, company, admin, "http://login.example")).ShouldBe(["Address"]);
        provider.Metadata = m => m["jwks_uri"] = $"{m["issuer"]}/nothing";
        (await FindingsAsync(world, company, admin, provider.Issuer)).ShouldHaveSingleItem().ShouldBeOneOf("Unreachable", "Unreadable", "Keys");
    }

    [Theory, Databases]
    [Trait("Req", "OPS-07")]
    public async Task Api_OfAnAdministrator_SetsReadsTestsAndRemoves(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var (company, admin) = await CompanyAsync(world);
        var token = await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, admin, t => t.CreateAsync(new CreateApiTokenDto("Api", company.Id, null, 30)));
        using var client = world.Host.CreateClient(token.Token);
        var path = $"/api/t/{company.Slug}/sign-on";
        using (var set = await client.PutAsJsonAsync(path, new { name = "Api", issuer = provider.Issuer, clientId = "platform", clientSecret = "canary", policy = "Allowed", factor = "Always" }, TestContext.Current.CancellationToken))
            set.StatusCode.ShouldBe(HttpStatusCode.NoContent, await PasskeyPages.TextAsync(set));
        var read = await client.GetStringAsync(path, TestContext.Current.CancellationToken);
        read.ShouldContain(provider.Issuer);
        read.ShouldNotContain("canary");
        using (var test = await client.PostAsJsonAsync($"{path}/test", new { }, TestContext.Current.CancellationToken))
            (await PasskeyPages.TextAsync(test)).ShouldBe("[]");
        (await client.GetStringAsync($"{path}/people", TestContext.Current.CancellationToken)).ShouldBe("[]");
        using (var removed = await client.DeleteAsync(path, TestContext.Current.CancellationToken))
            removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var again = await client.DeleteAsync(path, TestContext.Current.CancellationToken);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Provider_OfAnotherCompany_IsNeitherSeenNorChanged(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var it = await SignOnWorld.StartAsync(world, provider);
        await it.LinkedAsync();
        var link = (await world.AsAsync<ISignOnProviderAppService, IReadOnlyList<SignOnPersonDto>>(it.Company, it.Administrator, p => p.GetPeopleAsync(SettingPlace.Entity))).Single().LinkId;
        var (company, admin) = await CompanyAsync(world);
        await world.AsAsync<ISignOnProviderAppService>(company, admin, p => p.SetAsync(SettingPlace.Entity, SignOnWorld.Input(provider)));
        await world.AsAsync<ISignOnProviderAppService>(company, admin, p => p.UnlinkAsync(SettingPlace.Entity, link)).ShouldThrowAsync<EntityNotFoundException>();
        (await world.AsAsync<ISignOnProviderAppService, IReadOnlyList<SignOnPersonDto>>(company, admin, p => p.GetPeopleAsync(SettingPlace.Entity))).ShouldBeEmpty();
        await world.AsAsync<ISignOnProviderAppService>(it.Company, admin, p => p.GetAsync(SettingPlace.Entity)).ShouldThrowAsync<PermissionDeniedException>();
        using var browser = new Browser(world);
        var before = world.Audit.Of("Identity.SignOn.SignedIn").Count;
        // The other company's own provider says the same subject: nobody there has linked it.
        var offer = await world.AsAsync<ISignOnService, SignOnOffer?>(null, null, s => s.FindAsync(company.Slug));
        var other = new SignOnWorld(world, provider, company, admin);
        offer.ShouldNotBeNull();
        using var answer = await other.ReturnAsync(browser, await other.GoAsync(browser));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        browser.SessionKey.ShouldBeNull();
        world.Audit.Of("Identity.SignOn.SignedIn").Count.ShouldBe(before);
    }

    [Fact]
    public void PublicAddresses_OwnNetworksAndMachine_AreNotAmongThem()
    {
        foreach (var own in new[] { "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fd00::1", "fe80::1", "::ffff:10.0.0.1" })
            PublicAddresses.Contains(IPAddress.Parse(own)).ShouldBeFalse(own);
        foreach (var other in new[] { "8.8.8.8", "172.32.0.1", "2606:4700::1111" })
            PublicAddresses.Contains(IPAddress.Parse(other)).ShouldBeTrue(other);
    }

    private static async Task<(TenantInfo Company, Person Administrator)> CompanyAsync(World world)
    {
        var company = await world.CompanyAsync();
        return (company, await world.PersonAsync(company, StandardRoles.Administrator));
    }

    private static Task<SignOnPlaceDto> GetAsync(World world, TenantInfo company, Person person) =>
        world.AsAsync<ISignOnProviderAppService, SignOnPlaceDto>(company, person, p => p.GetAsync(SettingPlace.Entity));

    private static async Task<IReadOnlyList<string>> FindingsAsync(World world, TenantInfo company, Person person, string issuer)
    {
        var found = await world.AsAsync<ISignOnProviderAppService, IReadOnlyList<SignOnFindingDto>>(company, person, p => p.TestAsync(SettingPlace.Entity, issuer));
        return [.. found.Select(f => f.Code.Split(':')[^1])];
    }

    // SQLite: the files themselves. PostgreSQL: every row of the tables that could hold it.
    private static async Task<string> DumpAsync(World world, TestDatabase database, TenantInfo company)
    {
        if (database == TestDatabase.Sqlite)
        {
            var file = world.Host.Settings["Database:ConnectionString"].Split('=')[1];
            var text = new StringBuilder();
            foreach (var path in new[] { file, $"{file}-wal" }.Where(File.Exists))
            {
                await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var reader = new StreamReader(stream, Encoding.Latin1);
                text.Append(await reader.ReadToEndAsync());
            }

            return text.ToString();
        }

        var rows = new List<string>();
        foreach (var table in new[] { "IdentitySignOnProviders", "IdentitySignOnLinks", "VaultKeptSecrets", "VaultSecrets" })
        {
#pragma warning disable EF1002 // Names of tables.
            rows.AddRange(await world.Host.RunAsync(company, null, s => s.GetRequiredService<IdentityDbContext>().Database
                .SqlQueryRaw<string>($"SELECT CAST(t.* AS text) AS \"Value\" FROM \"{table}\" t").ToListAsync()));
#pragma warning restore EF1002
        }

        rows.ShouldContain(r => r.Contains("sign-on:", StringComparison.Ordinal), "the secret is in the vault, and what was looked at is where it would be");
        return string.Join('\n', rows);
    }
}
