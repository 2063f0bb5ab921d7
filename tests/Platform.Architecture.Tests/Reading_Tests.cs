using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>Reading changes nothing: whoever makes a browser open an address, by a picture or a link, does nothing with it.</summary>
[Trait("Req", "OPS-07")]
public sealed partial class Reading_Tests
{
    /// <summary>Tables that change when somebody reads, and why.</summary>
    private static readonly Dictionary<string, string> Changing = new()
    {
        ["AccountingHandoffDownloads"] = "who downloaded documents",
        ["AuditEntries"] = "that a token was used",
        ["IdentityApiTokens"] = "when it was used last",
        ["IdentitySessions"] = "when its person was seen last",
        ["TenancyMemberships"] = "which company was opened last",
        ["TenancyShortcuts"] = "which company was opened last",
    };

    [Fact]
    public async Task Addresses_AllRead_LeaveEveryRowAsItWas()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite));
        var database = host.Settings["Database:ConnectionString"];
        using var browser = await host.SignInAsync(DemoPeople.Email("amelie"));
        using var api = host.CreateClient(DemoPeople.Token("amelie"));
        var ids = await IdsAsync(database);
        var before = await RowsAsync(database);
        var opened = 0;
        foreach (var route in Routes(host))
            opened += await OpensAsync(route.StartsWith("/api/", StringComparison.Ordinal) ? api : browser, route, ids) ? 1 : 0;
        opened.ShouldBeGreaterThan(60);
        var after = await RowsAsync(database);
        after.Where(t => t.Value != before[t.Key]).Select(t => t.Key).Where(t => !t.StartsWith("QRTZ_", StringComparison.OrdinalIgnoreCase)).Except(Changing.Keys).ShouldBeEmpty();
    }

    // Sign-out answers a form and nothing else; error pages tell what went wrong elsewhere.
    private static IEnumerable<string> Routes(TestHost host) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null || e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Where(e => e.Metadata.OfType<IAuthorizeData>().Any() || e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Where(r => !r.StartsWith("/error", StringComparison.Ordinal) && !r.Contains("{**", StringComparison.Ordinal)).Distinct();

    private static async Task<bool> OpensAsync(HttpClient client, string route, IReadOnlyList<string> ids)
    {
        var path = route.Replace("{tenant}", "lefevre", StringComparison.Ordinal);
        foreach (var id in path.Contains(":guid", StringComparison.Ordinal) ? ids : [""])
        {
            using var answer = await client.GetAsync(Parameter().Replace(path, m => m.Value.Contains(":guid", StringComparison.Ordinal) ? id : "x"), TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
                return true;
        }

        return false;
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(string database)
    {
        var ids = new List<string>();
        await ReadAsync(database, async (connection, table) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM pragma_table_info('{table}') WHERE name = 'Id'";
            if ((long)(await command.ExecuteScalarAsync())! == 0)
                return;
            command.CommandText = $"SELECT \"Id\" FROM \"{table}\" LIMIT 2";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                ids.Add(reader.GetString(0));
        });
        return ids;
    }

    // A digest of each table: count and content.
    private static async Task<Dictionary<string, string>> RowsAsync(string database)
    {
        var tables = new Dictionary<string, string>();
        await ReadAsync(database, async (connection, table) =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
            await using var reader = await command.ExecuteReaderAsync();
            var text = new StringBuilder();
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync())
            {
                reader.GetValues(values);
                text.AppendJoin('|', values.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : v)).Append('\n');
            }

            tables[table] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        });
        return tables;
    }

    private static async Task ReadAsync(string database, Func<DbConnection, string, Task> read)
    {
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        foreach (var table in tables)
            await read(connection, table);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
