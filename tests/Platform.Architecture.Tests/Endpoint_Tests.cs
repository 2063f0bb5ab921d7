using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

public sealed class Endpoint_Tests(TestHosts hosts)
{
    /// <summary>What strangers may reach, and why.</summary>
    private static readonly Dictionary<string, string> Anonymous = new()
    {
        ["account/sign-in"] = "the way in, by password or passkey",
        ["account/code"] = "the way in, second step: a sealed cookie says whose password was accepted; code or passkey",
        ["account/sso/{company?}"] = "the way in by a company's provider, found by the company's own address",
        ["account/sso/callback/{place:guid}"] = "where providers send people back: a sealed cookie says what was asked",
        ["account/forgot"] = "for whoever cannot get in; the answer is the same for every address",
        ["account/reset/{token}"] = "the token is the authority",
        ["account/legacy/{token}"] = "the token is the authority",
        ["account/terms"] = "public text",
        ["account/sign-out"] = "signing out twice is no error",
        ["account/invitation/{token}"] = "the token is the authority",
        ["error/{status:int?}"] = "tells strangers too what went wrong",
        ["error/{status:int}"] = "tells strangers too what went wrong",
        ["dev/mail"] = "404 outside Development",
        ["preferences/culture"] = "sets a language cookie, nothing else",
        ["openapi/{documentName}.json"] = "public description",
        ["{**path:file}"] = "static files added while the host runs in development",
        ["health/live"] = "asked by balancers",
        ["health/ready"] = "asked by balancers",
    };

    [Fact]
    [Trait("Req", "IDN-09")]
    public async Task Endpoints_Always_NameADefinedPermissionOrStandOnTheList()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var catalog = host.Services.GetRequiredService<PermissionCatalog>();
        var wrong = Routes(host).Where(e => !IsProtected(e, catalog) && !IsAllowedAnonymous(e)).Select(e => e.RoutePattern.RawText);
        wrong.ShouldBeEmpty("name a permission, or PlatformPolicies.SignedIn, or add the endpoint to the list with its reason");
    }

    [Fact]
    [Trait("Req", "TEN-03")]
    public async Task CompanyPages_Always_HaveTheCompanyInTheirPath()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var catalog = host.Services.GetRequiredService<PermissionCatalog>();
        var wrong = Routes(host)
            .Where(e => Policies(e).Any(p => catalog.Contains(p)))
            .Select(e => e.RoutePattern.RawText!.TrimStart('/'))
            .Where(r => !r.StartsWith("t/{tenant}") && !r.StartsWith("api/t/{tenant}/"));
        wrong.ShouldBeEmpty("a permission holds in a company, and the company comes from the path");
    }

    [Fact]
    [Trait("Req", "OPS-07")]
    public async Task OpenApi_Always_DescribesEveryEndpoint()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        using var client = host.CreateClient();
        var document = await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        var paths = System.Text.Json.JsonDocument.Parse(document).RootElement.GetProperty("paths");
        foreach (var endpoint in Routes(host).Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/")))
        {
            var path = "/" + System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!.Trim('/'), @":[a-z()0-9]+(?=\})", "");
            paths.TryGetProperty(path, out var item).ShouldBeTrue($"{path} is not described");
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                item.TryGetProperty(method.ToLowerInvariant(), out _).ShouldBeTrue($"{method} {path} is not described");
            }
        }
    }

    private static IEnumerable<RouteEndpoint> Routes(TestHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !IsAsset(e));

    // Static files come with a descriptor of the asset; nothing else is let through here.
    private static bool IsAsset(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().FullName == "Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor")
        || endpoint.RoutePattern.RawText?.StartsWith("_", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Policies(RouteEndpoint endpoint) =>
        endpoint.Metadata.OfType<IAuthorizeData>().Select(a => a.Policy).OfType<string>();

    private static bool IsProtected(RouteEndpoint endpoint, PermissionCatalog catalog) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && Policies(endpoint).Any(p => p == PlatformPolicies.SignedIn || catalog.Contains(p));

    private static bool IsAllowedAnonymous(RouteEndpoint endpoint) =>
        Anonymous.ContainsKey(endpoint.RoutePattern.RawText!.Trim('/').ToLowerInvariant().Replace("{documentname}", "{documentName}"));
}
