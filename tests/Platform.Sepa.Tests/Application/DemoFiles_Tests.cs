using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>The files that the demonstration ships go through the product's own import.</summary>
[Trait("Req", "SEP-04")]
public sealed class DemoFiles_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Mandates_StagedAndConfirmed_NameEachWrongRow(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await company.AddAccountAsync();
        var import = await company.StageAsync(ImportKind.Mandates, File("mandates.csv"), "mandates.csv");
        import.ShouldSatisfyAllConditions(i => i.Rows.ShouldBe(200), i => i.InvalidRows.ShouldBe(7), i => i.WarningRows.ShouldBe(1));
        var wrong = await company.RowsAsync(import.Id, ImportRowState.Invalid);
        wrong.Select(r => (r.Line, r.Findings[0].Code)).ShouldBe(
        [
            (15, SepaErrorCodes.IbanCheckDigits), (38, SepaErrorCodes.IbanLength), (62, SepaErrorCodes.DateFormat), (89, SepaErrorCodes.Required),
            (140, SepaErrorCodes.MandateReferenceTwice), (164, SepaErrorCodes.CsvFormula), (188, SepaErrorCodes.SchemeUnknown),
        ]);
        await company.ImportsAsync(s => s.SkipInvalidRowsAsync(import.Id));
        (await company.ConfirmAsync(import.Id)).Imported.ShouldBe(193);
    }

    [Theory, Databases]
    public async Task Collections_AfterMandates_NameEachWrongRow(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await company.AddAccountAsync();
        await ImportAsync(company, ImportKind.Mandates, "mandates.csv");
        var import = await company.StageAsync(ImportKind.Collections, File("collections.csv"), "collections.csv");
        var wrong = await company.RowsAsync(import.Id, ImportRowState.Invalid);
        wrong.Select(r => (r.Line, r.Findings[0].Code)).ShouldBe(
        [
            (10, SepaErrorCodes.MandateUnknown), (34, SepaErrorCodes.AmountDecimals), (59, SepaErrorCodes.DateFormat), (85, SepaErrorCodes.AmountRange),
            (108, SepaErrorCodes.EndToEndIdTwice), (132, SepaErrorCodes.CsvFormula), (159, SepaErrorCodes.CollectionDateClosed),
        ]);
        import.WarningRows.ShouldBe(1);
    }

    private static async Task ImportAsync(SepaCompany company, ImportKind kind, string file)
    {
        var import = await company.StageAsync(kind, File(file), file);
        await company.ImportsAsync(s => s.SkipInvalidRowsAsync(import.Id));
        await company.ConfirmAsync(import.Id);
    }

    private static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(TestEnvironment.Root, "etc", "demo", name));
}
