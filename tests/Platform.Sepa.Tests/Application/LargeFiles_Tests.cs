using System.Diagnostics;
using System.Globalization;
using System.Text;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>
/// 100,000 rows from file to bank file, with wrong rows among them, within the times that users are promised. Processor time is
/// measured, so that other work on the machine does not decide.
/// </summary>
[Trait("Req", "SEP-04")]
[Trait("Req", "SEP-06")]
[Trait("Req", "SEP-13")]
[Collection(nameof(LargeFiles_Tests))]
[CollectionDefinition(nameof(LargeFiles_Tests), DisableParallelization = true)]
public sealed class LargeFiles_Tests(SepaHosts hosts)
{
    private const int Rows = 100_000;
    private static readonly TimeSpan ImportLimit = TimeSpan.FromSeconds(30);

    [Theory, Databases]
    public async Task HundredThousandRows_ImportedAndIssued_StayWithinTheirTimesAndAreValid(TestDatabase database)
    {
        var version = database == TestDatabase.Sqlite ? Pain008Version.V08 : Pain008Version.V02;
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync(a => a with { Profile = new BankProfileDto(version) });
        await ImportAsync(company, ImportKind.Mandates, MandateFile());
        await ImportAsync(company, ImportKind.Collections, CollectionFile());
        var watch = ProcessorTime.Start();
        var draft = await company.CreateRemittanceAsync(account.Id);
        draft.ShouldSatisfyAllConditions(r => r.Count.ShouldBe(Rows - 10), r => r.ErrorCount.ShouldBe(0));
        var submitted = await company.SubmitAsync(draft);
        var approved = await company.ApproveAsync(submitted);
        TestContext.Current.TestOutputHelper?.WriteLine($"created, checked, submitted, approved: {watch.Elapsed}");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        await AssertFileAsync(company, approved, version);
        await AssertPreNotifiedAsync(company, approved);
    }

    private static async Task AssertPreNotifiedAsync(SepaCompany company, RemittanceDto approved)
    {
        await company.RunAsync<IPreNotificationSettingsAppService>(s => s.SaveAsync(new PreNotificationSettingsDto(true, 1, "en", null)));
        var watch = ProcessorTime.Start();
        var planned = await company.RunAsync<IPreNotificationAppService, PreNotificationSummaryDto>(s => s.PlanAsync(approved.Id));
        planned.Counts[PreNotificationState.NoAddress].ShouldBe(Rows - 10);
        TestContext.Current.TestOutputHelper?.WriteLine($"pre-notifications planned: {watch.Elapsed}");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static async Task AssertFileAsync(SepaCompany company, RemittanceDto approved, Pain008Version version)
    {
        var path = Path.GetTempFileName();
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 4096, FileOptions.DeleteOnClose);
        var download = await company.RemittancesAsync(s => s.DownloadAsync(approved.Id));
        await using (download.Content)
            await download.Content.CopyToAsync(file, TestContext.Current.CancellationToken);
        await file.FlushAsync(TestContext.Current.CancellationToken);
        var content = Pain008Content.Read(file);
        content.HeaderCount.ShouldBe(Rows - 10);
        content.HeaderSum.ShouldBe(approved.Total);
        content.Blocks.SelectMany(b => b.Amounts).Sum().ShouldBe(approved.Total);
        (await IsoSchema.XmllintAsync(path, IsoSchema.Iso(version))).ShouldBe("validates");
    }

    private static async Task ImportAsync(SepaCompany company, ImportKind kind, string file)
    {
        var watch = ProcessorTime.Start();
        var import = await company.StageAsync(kind, file);
        var staged = watch.Elapsed;
        import.InvalidRows.ShouldBe(10);
        await company.ImportsAsync(s => s.SkipInvalidRowsAsync(import.Id));
        (await company.ConfirmAsync(import.Id)).Imported.ShouldBe(kind == ImportKind.Mandates ? Rows : Rows - 10);
        TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: staged {staged}, confirmed {watch.Elapsed}");
        watch.Elapsed.ShouldBeLessThan(ImportLimit);
    }

    private readonly record struct ProcessorTime(TimeSpan Before)
    {
        public TimeSpan Elapsed => Process.GetCurrentProcess().TotalProcessorTime - Before;

        public static ProcessorTime Start() => new(Process.GetCurrentProcess().TotalProcessorTime);
    }

    private static string MandateFile()
    {
        var text = new StringBuilder("mandate_reference;scheme;type;signature_date;debtor_name;iban;street;building_number;postal_code;town;country\n");
        for (var i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"M-{i:000000};CORE;RCUR;2026-01-15;Customer {i};{IbanOf(i)};rue Garibaldi;{i % 90};69003;Lyon;FR\n");
        for (var i = 0; i < 10; i++)
            text.Append(CultureInfo.InvariantCulture, $"M-{i:000000};CORE;RCUR;2026-01-15;Customer {i};{IbanOf(i)};;;;;\n");
        return text.ToString();
    }

    private static string CollectionFile()
    {
        var text = new StringBuilder("mandate_reference;amount;collection_date;end_to_end_id;invoice_number;remittance_information\n");
        for (var i = 0; i < Rows; i++)
        {
            var reference = i % 10_000 == 9_999 ? "M-UNKNOWN" : $"M-{i:000000}";
            text.Append(CultureInfo.InvariantCulture, $"{reference};{i % 900 + 1}.{i % 100:00};;E-{i:000000};F-{i:000000};Facture F-{i:000000}\n");
        }

        return text.ToString();
    }

    private static string IbanOf(int i) => Iban.Create("FR", string.Create(CultureInfo.InvariantCulture, $"30004{i % 99999:00000}{i:00000000000}{i % 97:00}")).Value;
}
