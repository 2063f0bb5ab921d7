using Microsoft.EntityFrameworkCore;
using Platform.Audit;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A confirmed import is taken back as a whole, or not at all.</summary>
[Trait("Req", "SEP-04")]
public sealed class ImportUndo_Tests(SepaHosts hosts)
{
    private const string Mandates = "mandate_reference;signature_date;debtor_name;iban\nM-1;2026-01-15;Eric;FR7616958230040009668127476\nM-2;2026-01-15;Zoe;FR7630002686660004371176857\n";
    private const string Collections = "mandate_reference;amount;end_to_end_id\nM-1;1.00;E-1\nM-9;1.00;E-9\nM-2;2.00;\n";

    [Theory, Databases]
    public async Task Undo_OfOrders_RemovesThemAndFreesTheirReferences(TestDatabase database)
    {
        var (company, mandates) = await MandatesAsync(database);
        var orders = await CollectionsAsync(company);
        var undone = await UndoAsync(company, orders);
        (undone.Status, undone.UndoneByName, undone.UndoneAt).ShouldBe((ImportStatus.Undone, "Paula Preparer", SepaHosts.Start.UtcDateTime));
        (await CountAsync(company)).ShouldBe((2, 0));
        (await UndoAsync(company, orders)).UndoneAt.ShouldBe(undone.UndoneAt);
        (await RefusedAsync(() => company.ConfirmAsync(orders))).Code.ShouldBe(SepaErrorCodes.ImportNotStaged);
        var again = await company.StageAsync(ImportKind.Collections, Collections);
        (again.DuplicateOf, again.ValidRows).ShouldBe((null, 2));
        (await UndoAsync(company, mandates)).Status.ShouldBe(ImportStatus.Undone);
        (await CountAsync(company)).ShouldBe((0, 0));
    }

    [Theory, Databases]
    public async Task Undo_OfTransfers_RemovesThem(TestDatabase database)
    {
        var (company, _) = await MandatesAsync(database);
        var import = await company.StageAsync(ImportKind.Transfers, PaymentFiles.Credits(PaymentFiles.Credit1()));
        await company.ConfirmAsync(import.Id);
        (await CountAsync(company)).ShouldBe((2, 1));
        await UndoAsync(company, import.Id);
        (await CountAsync(company)).ShouldBe((2, 0));
    }

