using System.Collections.Frozen;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-11")]
public sealed class BankAnswers_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Import_RejectedOrder_IsMatchedWithReasonAndNextStep(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);

        var answer = await issued.ImportAsync(AnswerTexts.Status("RJCT", issued.MessageId, "E2E-1", "AC04"));

        (answer.Kind, answer.Items, answer.Matched, answer.Unmatched, answer.Rejected, answer.Returned)
            .ShouldBe((BankAnswerKind.StatusReport, 3, 3, 0, 1, 0));
        var item = (await issued.ItemsAsync()).Single(i => i.Level == BankAnswerLevel.Transaction);
        (item.PartyName, item.RemittanceId, item.Reason!.Code).ShouldBe(("Julien Martin", issued.RemittanceId, "AC04"));
        item.Reason.NextStep.ShouldNotBeNullOrEmpty();
        (await issued.StateAsync(1)).ShouldBe((BankState.Rejected, "AC04"));
        (await issued.StateAsync(2)).ShouldBe((BankState.Waiting, null));
        (await issued.OutcomeAsync()).ShouldBe(RemittanceOutcome.PartlyAccepted);
        var line = (await issued.Company.RemittancesAsync(s => s.GetLinesAsync(issued.RemittanceId, new GetRemittanceLinesInput()))).Items.Single(l => l.EndToEndId == "E2E-1");
        (line.BankState, line.BankReason!.Code).ShouldBe((BankState.Rejected, "AC04"));
    }

    [Theory, Databases]
    public async Task Import_SameFileTwice_IsRefusedInOneCompanyOnly(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var text = AnswerTexts.Status("RJCT", issued.MessageId);
        await issued.ImportAsync(text);

        (await IssuedCompany.RefusedAsync(() => issued.ImportAsync(text))).ShouldBe(SepaErrorCodes.AnswerTwice);

        (await issued.AnswersAsync(s => s.GetListAsync(new GetBankAnswersInput()))).TotalCount.ShouldBe(1);
        var other = await IssuedCompany.NewAsync(hosts, database);
        // Banks often name a message of their own: the reference of the order is what counts.
        (await other.ImportAsync(text)).ShouldSatisfyAllConditions(a => a.Matched.ShouldBe(1), a => a.Rejected.ShouldBe(1));
        (await issued.AnswersAsync(s => s.GetListAsync(new GetBankAnswersInput()))).TotalCount.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Import_BrokenAtItsEnd_KeepsNothing(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var orders = string.Concat(Enumerable.Range(1, 1_500).Select(i => AnswerTexts.Order("RJCT", $"E2E-{i}", "MD01")));
        var text = AnswerTexts.Report(issued.MessageId, null, $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>X-001</OrgnlPmtInfId>{orders}</OrgnlPmtInfAndSts>");

        var refused = await Should.ThrowAsync<InputException>(() => issued.ImportAsync(text.Replace("</CstmrPmtStsRpt>", "")));

        refused.Errors[0].ShouldSatisfyAllConditions(e => e.Code.ShouldBe(SepaErrorCodes.AnswerMalformed), e => e.Line.ShouldNotBeNull());
        (await issued.AnswersAsync(s => s.GetListAsync(new GetBankAnswersInput()))).TotalCount.ShouldBe(0);
        (await issued.StateAsync(1)).ShouldBe((BankState.Waiting, null));
        (await issued.MandateAsync(1)).Status.ShouldBe(MandateStatus.Active);
        var whole = await issued.ImportAsync(text);
        (whole.Items, whole.Rejected).ShouldBe((1_502, 2));
        (await issued.OutcomeAsync()).ShouldBe(RemittanceOutcome.Rejected);
    }

    [Theory, Databases]
    public async Task Import_WholeMessage_CountsForEveryOrderOfIt(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, 3);
        await issued.ImportAsync(AnswerTexts.Report(issued.MessageId, "ACCP", ""));
        (await issued.StateAsync(3)).ShouldBe((BankState.Accepted, null));
        (await issued.OutcomeAsync()).ShouldBe(RemittanceOutcome.Accepted);

        await issued.ImportAsync(AnswerTexts.Report(issued.MessageId, "RJCT", "", "PSR-2"));

        (await issued.StateAsync(3)).ShouldBe((BankState.Rejected, null));
        (await issued.OutcomeAsync()).ShouldBe(RemittanceOutcome.Rejected);
    }

    [Theory, Databases]
    public async Task Import_Block_CountsForItsOrdersOnly(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, change: c => c.EndToEndId == "E2E-2" ? c with { RequestedOn = new DateOnly(2026, 12, 3) } : c);

        await issued.ImportAsync(AnswerTexts.Report(
            issued.MessageId, "PART", $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{issued.MessageId}-002</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts></OrgnlPmtInfAndSts>"));

        (await issued.StateAsync(1)).State.ShouldBe(BankState.Waiting);
        (await issued.StateAsync(2)).State.ShouldBe(BankState.Rejected);
    }

    [Theory, Databases]
    public async Task Import_OtherReferenceOnlyMandateAndAmount_FindsEachOrderOnce(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);

        var answer = await issued.ReturnAsync(
            AnswerTexts.Detail("NOTPROVIDED", "M-1", 1000, "AM04") + AnswerTexts.Detail("NOTPROVIDED", "M-1", 1000, "AM04") + AnswerTexts.Detail("X", "M-2", 1999, "AM04"));

        (answer.Matched, answer.Unmatched, answer.Returned).ShouldBe((1, 2, 1));
        (await issued.StateAsync(1)).ShouldBe((BankState.Returned, "AM04"));
        (await issued.StateAsync(2)).State.ShouldBe(BankState.Waiting);
    }

    [Theory, Databases]
    public async Task Import_StatementOfOtherPayments_TouchesNothing(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var text = AnswerTexts.Statement(
            AnswerTexts.Entry(1000, true, AnswerTexts.Detail("E2E-1", null, 1000)).Replace("IDDT", "RCDT") + AnswerTexts.Entry(2000, false, AnswerTexts.Detail("E2E-2", null, 2000)).Replace("IDDT", "RDDT"));

        var answer = await issued.ImportAsync(text);

        (answer.Items, answer.Matched, answer.Unmatched).ShouldBe((2, 0, 0));
        (await issued.StateAsync(1)).State.ShouldBe(BankState.Waiting);
        (await issued.StateAsync(2)).State.ShouldBe(BankState.Waiting);
    }

    [Theory, Databases]
    public async Task Assign_UnmatchedReturn_HasAllItsEffectsOnce(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        await issued.ReturnAsync(AnswerTexts.Detail("UNKNOWN", null, 1000, "MD01") + AnswerTexts.Detail("STRANGE", null, 77, "AC04"));
        var (waiting, strange) = ((await issued.ItemsAsync()).Single(i => i.EndToEndId == "UNKNOWN"), (await issued.ItemsAsync()).Single(i => i.EndToEndId == "STRANGE"));
        (await IssuedCompany.RefusedAsync(() => AssignAsync(issued, waiting, "E2E-9"))).ShouldBe(SepaErrorCodes.OrderNotIssued);

        var assigned = await AssignAsync(issued, waiting, "E2E-1");

        (assigned.State, assigned.HandledByName).ShouldBe((BankAnswerItemState.Matched, "Paula Preparer"));
        (await issued.StateAsync(1)).ShouldBe((BankState.Returned, "MD01"));
        (await issued.MandateAsync(1)).Status.ShouldBe(MandateStatus.Suspended);
        (await IssuedCompany.RefusedAsync(() => AssignAsync(issued, waiting, "E2E-2"))).ShouldBe(SepaErrorCodes.AnswerItemHandled);
        (await IssuedCompany.RefusedAsync(() => SetAsideAsync(issued, strange, " "))).ShouldBe(SepaErrorCodes.Required);
        (await SetAsideAsync(issued, strange, "of the former bank")).Note.ShouldBe("of the former bank");
        (await issued.ItemsAsync(BankAnswerItemState.Unmatched)).ShouldBeEmpty();
        var answer = (await issued.AnswersAsync(s => s.GetListAsync(new GetBankAnswersInput()))).Items.ShouldHaveSingleItem();
        (answer.Matched, answer.Unmatched, answer.Returned).ShouldBe((1, 0, 1));
    }

    [Theory, Databases]
    public async Task Everything_LimitedToAccountsOrWithoutTheRight_IsRefused(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var limited = SepaCompany.Person("Lea Limited");
        SepaHosts.Limit(limited, new GrantBundle(
            new[] { SepaPermissions.BankAnswers.Default, SepaPermissions.BankAnswers.Import }.ToFrozenSet(),
            new Dictionary<string, ScopeLimit> { [SepaDataScopes.CreditorAccounts] = new(Items: new[] { issued.RemittanceId }.ToFrozenSet()) }.ToFrozenDictionary()));
        var reader = SepaCompany.Person("Rita Reader");
        SepaHosts.Limit(reader, GrantBundle.Unlimited([SepaPermissions.BankAnswers.Default]));

        (await IssuedCompany.RefusedAsync(() => issued.ImportAsync(AnswerTexts.Returns(), limited))).ShouldBe(SepaErrorCodes.AccountsLimited);
        (await IssuedCompany.RefusedAsync(() => issued.AnswersAsync(s => s.GetItemsAsync(new GetBankAnswerItemsInput()), limited))).ShouldBe(SepaErrorCodes.AccountsLimited);
        await Should.ThrowAsync<PermissionDeniedException>(() => issued.ImportAsync(AnswerTexts.Returns(), reader));
        (await issued.AnswersAsync(s => s.GetListAsync(new GetBankAnswersInput()), reader)).TotalCount.ShouldBe(0);
    }

    private static Task<BankAnswerItemDto> AssignAsync(IssuedCompany issued, BankAnswerItemDto item, string reference) =>
        issued.AnswersAsync(s => s.AssignAsync(item.Id, new AssignBankAnswerItemDto(reference)));

    private static Task<BankAnswerItemDto> SetAsideAsync(IssuedCompany issued, BankAnswerItemDto item, string reason) =>
        issued.AnswersAsync(s => s.SetAsideAsync(item.Id, new SetAsideBankAnswerItemDto(reason)));
}
