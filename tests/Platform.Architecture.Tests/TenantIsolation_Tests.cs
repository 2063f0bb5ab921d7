using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>Walks everything there is with a foreign company's ids: what a new module adds is walked too.</summary>
[Trait("Req", "TEN-07")]
public sealed partial class TenantIsolation_Tests(TestHosts hosts)
{
    private const string Own = "nova";
    private const string Foreign = "lefevre";

    [Theory, Databases]
    public async Task Api_OfACompanyOneIsNoMemberOf_DoesNotExist(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        using var stranger = host.CreateClient(DemoPeople.Token("awa"));
        foreach (var (method, path) in TenantApi(host))
        {
            var url = Fill(path, Foreign, Guid.CreateVersion7().ToString());
            (await SendAsync(stranger, method, url)).ShouldBe(HttpStatusCode.NotFound, $"{method} {url}");
        }
    }

    [Theory, Databases]
    public async Task Api_WithIdsOfAnotherCompany_AnswersNoneOfThem(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var ids = await IdsOfAsync(host, Foreign);
        ids.ShouldNotBeEmpty("the walk needs records of the other company");
        // A member of both: nothing but the company in the path keeps the records apart.
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        foreach (var (method, path) in TenantApi(host).Where(e => e.Path.Contains(":guid}")))
        {
            foreach (var id in ids)
            {
                var url = Fill(path, Own, id);
                ((int)await SendAsync(client, method, url)).ShouldBeInRange(400, 499, $"{method} {url}");
            }
        }
    }

    [Theory, Databases]
    public async Task Api_WithIdsOfAnotherPerson_AnswersNoneOfThem(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (company, victim) = (await TenantAsync(host, "lefevre"), await host.PersonAsync("camille"));
        var ids = new List<string>();
        using (await host.SignInAsync(DemoPeople.Email("camille")))
            ids.AddRange(await PersonalIdsAsync(host, company, victim.Id!.Value));
        ids.Count.ShouldBeGreaterThan(1, "a session and an API token at least");
        // The company's administrator may do most there, but is somebody else.
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        foreach (var (method, path) in Api(host, "/api/me").Concat(Api(host, "/api/t/{tenant}/notifications")).Where(e => e.Path.Contains(":guid}")))
        {
            foreach (var id in ids)
            {
                var url = Fill(path, "lefevre", id);
                ((int)await SendAsync(client, method, url)).ShouldBeInRange(400, 499, $"{method} {url}");
            }
        }

        ids.Except(await PersonalIdsAsync(host, company, victim.Id!.Value)).ShouldBeEmpty("all are still there");
    }

    [Theory, Databases]
    public async Task Entities_OfAnotherCompany_AreInvisible(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (own, foreign) = (await TenantAsync(host, Own), await TenantAsync(host, Foreign));
        foreach (var (registration, model) in ModelReader.Models(host))
        {
            foreach (var type in model.GetEntityTypes().Where(t => typeof(IMultiTenant).IsAssignableFrom(t.ClrType)))
            {
                (await CountAsync(host, own, registration, type, foreign.Id, lifted: false)).ShouldBe(0, $"{type.ClrType.Name}: query filter");
                if (database == TestDatabase.PostgreSql)
                {
                    (await CountAsync(host, own, registration, type, foreign.Id, lifted: true)).ShouldBe(0, $"{type.ClrType.Name}: row-level security");
                }
            }
        }
    }

    [Theory, Databases(TestDatabase.PostgreSql)]
    public async Task RawSql_InNoCompany_SeesNoRowOfAny(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var company = await TenantAsync(host, Foreign);
        (await host.RunAsync(company, null, RolesAsync)).ShouldBeGreaterThan(0);
        (await host.RunAsync(null, null, RolesAsync)).ShouldBe(0);

        static Task<int> RolesAsync(IServiceProvider services) => services.GetRequiredService<KernelDbContext>().Database
            .SqlQuery<int>($"""SELECT CAST(count(*) AS integer) AS "Value" FROM "IdentityRoles" """).SingleAsync();
    }

