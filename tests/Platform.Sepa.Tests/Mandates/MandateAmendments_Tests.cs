using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>What changed in a used mandate is told to the debtor's bank with the next issued collection, once.</summary>
[Trait("Req", "SEP-02")]
public sealed class MandateAmendments_Tests(SepaHosts hosts)
{
    private static readonly BankProfileDto Old = new(Pain008Version.V02, NewDebtorAccountPlace: NewDebtorAccountPlace.OriginalDebtorAgent);

    [Theory, Databases]
    public async Task Amend_ReferenceAndAccount_AreSentOnceAsOneAmendment(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        await company.AmendAsync(reference: "NEW-1");
        var amended = await company.AmendAsync("NEW-2", AmendedCompany.OtherIban);
        amended.Amendment.ShouldBe(new MandateAmendmentDto("OLD-1", AmendedCompany.Iban, null, null));
        amended.Timeline.Where(e => e.Before is not null).Select(e => (e.Kind, e.Before, e.After, e.ByName)).ShouldBe(
        [
            (MandateEventKind.ReferenceAmended, "OLD-1", "NEW-1", "Paula Preparer"), (MandateEventKind.ReferenceAmended, "NEW-1", "NEW-2", "Paula Preparer"),
            (MandateEventKind.DebtorAccountAmended, AmendedCompany.Iban, AmendedCompany.OtherIban, "Paula Preparer"),
        ]);
        var remittance = await company.IssueAsync(collections: 2);
        (await company.SentAsync(remittance)).ShouldBe(["OrgnlMndtId=OLD-1 OrgnlDbtrAcct=SMNDA"], "the first order of the mandate tells it, no other");
        (await company.MandateAsync()).Amendment.ShouldBeNull();
        (await company.MandateAsync()).Timeline.Single(e => e.Kind == MandateEventKind.AmendmentSent).Note.ShouldBe(remittance.Number);
        (await company.SentAsync()).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Amend_TakenBackBeforeTheNextFile_SaysNothing(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        await company.AmendAsync(iban: AmendedCompany.OtherIban);
        (await company.AmendAsync(iban: AmendedCompany.Iban)).Amendment.ShouldBeNull();
        (await company.SentAsync()).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Amend_BeforeAnyFile_IsACorrection(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database, used: false);
        var draft = await company.SubmitAsync();
        (await company.AmendAsync("NEW-1", AmendedCompany.OtherIban)).ShouldSatisfyAllConditions(m => m.Amendment.ShouldBeNull(), m => m.IsUsed.ShouldBeFalse());
        (await company.SentAsync(await company.Company.ApproveAsync(draft))).ShouldBeEmpty();
        (await company.MandateAsync()).Amendment.ShouldBe(new MandateAmendmentDto("OLD-1", AmendedCompany.Iban, null, null), "the file went out with the old values");
    }

    [Theory, Databases]
    public async Task Edit_OfTheAccountOfAUsedMandate_BecomesAnAmendment(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        var edited = await company.EditAsync(m => m with { DebtorIban = AmendedCompany.OtherIban, DebtorName = "Julie Martin" });
        edited.Timeline.ShouldContain(e => e.Kind == MandateEventKind.DebtorAccountAmended && e.After == AmendedCompany.OtherIban);
        (await company.SentAsync()).ShouldBe(["OrgnlDbtrAcct=SMNDA"]);
    }

    [Theory, Databases]
    public async Task Amendment_WhereTheBankWantsItWithTheAgent_TellsTheNumberWithinOneBankOnly(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database, Old);
        await company.AmendAsync(iban: AmendedCompany.OtherIban);
        (await company.SentAsync(Pain008Version.V02)).ShouldBe(["OrgnlDbtrAgt=SMNDA"]);
        await company.AmendAsync(iban: Iban.Create("FR", $"{AmendedCompany.OtherIban[4..^1]}8").Value);
        (await company.SentAsync(Pain008Version.V02)).ShouldBe([$"OrgnlDbtrAcct={AmendedCompany.OtherIban}"]);
    }

