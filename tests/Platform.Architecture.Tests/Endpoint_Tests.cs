using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

public sealed partial class Endpoint_Tests(TestHosts hosts)
{
    /// <summary>What strangers may reach, and why.</summary>
    private static readonly Dictionary<string, string> Anonymous = new()
    {
        ["account/sign-in"] = "the way in, by password or passkey",
        ["account/code"] = "the way in, second step: a sealed cookie says whose password was accepted; code or passkey",
        ["account/sso/{company?}"] = "the way in by a company's provider, found by the company's own address",
        ["account/sso/callback/{place:guid}"] = "where providers send people back: a sealed cookie says what was asked",
        ["account/forgot"] = "for whoever cannot get in; the answer is the same for every address",
        ["account/sign-up"] = "for whoever has no account; the answer is the same for every address",
        ["account/sign-up/{token}"] = "the token is the authority",
        ["account/reset/{token}"] = "the token is the authority",
        ["account/legacy/{token}"] = "the token is the authority",
        ["account/terms"] = "public text",
        ["account/sign-out"] = "signing out twice is no error",
        ["account/invitation/{token}"] = "the token is the authority",
        ["sepa/sign-mandate/{token}"] = "the token is the authority",
        ["handoffs/zip/{token}"] = "the token is the authority",
        ["verify"] = "says what a signature on a file is worth to whoever holds both; keeps nothing",
        ["error/{status:int?}"] = "tells strangers too what went wrong",
        ["error/{status:int}"] = "tells strangers too what went wrong",
        ["dev/mail"] = "404 outside Development",
        ["preferences/culture"] = "sets a language cookie, nothing else",
        ["openapi/{documentName}.json"] = "public description",
        ["{**path:file}"] = "static files added while the host runs in development",
        ["health/live"] = "asked by balancers",
        ["health/ready"] = "asked by balancers",
    };

    /// <summary>What stands in addresses though it opens something, and why that is no harm.</summary>
    private static readonly Dictionary<string, string> InAddresses = new()
    {
        ["account/reset/{token} token"] = "mailed link: an hour, once",
        ["account/sign-up/{token} token"] = "mailed link: a day, once",
        ["account/invitation/{token} token"] = "mailed link: seven days, once",
        ["sepa/sign-mandate/{token} token"] = "mailed link: as long as hosted documents, once",
        ["handoffs/zip/{token} token"] = "mailed link: as long as hosted documents; downloads are recorded, and it can be withdrawn",
        ["account/legacy/{token} token"] = "mailed link: an hour, once",
        ["api/me/invitations/{token}/accept token"] = "the mailed link's, used up by the call",
        ["account/sso/callback/{place:guid} code"] = "answer of a provider: once, for the browser that asked",
        ["ledger/callback code"] = "the same",
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
            var path = "/" + Regex.Replace(endpoint.RoutePattern.RawText!.Trim('/'), @":[a-z()0-9]+(?=\})", "");
            paths.TryGetProperty(path, out var item).ShouldBeTrue($"{path} is not described");
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                item.TryGetProperty(method.ToLowerInvariant(), out _).ShouldBeTrue($"{method} {path} is not described");
            }
        }
    }

    [Fact]
    [Trait("Req", "OPS-07")]
    public async Task Addresses_OutsideTheList_HoldNeitherSecretsNorPersonalData()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        using var client = host.CreateClient();
        var paths = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).RootElement.GetProperty("paths");
        var described = from path in paths.EnumerateObject()
                        from method in path.Value.EnumerateObject()
                        where method.Value.TryGetProperty("parameters", out _)
                        from parameter in method.Value.GetProperty("parameters").EnumerateArray()
                        where parameter.GetProperty("in").GetString() is "path" or "query"
                        select $"{path.Name.Trim('/')} {parameter.GetProperty("name").GetString()}";
        var pages = new List<string>();
        foreach (var endpoint in Routes(host).Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null))
        {
            var names = endpoint.RoutePattern.Parameters.Select(p => p.Name).Concat(await AskedOnGetAsync(host, endpoint.Metadata.GetMetadata<PageActionDescriptor>()!));
            pages.AddRange(names.Select(n => $"{endpoint.RoutePattern.RawText!.Trim('/')} {n}"));
        }

        var found = described.Concat(pages).Where(p => Private().IsMatch(p.Split(' ')[1])).Select(p => p.ToLowerInvariant()).Distinct().ToList();
        found.Except(InAddresses.Keys).ShouldBeEmpty("a secret or something personal would stand in logs and histories");
        InAddresses.Keys.Except(found).ShouldBeEmpty("of the list");
    }

    // What the page's GET handlers take, and what its properties take from the address.
    private static async Task<IEnumerable<string>> AskedOnGetAsync(TestHost host, PageActionDescriptor page)
    {
        var compiled = await host.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
        var parameters = compiled.HandlerMethods.Where(h => h.HttpMethod == "Get").SelectMany(h => h.Parameters)
            .Where(p => p.ParameterInfo.ParameterType != typeof(CancellationToken)).SelectMany(p => NamesOf(p.Name, p.ParameterInfo.ParameterType));
        var properties = compiled.BoundProperties.OfType<PageBoundPropertyDescriptor>()
            .Where(p => p.Property.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet == true).SelectMany(p => NamesOf(p.Name, p.Property.PropertyType));
        return parameters.Concat(properties);
    }

    private static IEnumerable<string> NamesOf(string name, Type type) => type.IsClass && type.Namespace?.StartsWith("Platform.", StringComparison.Ordinal) == true
        ? type.GetProperties().Select(p => p.GetCustomAttribute<FromQueryAttribute>()?.Name ?? p.Name)
        : [name];

    [GeneratedRegex("token|iban|e-?mail|password|secret|phone|number|^code$", RegexOptions.IgnoreCase)]
    private static partial Regex Private();

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
