using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Accounting;
using Platform.Customers;
using Platform.Kernel;
using Platform.TestBase;
using Platform.Vault;

namespace Platform.Tenancy.Tests;

/// <summary>An export of the demonstration's bakery: everything, nothing else, and no secret.</summary>
[Trait("Req", "TEN-08")]
public sealed partial class Export_Tests(ExportHosts hosts) : IClassFixture<ExportHosts>
{
    private const string Company = "lefevre";
    private const string Canary = "canary-Zwiebelkuchen-4711";

    /// <summary>Tables that the export itself and its download add to.</summary>
    private static readonly string[] Growing = ["AuditEntries", "NotificationsNotifications", "TenancyExports"];

    /// <summary>Tables with a company that an export does not hold: its own bytes, what is on its way, and what a person ordered for themselves.</summary>
    private static readonly string[] Outside = ["TenancyExportFiles", "TenancyExportPieces", "PlatformOutbox", "TenancyShortcuts"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Export_OfACompany_HoldsEveryRowOfEveryTable(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        await TrashADocumentAsync(host);
        using var export = await client.ExportAsync(Company);
        var owned = await Owned.RowsAsync(host, await host.CompanyAsync(Company));
        owned.Count.ShouldBeGreaterThan(40);
        foreach (var (table, rows) in owned.Where(t => !Outside.Contains(t.Key)))
        {
            var found = export.Rows(NameOf(table)).Count;
            if (Growing.Contains(table))
                found.ShouldBeInRange(1, rows, table);
            else
                found.ShouldBe(rows, table);
        }

        export.Rows("tenancy/companies").ShouldHaveSingleItem().GetProperty("Slug").GetString().ShouldBe(Company);
        export.Rows("identity/people").Single(p => p.GetProperty("Email").GetString() == DemoPeople.Email("camille")).GetProperty("Roles").GetString().ShouldNotBeNullOrEmpty();
        export.Rows("audit/entries").ShouldContain(e => e.GetProperty("Action").GetString() == "Tenancy.Export.Started");
        export.Rows("accounting/documents").ShouldContain(d => d.GetProperty("TrashedAt").ValueKind == JsonValueKind.String, "what is in the trash is the company's too");
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Export_OfACompany_HoldsNothingOfAnother(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        var (own, other) = (await host.CompanyAsync(Company), await host.CompanyAsync("nova"));
        await UploadAsync(host, other, "other.txt", $"{Canary} of nova");
        await UploadAsync(host, own, "own.txt", $"{Canary} of lefevre");
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        using var export = await client.ExportAsync(Company);
        foreach (var table in export.Tables)
            export.Rows(table).Where(r => r.TryGetProperty("TenantId", out _)).ShouldAllBe(r => r.GetProperty("TenantId").GetGuid() == own.Id);
        export.Rows("tenancy/companies").ShouldHaveSingleItem().GetProperty("Id").GetGuid().ShouldBe(own.Id);
        export.Rows("tenancy/memberships").ShouldNotBeEmpty();
        var texts = export.Files.Select(export.Text).ToList();
        texts.ShouldContain(t => t.Contains($"{Canary} of lefevre"));
        texts.ShouldNotContain(t => t.Contains($"{Canary} of nova"));
    }

    [Theory, Databases]
    public async Task Export_OfACompany_HoldsEveryBlobUnderANameThatPeopleKnow(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        var company = await host.CompanyAsync(Company);
        await UploadAsync(host, company, "Facture du four.txt", "the oven");
        await UploadAsync(host, company, "..\\..\\etc/passwd:CON?.txt", "no path");
        await host.RunAsync(company, null, s => s.GetRequiredService<IBlobContainer>().SaveAsync($"strays/{Guid.CreateVersion7():N}", f => f.WriteAsync("nobody's"u8.ToArray()).AsTask()));
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        using var export = await client.ExportAsync(Company);
        export.Files.ShouldContain(f => Named().IsMatch(f) && f.EndsWith(" Facture du four.txt"));
        export.Files.Single(f => export.Text(f) == "no path").ShouldMatch(@"^documents/\d{6} [^/\\:?]+\.txt$");
        export.Files.Single(f => export.Text(f) == "nobody's").ShouldStartWith("other-files/strays/");
        export.Files.ShouldContain(f => f.StartsWith("bank-files/") && f.EndsWith(".xml"));
        var blobs = await host.RunAsync(company, null, s => s.GetRequiredService<IBlobContainer>().ListAsync("", Cancelled).Where(b => !b.StartsWith("exports/") && !b.StartsWith("uploads/")).ToListAsync(Cancelled).AsTask());
        export.Files.Count(f => !f.StartsWith("records/") && !f.StartsWith("manifest.")).ShouldBeGreaterThanOrEqualTo(blobs.Count);
        // The chunks of what was just uploaded go on their own.
        export.Manifest.GetProperty("goneMeanwhile").EnumerateArray().ShouldAllBe(f => f.GetString()!.StartsWith("other-files/uploads/"));
        export.Files.Except(["manifest.json", "manifest.sha256"]).ShouldBe(export.Manifest.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("path").GetString()!), ignoreOrder: true);
    }

    [Theory, Databases]
    [Trait("Req", "VLT-01")]
    public async Task Export_OfACompany_HoldsNoSecret(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        var company = await host.CompanyAsync(Company);
        await host.RunAsync(company, await host.PersonAsync("amelie"), s => s.GetRequiredService<ISecretStore>().SetAsync(new SecretName("test", "canary"), SecretBuffer.Take(Encoding.UTF8.GetBytes(Canary + "-secret"))));
        using (await host.SignInAsync(DemoPeople.Email("amelie")))
        {
            using var client = host.CreateClient(DemoPeople.Token("amelie"));
            using var export = await client.ExportAsync(Company);
            var all = string.Concat(export.Files.Select(export.Text));
            all.ShouldNotContain(Canary + "-secret");
            all.ShouldNotContain(DemoPeople.Token("amelie"));
            export.Rows("vault/kept-secrets").ShouldNotBeEmpty("that there is one is no secret");
            string[] secret = ["IdentityUsers.PasswordHash", "IdentityUsers.SecurityStamp", "IdentityApiTokens.TokenHash", "IdentitySessions.KeyHash"];
            foreach (var column in secret.Select(c => c.Split('.')))
            {
                var values = await Owned.TextsAsync(host, company, column[0], column[1]);
                values.ShouldNotBeEmpty(column[1]);
                values.ShouldAllBe(v => !all.Contains(v, StringComparison.OrdinalIgnoreCase), column[1]);
            }

            export.Manifest.GetProperty("leftOut").EnumerateArray().Select(l => $"{l.GetProperty("table").GetString()}.{l.GetProperty("column").GetString()}").ShouldContain("identity/links.TokenHash");
            export.Text("records/identity/links.csv").ShouldNotContain("TokenHash");
        }
    }

    [Theory, Databases]
    public async Task Csv_TextsThatLookLikeFormulas_AreMadeHarmless(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        var formula = $"=HYPERLINK(\"http://evil.example\";\"{Guid.CreateVersion7():N}\")";
        await host.RunAsync(await host.CompanyAsync(Company), await host.PersonAsync("amelie"), s =>
            s.GetRequiredService<ICustomerAppService>().CreateAsync(new SaveCustomerDto($"X{Guid.CreateVersion7():N}"[..20], formula)));
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        using var export = await client.ExportAsync(Company);
        export.Text("records/customers/customers.csv").ShouldContain($"\"'{formula.Replace("\"", "\"\"")}\"");
        export.Rows("customers/customers").ShouldContain(c => c.GetProperty("Name").GetString() == formula, "programs get it as it is");
    }

    private static string NameOf(string table)
    {
        var words = Word().Matches(table).Select(m => m.Value.ToLowerInvariant()).ToList();
        return $"{words[0]}/{string.Join('-', words.Skip(1))}";
    }

    private static async Task TrashADocumentAsync(TestHost host)
    {
        var company = await host.CompanyAsync(Company);
        var document = await UploadAsync(host, company, "trash.txt", $"{Guid.CreateVersion7()}");
        await host.RunAsync(company, await host.PersonAsync("amelie"), s => s.GetRequiredService<IDocumentAppService>().TrashAsync(new DocumentsInput([document.Id]), Cancelled));
    }

    private static async Task<DocumentDto> UploadAsync(TestHost host, TenantInfo company, string name, string text)
    {
        var (person, content) = (await host.PersonAsync("amelie"), Encoding.UTF8.GetBytes(text));
        var upload = await host.RunAsync(company, person, s => s.GetRequiredService<IDocumentUploadAppService>().StartAsync(new StartUploadInput(name, content.Length, DocumentType.Other), Cancelled));
        await host.RunAsync(company, person, s => s.GetRequiredService<IDocumentUploadAppService>().WriteAsync(upload.Id, 0, new MemoryStream(content), Cancelled));
        return (await host.RunAsync(company, person, s => s.GetRequiredService<IDocumentUploadAppService>().CompleteAsync(upload.Id, new CompleteUploadInput(true), Cancelled))).Document;
    }

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^documents/\d{6} ")]
    private static partial Regex Named();
}
