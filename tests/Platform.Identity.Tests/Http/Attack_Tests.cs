using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-02")]
public sealed partial class Attack_Tests(IdentityHosts hosts)
{
    [Theory, Databases]
    public async Task Post_WithoutAntiforgeryToken_IsRefusedByEveryPage(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        using var browser = new Browser(world);
        using (var signedIn = await browser.SignInAsync(admin.Email, Person.Password))
            signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = 0;
        foreach (var page in Pages(world, company))
        {
            using var answer = await browser.PostWithoutTokenAsync(page);
            answer.StatusCode.ShouldBeOneOf([HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.NotFound], page);
            refused += answer.StatusCode == HttpStatusCode.BadRequest ? 1 : 0;
        }

        refused.ShouldBeGreaterThan(30);
        await browser.ReadAsync("/account/profile");
    }

    [Theory]
    [InlineData(null, "127.0.0.1")]
    [InlineData("192.0.2.0/24", "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.7")]
    public async Task ForwardedFor_FromAnybodyButAConfiguredProxy_IsNotBelieved(string? proxy, string seen)
    {
        var settings = proxy is null ? null : new Dictionary<string, string> { ["Proxies:0"] = proxy };
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Settings: settings, Kestrel: true));
        using var client = host.CreateClient(DemoPeople.Token("camille"));
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        (await client.GetAsync(new Uri("/api/me", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var hash = Secrets.Hash(DemoPeople.Token("camille"));
        var address = await host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().ApiTokens
            .Where(t => t.TokenHash == hash).Select(t => t.LastUsedAddress).SingleAsync());
        address.ShouldBe(seen);
    }

    private static IEnumerable<string> Pages(World world, TenantInfo company) => world.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(e => e.RoutePattern.RawText!)
        // Shows what went wrong, and changes nothing.
        .Where(route => !route.StartsWith("error", StringComparison.Ordinal))
        .Select(route => "/" + Parameter().Replace(route.Replace("{tenant}", company.Slug, StringComparison.Ordinal), m => m.Value.Contains(":guid") ? Guid.CreateVersion7().ToString() : "x").TrimStart('/'))
        .Distinct();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
