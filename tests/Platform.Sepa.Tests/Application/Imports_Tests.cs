using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-04")]
public sealed class Imports_Tests(SepaHosts hosts)
{
    private const string Header = "mandate_reference;signature_date;debtor_name;iban\n";
    private const string Iban1 = "FR7616958230040009668127476";
    private const string Iban2 = "FR7630002686660004371176857";

    [Theory, Databases]
    public async Task Stage_Always_MakesNoBusinessData(TestDatabase database)
    {
        var company = await NewAsync(database);
        await company.StageAsync(ImportKind.Mandates, Header + Row("M-1"));
        (await MandatesAsync(company)).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Confirm_Repeated_AnswersTheSameAndImportsOnce(TestDatabase database)
    {
        var company = await NewAsync(database);
        var import = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1") + Row("M-2"));
        var first = await company.ConfirmAsync(import.Id);
        (await company.ConfirmAsync(import.Id)).ShouldBe(first);
        first.Imported.ShouldBe(2);
        (await MandatesAsync(company)).ShouldBe(2);
    }

    [Theory, Databases]
    public async Task Confirm_TwiceAtOnce_ImportsOnce(TestDatabase database)
    {
        var company = await NewAsync(database);
        var import = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1"));
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => company.ConfirmAsync(import.Id)));
        results.ShouldAllBe(r => r.Imported == 1);
        (await MandatesAsync(company)).ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Confirm_WithWrongRows_IsRefusedAndChangesNothing(TestDatabase database)
    {
        var company = await NewAsync(database);
        var import = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1") + Row("M-2", iban: "FR00"));
        (await RefusedAsync(() => company.ConfirmAsync(import.Id))).ShouldBe(SepaErrorCodes.ImportHasInvalidRows);
        (await MandatesAsync(company)).ShouldBe(0);
        (await company.ImportsAsync(s => s.GetAsync(import.Id))).Status.ShouldBe(ImportStatus.Staged);
    }