    [Theory, Databases]
    public async Task Creditor_WithAnotherNameAndIdentifier_IsToldForMandatesThatFollow(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        await company.ChangeAccountAsync(a => a with { CreditorName = "Lefevre SAS", CreditorIdentifier = CreditorIdentifier.Create("FR", "ZZZ", "654321").Value });
        var mandate = await company.MandateAsync();
        mandate.Creditor.ShouldBe("FR654321");
        mandate.Amendment.ShouldBe(new MandateAmendmentDto(null, null, "FR72ZZZ123456", "Boulangerie Lefèvre"));
        mandate.Timeline.Where(e => e.Before is not null).Select(e => (e.Kind, e.Before, e.ByName)).ShouldBe(
            [(MandateEventKind.CreditorIdentifierAmended, "FR72ZZZ123456", "Anton Approver"), (MandateEventKind.CreditorNameAmended, "Boulangerie Lefèvre", "Anton Approver")]);
        (await company.SentAsync()).ShouldBe(["OrgnlCdtrSchmeId=Boulangerie Lefevre/FR72ZZZ123456/SEPA"]);
        (await company.MandateAsync()).Amendment.ShouldBeNull();
        (await company.SentAsync()).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Creditor_WithAnotherBusinessCodeOrAccents_IsTheSame(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        await company.ChangeAccountAsync(a => a with { CreditorName = "Boulangerie Lefevre", CreditorIdentifier = CreditorIdentifier.Create("FR", "SHP", "123456").Value });
        (await company.SentAsync()).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Creditor_WhoseReferencesClash_KeepsTheOldIdentifier(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        var other = CreditorIdentifier.Create("FR", "ZZZ", "654321").Value;
        await company.Company.AddAccountAsync(a => a with { CreditorIdentifier = other, Iban = AmendedCompany.OtherIban });
        await company.Company.AddMandateAsync("old-1");
        (await IssuedCompany.RefusedAsync(() => company.ChangeAccountAsync(a => a with { CreditorIdentifier = other }))).ShouldBe(SepaErrorCodes.CreditorReferencesClash);
        (await company.MandateAsync()).Creditor.ShouldBe("FR123456");
    }

    [Theory, Databases]
    public async Task Creditor_WithASecondAccountUnderTheOldIdentifier_KeepsItsMandatesThere(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        await company.Company.AddAccountAsync(a => a with { Iban = AmendedCompany.OtherIban });
        await company.ChangeAccountAsync(a => a with { CreditorIdentifier = CreditorIdentifier.Create("FR", "ZZZ", "654321").Value });
        (await company.MandateAsync()).Creditor.ShouldBe("FR123456");
    }

    [Theory, Databases]
    public async Task Rejected_FirstCollection_OpensTheAmendmentAgain(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        await company.AmendAsync("NEW-1", AmendedCompany.OtherIban);
        var first = await company.IssueAsync();
        await company.AnswerAsync(first, "RJCT");
        (await company.MandateAsync()).Amendment.ShouldBe(new MandateAmendmentDto("OLD-1", AmendedCompany.Iban, null, null));
        (await company.TimelineAsync()).ShouldContain(MandateEventKind.AmendmentRejected);
        (await company.SentAsync()).ShouldBe(["OrgnlMndtId=OLD-1 OrgnlDbtrAcct=SMNDA"]);
        await company.AnswerAsync(first, "RJCT");
        (await company.MandateAsync()).Amendment.ShouldBeNull("an answer that comes again concerns the first file only");
    }

    [Theory, Databases]
    public async Task Accepted_FirstCollection_LeavesTheAmendmentTold(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        await company.AmendAsync("NEW-1");
        await company.AnswerAsync(await company.IssueAsync(), "ACSC");
        (await company.MandateAsync()).Amendment.ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Approve_AfterAnotherFileToldTheAmendment_AsksForANewCheck(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        await company.AmendAsync("NEW-1");
        var waiting = await company.SubmitAsync();
        (await company.SentAsync()).Count.ShouldBe(1);
        (await IssuedCompany.RefusedAsync(() => company.Company.ApproveAsync(waiting))).ShouldBe(SepaErrorCodes.AmendmentsOvertaken);
        var draft = await company.Company.RemittancesAsync(s => s.WithdrawAsync(waiting.Id, new RemittanceActInput(waiting.ConcurrencyStamp)));
        (await company.SentAsync(await company.Company.ApproveAsync(await company.Company.SubmitAsync(draft)))).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Approve_OfWhatWasSubmittedBeforeTheAmendment_LeavesItOpen(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        var waiting = await company.SubmitAsync();
        await company.AmendAsync("NEW-1");
        (await company.SentAsync(await company.Company.ApproveAsync(waiting))).ShouldBeEmpty();
        (await company.SentAsync()).ShouldBe(["OrgnlMndtId=OLD-1"]);
    }

    [Theory, Databases]
    public async Task Amend_Wrongly_IsRefusedByName(TestDatabase database)
    {
        var company = await AmendedCompany.NewAsync(hosts, database);
        await company.Company.AddMandateAsync("TAKEN-1");
        (await IssuedCompany.RefusedAsync(() => company.AmendAsync())).ShouldBe(SepaErrorCodes.NothingAmended);
        (await IssuedCompany.RefusedAsync(() => company.AmendAsync(reference: "taken-1"))).ShouldBe(SepaErrorCodes.MandateReferenceTaken);
        (await IssuedCompany.RefusedAsync(() => company.AmendAsync(iban: "FR00"))).ShouldBe(SepaErrorCodes.IbanLength);
        await company.AmendAsync(reference: "NEW-1");
        (await IssuedCompany.RefusedAsync(() => company.Company.AddMandateAsync("OLD-1"))).ShouldBe(SepaErrorCodes.MandateReferenceTaken, "banks still answer under it");
        (await IssuedCompany.RefusedAsync(() => company.EditAsync(m => m with { Reference = "NEW-2" }))).ShouldBe(SepaErrorCodes.MandateSignedPartsFixed);
    }

    [Theory, Databases]
    public async Task Amend_OfAnotherCompany_FindsNothing(TestDatabase database)
    {
        var (ours, foreign) = (await AmendedCompany.NewAsync(hosts, database), await hosts.NewCompanyAsync(database));
        var mandate = await ours.MandateAsync();
        await Should.ThrowAsync<EntityNotFoundException>(() => foreign.RunAsync<IMandateAppService, MandateDto>(s => s.AmendAsync(
            mandate.Id, new AmendMandateDto("X", AmendedCompany.OtherIban, null, mandate.ConcurrencyStamp))));
    }
}