    [Theory, Databases]
    public async Task Undo_WithAnOrderInARemittance_NamesItsRowAndUndoesNothing(TestDatabase database)
    {
        var (company, mandates) = await MandatesAsync(database);
        var orders = await CollectionsAsync(company);
        var taken = await OrderAsync(company, "M-2");
        var draft = await company.CreateRemittanceAsync(company.Account!.Value, selection: new OrderSelectionDto(OrderIds: [taken.Id]));
        var refused = await RefusedAsync(() => UndoAsync(company, orders));
        (refused.Code, refused.Data["count"], refused.Data["rows"]).ShouldBe((SepaErrorCodes.ImportInUse, 1, $"4 ({taken.EndToEndId})"));
        (await RefusedAsync(() => UndoAsync(company, mandates))).Data["rows"].ShouldBe("2 (M-1), 3 (M-2)");
        (await CountAsync(company)).ShouldBe((2, 2));
        (await company.ImportsAsync(s => s.GetAsync(orders))).Status.ShouldBe(ImportStatus.Confirmed);
        await company.RemittancesAsync(s => s.CancelAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        (await UndoAsync(company, orders)).Status.ShouldBe(ImportStatus.Undone);
    }

    [Theory, Databases]
    public async Task Undo_OfWhatChanged_IsRefused(TestDatabase database)
    {
        var (company, mandates) = await MandatesAsync(database);
        var orders = await CollectionsAsync(company);
        await company.RunAsync<ICollectionAppService>(async s => await s.CancelAsync((await OrderAsync(company, "M-1")).Id));
        (await RefusedAsync(() => UndoAsync(company, orders))).Data["rows"].ShouldBe("2 (E-1)");
        var other = await company.StageAsync(ImportKind.Mandates, Mandates.Replace("M-", "N-", StringComparison.Ordinal));
        await company.ConfirmAsync(other.Id);
        var mandate = await company.RunAsync<SepaDbContext, Mandate>(db => db.Mandates.SingleAsync(m => m.Reference == "N-2"), CurrentUserInfo.None);
        await company.RunAsync<IMandateAppService, MandateDto>(s => s.SuspendAsync(mandate.Id, "moved", mandate.ConcurrencyStamp));
        (await RefusedAsync(() => UndoAsync(company, other.Id))).Data["rows"].ShouldBe("3 (N-2)");
        (await RefusedAsync(() => UndoAsync(company, mandates))).Code.ShouldBe(SepaErrorCodes.ImportInUse);
        (await CountAsync(company)).ShouldBe((4, 2));
    }

    [Theory, Databases]
    public async Task Undo_ManyInUse_NamesTheFirstTen(TestDatabase database)
    {
        var (company, _) = await MandatesAsync(database);
        var import = await company.StageAsync(ImportKind.Collections, "mandate_reference;amount\n" + string.Concat(Enumerable.Repeat("M-1;1.00\n", 12)));
        await company.ConfirmAsync(import.Id);
        await company.CreateRemittanceAsync(company.Account!.Value);
        var refused = await RefusedAsync(() => UndoAsync(company, import.Id));
        refused.Data["count"].ShouldBe(12);
        refused.Data["rows"].ShouldBeOfType<string>().ShouldEndWith("), …");
        refused.Data["rows"].ShouldBeOfType<string>().Split(", ").Length.ShouldBe(11);
    }

    [Theory, Databases]
    public async Task Undo_OfWhatIsNotConfirmed_IsRefused(TestDatabase database)
    {
        var (company, _) = await MandatesAsync(database);
        var staged = await company.StageAsync(ImportKind.Collections, Collections);
        (await RefusedAsync(() => UndoAsync(company, staged.Id))).Code.ShouldBe(SepaErrorCodes.ImportNotConfirmed);
        var (stranger, _) = await MandatesAsync(database);
        await Should.ThrowAsync<EntityNotFoundException>(() => UndoAsync(stranger, staged.Id));
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Undo_OfTransfers_NeedsTheRightToMakeThem(TestDatabase database)
    {
        var (company, _) = await MandatesAsync(database);
        var import = await company.StageAsync(ImportKind.Transfers, PaymentFiles.Credits(PaymentFiles.Credit1()));
        await company.ConfirmAsync(import.Id);
        SepaHosts.Limit(company.Second, GrantBundle.Unlimited([SepaPermissions.Imports.Default]));
        await Should.ThrowAsync<PermissionDeniedException>(() => company.RunAsync<IImportAppService, ImportBatchDto>(s => s.UndoAsync(import.Id), company.Second));
        (await CountAsync(company)).ShouldBe((2, 1));
    }

    [Theory, Databases]
    public async Task Undo_TwiceAtOnceOrBesideARemittance_IsAllOrNothing(TestDatabase database)
    {
        var (company, _) = await MandatesAsync(database);
        var orders = await CollectionsAsync(company);
        var undo = Enumerable.Range(0, 3).Select(_ => Try(() => UndoAsync(company, orders))).ToList();
        var take = Try(() => company.CreateRemittanceAsync(company.Account!.Value));
        await Task.WhenAll([.. undo, take]);
        var status = (await company.ImportsAsync(s => s.GetAsync(orders))).Status;
        (await CountAsync(company)).Orders.ShouldBe(status == ImportStatus.Undone ? 0 : 2);
        (await take).ShouldBe(status != ImportStatus.Undone);
    }

    [Theory, Databases]
    [Trait("Req", "AUD-01")]
    public async Task Undo_Always_IsRecordedAsOneAct(TestDatabase database)
    {
        var (company, _) = await MandatesAsync(database);
        var orders = await CollectionsAsync(company);
        await UndoAsync(company, orders);
        var trail = await company.RunAsync<IAuditAppService, PagedResult<AuditEntryDto>>(s => s.GetListAsync(new AuditFilterDto { EntityId = $"{orders}" }));
        trail.Items.Count(e => e.Action == "Sepa.Import.Undone").ShouldBe(1);
    }

    private async Task<(SepaCompany Company, Guid Import)> MandatesAsync(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await company.AddAccountAsync();
        var import = await company.StageAsync(ImportKind.Mandates, Mandates);
        await company.ConfirmAsync(import.Id);
        return (company, import.Id);
    }

    /// <summary>Lines 2 and 4; line 3 is left out.</summary>
    private static async Task<Guid> CollectionsAsync(SepaCompany company)
    {
        var import = await company.StageAsync(ImportKind.Collections, Collections);
        await company.ImportsAsync(s => s.SkipInvalidRowsAsync(import.Id));
        (await company.ConfirmAsync(import.Id)).Imported.ShouldBe(2);
        return import.Id;
    }

    private static Task<ImportBatchDto> UndoAsync(SepaCompany company, Guid import) => company.ImportsAsync(s => s.UndoAsync(import));

    private static async Task<CollectionDto> OrderAsync(SepaCompany company, string mandate) =>
        (await company.RunAsync<ICollectionAppService, PagedResult<CollectionDto>>(s => s.GetListAsync(new GetCollectionsInput()))).Items.Single(o => o.MandateReference == mandate);

    private static Task<(int Mandates, int Orders)> CountAsync(SepaCompany company) =>
        company.RunAsync<SepaDbContext, (int, int)>(async db => (await db.Mandates.CountAsync(), await db.Orders.CountAsync()), CurrentUserInfo.None);

    private static Task<BusinessException> RefusedAsync(Func<Task> act) => Should.ThrowAsync<BusinessException>(act);

    private static async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception e) when (e is BusinessException or DbUpdateException)
        {
            return false;
        }
    }
}