    [Theory, Databases]
    public async Task Confirm_SameFileAgain_MustBeAccepted(TestDatabase database)
    {
        var company = await NewAsync(database);
        var account = await company.AddAccountAsync(a => a with { CreditorIdentifier = CreditorIdentifier.Create("FR", "ZZZ", "654321").Value });
        var file = Encoding.UTF8.GetBytes(Header + Row("M-1"));
        var first = await company.ImportsAsync(s => s.StageAsync(new StageImportInput(ImportKind.Mandates, "a.csv", new MemoryStream(file), account.Id)));
        await company.ConfirmAsync(first.Id);
        var second = await company.ImportsAsync(s => s.StageAsync(new StageImportInput(ImportKind.Mandates, "b.csv", new MemoryStream(file), account.Id)));
        second.DuplicateOf.ShouldNotBeNull().Id.ShouldBe(first.Id);
        second.InvalidRows.ShouldBe(1);
        await company.ImportsAsync(async s => await s.CorrectRowAsync(second.Id, (await company.RowsAsync(second.Id))[0].Id, Correction(ImportField.MandateReference, "M-2")));
        (await RefusedAsync(() => company.ConfirmAsync(second.Id))).ShouldBe(SepaErrorCodes.ImportSameFile);
        (await company.ConfirmAsync(second.Id, acceptSameFile: true)).Imported.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task CorrectRow_DuplicateReference_ClearsItsError(TestDatabase database)
    {
        var company = await NewAsync(database);
        var import = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1") + Row("m -1"));
        var twice = (await company.RowsAsync(import.Id, ImportRowState.Invalid)).ShouldHaveSingleItem();
        (twice.Line, twice.Findings[0].Code).ShouldBe((3, SepaErrorCodes.MandateReferenceTwice));
        var corrected = await company.ImportsAsync(s => s.CorrectRowAsync(import.Id, twice.Id, Correction(ImportField.MandateReference, "M-2")));
        corrected.ShouldSatisfyAllConditions(r => r.State.ShouldBe(ImportRowState.Valid), r => r.Corrected.ShouldBeTrue());
        (await company.ImportsAsync(s => s.GetAsync(import.Id))).ShouldSatisfyAllConditions(i => i.ValidRows.ShouldBe(2), i => i.InvalidRows.ShouldBe(0));
    }

    [Theory, Databases]
    public async Task CorrectRow_IntoADuplicate_IsNoticedWithBothRows(TestDatabase database)
    {
        var company = await NewAsync(database);
        var import = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1") + Row("M-2"));
        var first = (await company.RowsAsync(import.Id))[0];
        await company.ImportsAsync(s => s.CorrectRowAsync(import.Id, first.Id, Correction(ImportField.MandateReference, "M-2")));
        var rows = await company.RowsAsync(import.Id);
        rows.Select(r => r.State).ShouldBe([ImportRowState.Valid, ImportRowState.Invalid]);
    }

    [Theory, Databases]
    public async Task SkipRow_TheFirstOfTwo_MakesTheSecondValid(TestDatabase database)
    {
        var company = await NewAsync(database);
        var import = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1") + Row("M-1", iban: Iban2));
        var first = (await company.RowsAsync(import.Id))[0];
        await company.ImportsAsync(s => s.SkipRowAsync(import.Id, first.Id, skip: true));
        (await company.RowsAsync(import.Id)).Select(r => r.State).ShouldBe([ImportRowState.Skipped, ImportRowState.Valid]);
        await company.ImportsAsync(s => s.SkipRowAsync(import.Id, first.Id, skip: false));
        (await company.RowsAsync(import.Id)).Select(r => r.State).ShouldBe([ImportRowState.Valid, ImportRowState.Invalid]);
    }

    [Theory, Databases]
    public async Task Confirm_WhenAnotherImportWasFaster_IsRefusedUntilCheckedAgain(TestDatabase database)
    {
        var company = await NewAsync(database);
        var slow = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1") + Row("M-2"));
        var fast = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1"));
        await company.ConfirmAsync(fast.Id);
        (await RefusedAsync(() => company.ConfirmAsync(slow.Id))).ShouldBe(SepaErrorCodes.ImportRowsOutdated);
        (await company.ImportsAsync(s => s.RevalidateAsync(slow.Id))).InvalidRows.ShouldBe(1);
        (await company.RowsAsync(slow.Id, ImportRowState.Invalid))[0].Findings[0].Code.ShouldBe(SepaErrorCodes.MandateReferenceTaken);
        (await MandatesAsync(company)).ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Mapping_ChosenOnce_IsRememberedForTheSameColumns(TestDatabase database)
    {
        var company = await NewAsync(database);
        var file = $"code;jour;qui;compte\nM-1;2026-01-15;Eric;{Iban1}\n";
        var first = await company.StageAsync(ImportKind.Mandates, file);
        first.InvalidRows.ShouldBe(1);
        var mapping = new Dictionary<ImportField, int>
        {
            [ImportField.MandateReference] = 0,
            [ImportField.SignedOn] = 1,
            [ImportField.DebtorName] = 2,
            [ImportField.DebtorIban] = 3,
        };
        (await company.ImportsAsync(s => s.RereadAsync(first.Id, new RereadImportDto(Mapping: mapping)))).ValidRows.ShouldBe(1);
        var second = await company.StageAsync(ImportKind.Mandates, file.Replace("M-1", "M-2", StringComparison.Ordinal));
        second.ShouldSatisfyAllConditions(i => i.ValidRows.ShouldBe(1), i => i.Mapping.ShouldBe(mapping, ignoreOrder: true));
    }

    [Theory, Databases]
    public async Task Reread_WithTheRightDecimalSign_ReadsTheAmounts(TestDatabase database)
    {
        var company = await NewAsync(database);
        await company.AddMandateAsync("M-1");
        var import = await company.StageAsync(ImportKind.Collections, "mandate_reference;amount\nM-1;1.234\n");
        (await company.RowsAsync(import.Id))[0].Findings[0].Code.ShouldBe(SepaErrorCodes.AmountAmbiguous);
        var reread = await company.ImportsAsync(s => s.RereadAsync(import.Id, new RereadImportDto(import.Dialect with { DecimalSign = DecimalSign.Comma })));
        (reread.ValidRows, reread.ValidTotal).ShouldBe((1, 1234m));
    }

    [Theory, Databases]
    public async Task Discard_Staged_RemovesRowsAndFileForGood(TestDatabase database)
    {
        var company = await NewAsync(database);
        var import = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1"));
        await company.RunAsync<IImportAppService>(s => s.DiscardAsync(import.Id));
        (await company.RowsAsync(import.Id)).ShouldBeEmpty();
        (await RefusedAsync(() => company.ConfirmAsync(import.Id))).ShouldBe(SepaErrorCodes.ImportNotStaged);
    }

    [Theory, Databases]
    public async Task FailedRows_WithFormulas_AreHarmlessInASpreadsheet(TestDatabase database)
    {
        var company = await NewAsync(database);
        var import = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1", name: "=HYPERLINK(\"\"x\"\")") + Row("M-2"));
        using var output = new MemoryStream();
        await company.RunAsync<IImportAppService>(s => s.WriteFailedRowsAsync(import.Id, output));
        output.ToArray()[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        var lines = Encoding.UTF8.GetString(output.ToArray()[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldContain("mandate_reference;signature_date;debtor_name;iban");
        lines[1].ShouldStartWith("2;M-1;2026-01-15;\"'=HYPERLINK(");
        lines[1].ShouldContain("debtor_name:");
    }

    [Theory, Databases]
    public async Task Stage_CancelledHalfway_LeavesNothing(TestDatabase database)
    {
        var company = await NewAsync(database);
        using var cancel = new CancellationTokenSource();
        var file = new StringBuilder(Header);
        for (var i = 0; i < 5_000; i++)
            file.Append(Row($"M-{i}"));
        var content = new CancellingStream(Encoding.UTF8.GetBytes(file.ToString()), cancel);
        await Should.ThrowAsync<OperationCanceledException>(() =>
            company.ImportsAsync(s => s.StageAsync(new StageImportInput(ImportKind.Mandates, "f.csv", content), cancel.Token)));
        (await company.ImportsAsync(s => s.GetListAsync(new GetImportsInput()))).TotalCount.ShouldBe(0);
        (await company.RunAsync<SepaDbContext, int>(db => db.ImportRows.CountAsync())).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Import_OfAnotherCompany_DoesNotExist(TestDatabase database)
    {
        var company = await NewAsync(database);
        var stranger = await NewAsync(database);
        var import = await company.StageAsync(ImportKind.Mandates, Header + Row("M-1"));
        await Should.ThrowAsync<EntityNotFoundException>(() => stranger.ImportsAsync(s => s.GetAsync(import.Id)));
        await Should.ThrowAsync<EntityNotFoundException>(() => stranger.ConfirmAsync(import.Id));
        await Should.ThrowAsync<EntityNotFoundException>(() => stranger.ImportsAsync(s => s.SkipInvalidRowsAsync(import.Id)));
    }

    private async Task<SepaCompany> NewAsync(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await company.AddAccountAsync();
        return company;
    }

    private static string Row(string reference, string name = "Eric", string iban = Iban1) => $"{reference};2026-01-15;\"{name}\";{iban}\n";

    private static CorrectRowDto Correction(ImportField field, string value) => new(new Dictionary<ImportField, string?> { [field] = value });

    private static Task<int> MandatesAsync(SepaCompany company) => company.RunAsync<SepaDbContext, int>(db => db.Mandates.CountAsync(), CurrentUserInfo.None);

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Should.ThrowAsync<BusinessException>(act)).Code;

    /// <summary>Cancels when its end is reached: the file is stored, its rows are not yet.</summary>
    private sealed class CancellingStream(byte[] content, CancellationTokenSource cancel) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, CancellationToken.None);
            if (read == 0)
                await cancel.CancelAsync();
            return read;
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await base.CopyToAsync(destination, bufferSize, CancellationToken.None);
            await cancel.CancelAsync();
        }
    }
}
