using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Money that leaves the company: every way out asks again whether it is still owed, and whose word it is.</summary>
[Trait("Req", "SEP-11")]
public sealed class ReversalApproval_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Check_PastTheLastDay_BlocksTheRemittance(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        await settled.GiveBackAsync(1, 2);
        var submitted = await settled.Company.SubmitAsync(await settled.RemittanceAsync());
        await settled.DueOnAsync(TargetCalendar.AddBusinessDays(SettledCompany.Today, -6));
        (await SettledCompany.RefusedAsync(() => settled.Company.ApproveAsync(submitted))).ShouldBe(SepaErrorCodes.RemittanceHasErrors);
        var draft = await settled.Company.RemittancesAsync(s => s.WithdrawAsync(submitted.Id, new RemittanceActInput(submitted.ConcurrencyStamp)));
        draft = await settled.Company.RemittancesAsync(s => s.CheckAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        draft.ErrorCount.ShouldBe(2);
        (await settled.FindingsAsync(draft)).ShouldBe([SepaErrorCodes.ReversalTooLate]);
        (await SettledCompany.RefusedAsync(() => settled.Company.SubmitAsync(draft))).ShouldBe(SepaErrorCodes.RemittanceHasErrors);
    }

    [Theory, Databases]
    public async Task Approval_AfterAReturn_IsRefused(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        await settled.GiveBackAsync(1, 2);
        var submitted = await settled.Company.SubmitAsync(await settled.RemittanceAsync());
        await settled.BookAsync("UPDD", 1, "AC04");
        (await SettledCompany.RefusedAsync(() => settled.Company.ApproveAsync(submitted))).ShouldBe(SepaErrorCodes.RemittanceHasErrors);
        var draft = await settled.Company.RemittancesAsync(s => s.WithdrawAsync(submitted.Id, new RemittanceActInput(submitted.ConcurrencyStamp)));
        draft = await settled.Company.RemittancesAsync(s => s.CheckAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        (await settled.FindingsAsync(draft)).ShouldBe([SepaErrorCodes.OriginalFailed]);
        draft = await settled.Company.RemittancesAsync(s => s.RemoveLinesWithErrorsAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        (await settled.Company.ApproveAsync(await settled.Company.SubmitAsync(draft))).Total.ShouldBe(20m);
    }

    [Theory, Databases]
    public async Task HandOver_AfterAReturnOrTheLastDay_IsRefused(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        var (approved, _) = await settled.ReverseAsync(1, 2);
        await settled.DueOnAsync(TargetCalendar.AddBusinessDays(SettledCompany.Today, -6));
        (await SettledCompany.RefusedAsync(() => HandOverAsync(settled, approved))).ShouldBe(SepaErrorCodes.ReversalTooLate);
        await settled.DueOnAsync(SettledCompany.Today);
        await settled.BookAsync("UPDD", 1, "AC04");
        (await SettledCompany.RefusedAsync(() => HandOverAsync(settled, approved))).ShouldBe(SepaErrorCodes.OriginalFailed);
    }

    [Theory, Databases]
    public async Task HandOver_OfWhatIsStillOwed_LetsItGo(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        var (approved, _) = await settled.ReverseAsync(1);
        (await HandOverAsync(settled, approved)).State.ShouldBe(HandOverState.Done);
        var note = await settled.Company.RunAsync<IRemittanceNoteAppService, AccompanyingNoteDto>(s => s.GetAccompanyingNoteAsync(approved.Id));
        (note.Account.Iban, note.Account.CreditorIdentifier, note.Account.HolderName).ShouldBe(("FR7630004144520004633488212", "FR72ZZZ123456", "Boulangerie Lefevre"));
    }

    [Theory, Databases]
    [Trait("Req", "SEP-08")]
    public async Task Approval_ByWhoPreparedItOrAboveTheirLimit_IsRefused(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        await settled.GiveBackAsync(2);
        var submitted = await settled.Company.SubmitAsync(await settled.RemittanceAsync());
        (await SettledCompany.RefusedAsync(() => settled.Company.ApproveAsync(submitted, settled.Company.Preparer))).ShouldBe(SepaErrorCodes.FourEyes);
        var limit = new Dictionary<string, ScopeLimit> { [SepaDataScopes.RemittanceAmount] = new(Cents: 1_999) };
        SepaHosts.Limit(settled.Company.Second, new GrantBundle(new HashSet<string> { SepaPermissions.Remittances.Default, SepaPermissions.Remittances.Approve }, limit));
        (await SettledCompany.RefusedAsync(() => settled.Company.ApproveAsync(submitted, settled.Company.Second))).ShouldBe(SepaErrorCodes.AmountAboveLimit);
        (await settled.Company.ApproveAsync(submitted)).Status.ShouldBe(RemittanceStatus.Approved);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Reversals_WithoutTheRightOrTheAccount_AreRefused(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        await settled.GiveBackAsync(1);
        var reader = settled.Company.Second;
        SepaHosts.Limit(reader, GrantBundle.Unlimited([SepaPermissions.Reversals.Default, SepaPermissions.Remittances.Default, SepaPermissions.Remittances.Create]));
        await Should.ThrowAsync<PermissionDeniedException>(() => settled.GiveBackAsync(ReversalReason.Duplicate, reader, 2));
        var input = new CreateRemittanceDto(Guid.CreateVersion7(), settled.Account.Id, null, PaymentScheme.CoreReversal, new OrderSelectionDto());
        await Should.ThrowAsync<PermissionDeniedException>(() => settled.Company.RemittancesAsync(s => s.CreateAsync(input), reader));
        (await ListAsync(settled, reader)).Count.ShouldBe(1);
        var elsewhere = new Dictionary<string, ScopeLimit> { [SepaDataScopes.CreditorAccounts] = new(new HashSet<Guid> { Guid.CreateVersion7() }) };
        SepaHosts.Limit(reader, new GrantBundle(new HashSet<string> { SepaPermissions.Reversals.Default, SepaPermissions.Reversals.Create }, elsewhere));
        await Should.ThrowAsync<EntityNotFoundException>(() => settled.GiveBackAsync(ReversalReason.Duplicate, reader, 2));
        (await ListAsync(settled, reader)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<ReversalDto>> ListAsync(SettledCompany settled, CurrentUserInfo user) =>
        (await settled.Company.RunAsync<IReversalAppService, PagedResult<ReversalDto>>(s => s.GetListAsync(new GetReversalsInput(Status: null)), user)).Items;

    private static Task<RemittanceHandOverDto> HandOverAsync(SettledCompany settled, RemittanceDto approved) =>
        settled.Company.RunAsync<IRemittanceHandOverAppService, RemittanceHandOverDto>(
            s => s.HandOverAsync(approved.Id, new HandOverRemittanceDto(Guid.CreateVersion7(), HandOverChannels.Download, approved.File!.Sha256)));
}
