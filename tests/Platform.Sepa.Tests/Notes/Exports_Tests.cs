using System.Globalization;
using System.Text;
using Platform.Audit;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-07")]
public sealed class Exports_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Csv_OfARemittance_IsForTheReadersSpreadsheetAndCannotAttackIt(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, 2, change: c => c with { InvoiceNumber = c.EndToEndId == "E2E-1" ? "=1+1" : "A;B", Amount = c.Amount + 0.5m });
        await issued.ImportAsync(AnswerTexts.Status("RJCT", issued.MessageId, "E2E-1"));
        var (name, bytes) = await ExportAsync(issued, OrderFileFormat.Csv, "fr");
        name.ShouldBe($"{(await issued.Company.RemittancesAsync(s => s.GetAsync(issued.RemittanceId))).Number}.csv");
        bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("Débiteur");
        lines[1].ShouldBe("E2E-1;M-1;Julien Martin;FR7616958230040009668127476;;RCUR;24/11/2026;10,50;'=1+1;Rejeté;24/11/2026;MD01;".Replace("24/11/2026;MD01", lines[1].Split(';')[10] + ";MD01"));
        lines[2].ShouldContain(";20,50;\"A;B\";");
        Encoding.UTF8.GetString((await ExportAsync(issued, OrderFileFormat.Csv, "en")).Bytes).ShouldContain(";10.50;");
    }

    [Theory, Databases]
    public async Task Txt_OfARemittance_HasItsColumnsWhereTheReadmeSays(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, 2, change: c => c with { RemittanceInformation = "Facture 1" });
        await issued.ImportAsync(AnswerTexts.Status("RJCT", issued.MessageId, "E2E-2"));
        var (name, bytes) = await ExportAsync(issued, OrderFileFormat.Txt, "fr");
        name.ShouldEndWith(".txt");
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        string Column(int from, int to) => lines[2].PadRight(460)[(from - 1)..to].Trim();
        (Column(1, 6), Column(8, 11), Column(13, 22), Column(24, 35)).ShouldBe(("2", "RCUR", "2026-11-24", "20.00"));
        (Column(37, 71), Column(73, 107), Column(109, 142), Column(144, 154)).ShouldBe(("E2E-2", "M-2", "FR7616958230040009668127476", ""));
        (Column(156, 225), Column(227, 261), Column(263, 270)).ShouldBe(("Julien Martin", "F-2", "Rejected"));
        (Column(283, 317), Column(319, 458)).ShouldBe(("MD01", "Facture 1"));
    }

    [Theory, Databases]
    public async Task Export_ByWhoMayNotDownload_IsRefusedAndEachOneIsOnRecord(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var reader = SepaCompany.Person("Rita Reader");
        SepaHosts.Limit(reader, GrantBundle.Unlimited([SepaPermissions.Remittances.Default]));
        await Should.ThrowAsync<PermissionDeniedException>(() => ExportAsync(issued, OrderFileFormat.Csv, "en", reader));
        var other = await hosts.NewCompanyAsync(database);
        await Should.ThrowAsync<EntityNotFoundException>(() => other.RunAsync<IRemittanceExportAppService, string>(s => s.WriteOrdersAsync(issued.RemittanceId, OrderFileFormat.Csv, Stream.Null)));
        await ExportAsync(issued, OrderFileFormat.Csv, "en");
        var trail = await issued.Company.RunAsync<IAuditAppService, PagedResult<AuditEntryDto>>(
            s => s.GetListAsync(new AuditFilterDto { EntityId = $"{issued.RemittanceId}", Action = "Sepa.Remittance.OrdersExported" }));
        trail.Items.Count.ShouldBe(1);
    }

    private static async Task<(string Name, byte[] Bytes)> ExportAsync(IssuedCompany issued, OrderFileFormat format, string language, CurrentUserInfo? user = null)
    {
        using var output = new MemoryStream();
        var name = await issued.Company.RunAsync<IRemittanceExportAppService, string>(
            s =>
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language == "fr" ? "fr-FR" : "en-GB");
                return s.WriteOrdersAsync(issued.RemittanceId, format, output);
            },
            user);
        return (name, output.ToArray());
    }
}
