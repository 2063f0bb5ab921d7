using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>The written matrix of rights is what the product declares, and what it does.</summary>
[Trait("Req", "IDN-09")]
public sealed class PermissionDocument_Tests(TestHosts hosts)
{
    private const string Path = "docs/permissions.md";
    private const string Permissions = "## Permissions";
    private const string Limits = "## Limits on rights";
    private const string Endpoints = "## Endpoints";

    private const string Introduction = """
        # Permissions

        Who may call what, and which rows they see, as the product declares it. A person holds permissions in a company, through roles, directly or
        lent by somebody; the standard roles below are those of a new company, which may change all but the administrator's. A record of another
        company, or of another person where it is personal, does not exist for anybody. Written by `./etc/write-docs.sh`; `PermissionDocument_Tests`
        compares it with the declarations and calls every endpoint in every standard role.

        """;

    /// <summary>People of the demonstration in a company, by the standard role they hold there.</summary>
    private static readonly Dictionary<string, string> People = new() { ["Administrator"] = "amelie", ["Bookkeeper"] = "camille", ["Validator"] = "victor" };

    [Fact]
    public async Task Document_Always_IsWhatTheProductDeclares()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var former = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var text = Write(host);
        CultureInfo.CurrentUICulture = former;
        await GeneratedDocument.ShouldBeAsync(Path, text, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Endpoints_InEveryStandardRole_AnswerAsTheDocumentSays()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var holders = GeneratedDocument.Rows(Path, Permissions).ToDictionary(r => r[0].Trim('`'), r => r[2].Split(", "));
        var refused = 0;
        foreach (var (role, person) in People)
        {
            using var api = host.CreateClient(DemoPeople.Token(person));
            using var pages = await host.SignInAsync(DemoPeople.Email(person));
            foreach (var row in GeneratedDocument.Rows(Path, Endpoints).Where(r => holders.ContainsKey(r[1].Trim('`'))))
            {
                var (method, route) = (row[0].Trim('`').Split(' ')[0], row[0].Trim('`').Split(' ')[1]);
                var holds = holders[row[1].Trim('`')].Contains(role);
                // What would change something is only called by who may not.
                if (holds && method != "GET")
                    continue;
                var client = route.StartsWith("/api/", StringComparison.Ordinal) ? api : pages;
                using var request = new HttpRequestMessage(new HttpMethod(method), Url(route));
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                (answer.StatusCode == HttpStatusCode.Forbidden).ShouldBe(!holds, $"{role}: {row[0]} answered {answer.StatusCode}");
                refused += holds ? 0 : 1;
            }
        }

        refused.ShouldBeGreaterThan(100);
    }

    private static string Write(TestHost host)
    {
        var (catalog, texts) = (host.Services.GetRequiredService<PermissionCatalog>(), host.Services.GetRequiredService<IPlatformTexts>());
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        text.Append(CultureInfo.InvariantCulture, $"\n{Permissions}\n\n| permission | what it allows | standard roles |\n|---|---|---|\n");
        foreach (var permission in catalog.All.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            var roles = string.Join(", ", permission.DefaultRoles.Prepend(StandardRoles.Administrator));
            text.Append(CultureInfo.InvariantCulture, $"| `{permission.Name}` | {texts.Get($"Permission:{permission.Name}")}{(permission.ForOperator ? " (in the operator's company only)" : "")} | {roles} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{Limits}\n\nA role or a person may reach chosen records, or an amount, only.\n\n| limit | what it limits | permissions |\n|---|---|---|\n");
        foreach (var scope in catalog.Scopes.OrderBy(s => s.Name, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| `{scope.Name}` | {texts.Get($"DataScope:{scope.Name}")} | all of {scope.Group} |\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{Endpoints}\n\n| endpoint | asks for |\n|---|---|\n");
        foreach (var line in Declared(host).Distinct().Order(StringComparer.Ordinal))
            text.Append(line);
        return text.ToString();
    }

    private static IEnumerable<string> Declared(TestHost host) =>
        from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let policies = endpoint.Metadata.OfType<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList()
        where policies.Count > 0 && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        from method in MethodsOf(endpoint)
        let asked = string.Join(", ", policies.Count == 1 ? policies : policies.Where(p => p != "Platform.SignedIn"))
        select $"| `{method} /{endpoint.RoutePattern.RawText!.Trim('/')}` | `{asked}` |\n";

    // A page is shown and its forms are sent under the same permission; what a form does asks for more where it needs more.
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
        ? ["GET"]
        : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static string Url(string route) => string.Join('/', route.Split('/').Select(part => part switch
    {
        "{tenant}" => "lefevre",
        ['{', ..] when part.Contains(":guid", StringComparison.Ordinal) => Guid.CreateVersion7().ToString(),
        ['{', ..] when part.Contains(":int", StringComparison.Ordinal) => "1",
        ['{', ..] => "Mandates",
        _ => part,
    }));
}