    private static IEnumerable<(string Method, string Path)> TenantApi(TestHost host) => Api(host, "/api/t/{tenant}");

    private static IEnumerable<(string Method, string Path)> Api(TestHost host, string below) =>
        from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where path.StartsWith(below, StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, path);

    private static string Fill(string path, string tenant, string id) =>
        Parameter().Replace(path.Replace("{tenant}", tenant), m => m.Value.Contains(":guid") ? id : "Mandates");

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, string method, string url)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (method is not ("GET" or "DELETE"))
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<TenantInfo> TenantAsync(TestHost host, string slug) =>
        (await host.RunAsync(null, null, services => services.GetRequiredService<ITenantStore>().FindBySlugAsync(slug)))!;

    private static async Task<IReadOnlyList<string>> IdsOfAsync(TestHost host, string slug)
    {
        var tenant = await TenantAsync(host, slug);
        var ids = new List<string>();
        foreach (var (registration, model) in ModelReader.Models(host))
        {
            foreach (var type in model.GetEntityTypes().Where(t => typeof(IMultiTenant).IsAssignableFrom(t.ClrType) && t.ClrType.GetProperty("Id")?.PropertyType == typeof(Guid)))
            {
                ids.AddRange(await host.RunAsync(tenant, null, services => FirstIdsAsync((DbContext)services.GetRequiredService(registration.Type), type)));
            }
        }

        return ids;
    }

    // Of every table that says whose a row is.
    private static async Task<IReadOnlyList<string>> PersonalIdsAsync(TestHost host, TenantInfo company, Guid person)
    {
        var ids = new List<string>();
        foreach (var (registration, model) in ModelReader.Models(host))
        {
            foreach (var type in model.GetEntityTypes().Where(t => t.ClrType.GetProperty("Id")?.PropertyType == typeof(Guid) && t.FindProperty("UserId")?.ClrType == typeof(Guid)))
            {
#pragma warning disable EF1002 // A table name of the model.
                ids.AddRange((await host.RunAsync(company, null, services => ((DbContext)services.GetRequiredService(registration.Type)).Database
                    .SqlQueryRaw<Guid>($"SELECT \"Id\" AS \"Value\" FROM \"{type.GetTableName()}\" WHERE \"UserId\" = {{0}}", person).ToListAsync())).Select(id => id.ToString()));
#pragma warning restore EF1002
            }
        }

        return ids;
    }

    private static async Task<List<string>> FirstIdsAsync(DbContext context, IReadOnlyEntityType type)
    {
#pragma warning disable EF1002 // A table name of the model.
        var ids = await context.Database.SqlQueryRaw<Guid>($"SELECT \"Id\" AS \"Value\" FROM \"{type.GetTableName()}\" WHERE \"TenantId\" = {{0}} LIMIT 1",
            context.GetType().GetProperty("CurrentTenantId", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(context)!).ToListAsync();
#pragma warning restore EF1002
        return ids.ConvertAll(id => id.ToString());
    }

    private static Task<int> CountAsync(TestHost host, TenantInfo tenant, ContextRegistration registration, IReadOnlyEntityType type, Guid foreign, bool lifted) =>
        host.RunAsync(tenant, null, services =>
        {
            var method = typeof(TenantIsolation_Tests).GetMethod(nameof(CountOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
            return (Task<int>)method.MakeGenericMethod(type.ClrType).Invoke(null, [services.GetRequiredService(registration.Type), foreign, lifted])!;
        });

    private static Task<int> CountOfAsync<T>(DbContext context, Guid foreign, bool lifted)
        where T : class, IMultiTenant
    {
        var rows = lifted ? context.Set<T>().IgnoreQueryFilters() : context.Set<T>();
        return rows.CountAsync(r => r.TenantId == foreign);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
