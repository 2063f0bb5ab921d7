using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-07")]
public sealed class Notes_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task AccompanyingNote_OfAnApprovedRemittance_HoldsTheFileItsSumsAndWhoApproved(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, 3);
        var note = await AccompanyingAsync(issued);
        var remittance = await issued.Company.RemittancesAsync(s => s.GetAsync(issued.RemittanceId));
        (note.Number, note.File, note.Count, note.Total).ShouldBe((remittance.Number, remittance.File!, 3, 60m));
        note.Account.ShouldBe(new NoteAccountDto(
            "BNP Paribas", "Boulangerie Lefevre", remittance.Account.Address, "FR7630004144520004633488212", "BNPAFRPP", "FR72ZZZ123456"));
        (note.Blocks.Sum(b => b.Count), note.Blocks.Sum(b => b.Total)).ShouldBe((3, 60m));
        note.Approvals.ShouldHaveSingleItem().Name.ShouldBe("Anton Approver");
        note.HandOver.ShouldBeNull();
        await issued.Company.RunAsync<IRemittanceHandOverAppService, RemittanceHandOverDto>(
            s => s.HandOverAsync(issued.RemittanceId, new HandOverRemittanceDto(Guid.CreateVersion7(), HandOverChannels.Download, note.File.Sha256)));
        (await AccompanyingAsync(issued)).HandOver!.Name.ShouldBe("Paula Preparer");
    }

    [Theory, Databases]
    public async Task AccompanyingNote_AfterTheAccountWasChanged_SaysWhatTheFileSays(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var account = (await issued.Company.RemittancesAsync(s => s.GetAsync(issued.RemittanceId))).Account;
        await issued.Company.RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.UpdateAsync(
            account.Id, Accounts.Valid() with { Iban = "FR1420041010050500013M02606", Bic = "PSSTFRPP", CreditorName = "Somebody else", ConcurrencyStamp = account.ConcurrencyStamp }));
        (await issued.Company.RemittancesAsync(s => s.GetAsync(issued.RemittanceId))).Account.Iban.ShouldStartWith("FR14");
        var note = await AccompanyingAsync(issued);
        (note.Account.Iban, note.Account.Bic, note.Account.HolderName).ShouldBe(("FR7630004144520004633488212", "BNPAFRPP", "Boulangerie Lefevre"));
    }

    [Theory, Databases]
    public async Task ConfirmationNote_AfterAnswers_TellsSumsByStateAndEachFailureInWords(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, 3);
        var before = await ConfirmationAsync(issued);
        before.States.ShouldBe([new NoteStateDto(BankState.Waiting, 3, 60m)]);
        (before.Outcome, before.FailedCount).ShouldBe((RemittanceOutcome.None, 0));
        await issued.ImportAsync(AnswerTexts.Status("RJCT", issued.MessageId, "E2E-2"));
        await issued.ReturnAsync(AnswerTexts.Detail("E2E-3", "M-3", 3000, "AC04"));
        var note = await ConfirmationAsync(issued);
        note.States.ShouldBe([new NoteStateDto(BankState.Waiting, 1, 10m), new NoteStateDto(BankState.Rejected, 1, 20m), new NoteStateDto(BankState.Returned, 1, 30m)], ignoreOrder: true);
        (note.FailedCount, note.Failed.Count).ShouldBe((2, 2));
        var rejected = note.Failed.Single(o => o.EndToEndId == "E2E-2");
        (rejected.State, rejected.Reason!.Code, rejected.Amount, rejected.MandateReference).ShouldBe((BankState.Rejected, "MD01", 20m, "M-2"));
        rejected.Reason.Text.ShouldNotBe("MD01");
    }

    [Theory, Databases]
    public async Task Notes_OfADraftOrOutOfReachOrOfAnotherCompany_AreRefused(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var company = issued.Company;
        await company.AddCollectionAsync((await company.AddMandateAsync("M-9")).Id, 5m);
        var draft = await company.CreateRemittanceAsync(company.Account!.Value);
        (await Should.ThrowAsync<BusinessException>(() => AccompanyingAsync(company, draft.Id))).Code.ShouldBe(SepaErrorCodes.RemittanceNotApproved);
        var limited = SepaCompany.Person("Lea Limited");
        SepaHosts.Limit(limited, new GrantBundle(
            company.Host.Services.GetRequiredService<PermissionCatalog>().All.Select(p => p.Name).ToFrozenSet(),
            new Dictionary<string, ScopeLimit> { [SepaDataScopes.CreditorAccounts] = new(Items: new[] { Guid.CreateVersion7() }.ToFrozenSet()) }));
        await Should.ThrowAsync<EntityNotFoundException>(() => AccompanyingAsync(company, issued.RemittanceId, limited));
        await Should.ThrowAsync<EntityNotFoundException>(() => company.RunAsync<IRemittanceNoteAppService, ConfirmationNoteDto>(s => s.GetConfirmationNoteAsync(issued.RemittanceId), limited));
        var other = await hosts.NewCompanyAsync(database);
        await Should.ThrowAsync<EntityNotFoundException>(() => AccompanyingAsync(other, issued.RemittanceId));
        var nobody = SepaCompany.Person("Nora Nobody");
        SepaHosts.Limit(nobody, GrantBundle.Unlimited([SepaPermissions.Mandates.Default]));
        await Should.ThrowAsync<PermissionDeniedException>(() => AccompanyingAsync(company, issued.RemittanceId, nobody));
    }

    private static Task<AccompanyingNoteDto> AccompanyingAsync(IssuedCompany issued) => AccompanyingAsync(issued.Company, issued.RemittanceId);

    private static Task<AccompanyingNoteDto> AccompanyingAsync(SepaCompany company, Guid id, CurrentUserInfo? user = null) =>
        company.RunAsync<IRemittanceNoteAppService, AccompanyingNoteDto>(s => s.GetAccompanyingNoteAsync(id), user);

    private static Task<ConfirmationNoteDto> ConfirmationAsync(IssuedCompany issued) =>
        issued.Company.RunAsync<IRemittanceNoteAppService, ConfirmationNoteDto>(s => s.GetConfirmationNoteAsync(issued.RemittanceId));
}
