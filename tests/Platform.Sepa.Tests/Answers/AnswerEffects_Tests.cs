using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-11")]
public sealed class AnswerEffects_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Answers_InWhateverOrder_EndTheSame(TestDatabase database)
    {
        foreach (var late in new[] { false, true })
        {
            var issued = await IssuedCompany.NewAsync(hosts, database, 1);
            var accepted = AnswerTexts.Report(issued.MessageId, "ACCP", "");
            if (!late)
                await issued.ImportAsync(accepted);
            await issued.ImportAsync(AnswerTexts.Statement(AnswerTexts.Entry(1000, true, AnswerTexts.Detail("E2E-1", "M-1", 1000)), id: "PAID"));
            (await issued.StateAsync(1)).State.ShouldBe(BankState.Settled);
            var returned = await issued.ReturnAsync(AnswerTexts.Detail("E2E-1", "M-1", 1000, "AM04"));
            returned.Returned.ShouldBe(1);
            if (late)
                await issued.ImportAsync(accepted);
            (await issued.StateAsync(1)).ShouldBe((BankState.Returned, "AM04"));
            (await issued.OutcomeAsync()).ShouldBe(RemittanceOutcome.Settled);
            (await issued.ReturnAsync(AnswerTexts.Detail("E2E-1", "M-1", 1000, "AM04"), "AGAIN")).Returned.ShouldBe(0);
            (await issued.StateAsync(1)).ShouldBe((BankState.Returned, "AM04"));
        }
    }

    [Theory, Databases]
    public async Task Return_AfterItsDaysOrForTheDebtor_IsARefund(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, 3);
        var collected = (await issued.Company.RemittancesAsync(s => s.GetAsync(issued.RemittanceId))).Blocks[0].ExecutionDate;
        var last = TargetCalendar.AddBusinessDays(collected, 5);
        await issued.ReturnAsync(AnswerTexts.Detail("E2E-1", null, 1000, "MS03"), "LAST", $"{last:yyyy-MM-dd}");
        await issued.ReturnAsync(AnswerTexts.Detail("E2E-2", null, 2000, "MD01"), "LATE", $"{last.AddDays(1):yyyy-MM-dd}");
        await issued.ReturnAsync(AnswerTexts.Detail("E2E-3", null, 3000, "MD06"), "ASKED", $"{collected:yyyy-MM-dd}");
        (await issued.StateAsync(1)).State.ShouldBe(BankState.Returned);
        (await issued.StateAsync(2)).State.ShouldBe(BankState.Refunded);
        (await issued.StateAsync(3)).State.ShouldBe(BankState.Refunded);
    }

    [Theory, Databases]
    public async Task Return_Reason_SuspendsTheMandateWhereItMust(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, 3);
        await issued.ReturnAsync(
            AnswerTexts.Detail("E2E-1", null, 1000, "MD07") + AnswerTexts.Detail("E2E-2", null, 2000, "AC04") + AnswerTexts.Detail("E2E-3", null, 3000, "AM04"));
        var suspended = await issued.MandateAsync(1);
        suspended.Status.ShouldBe(MandateStatus.Suspended);
        var told = suspended.Timeline.Single(e => e.Kind == MandateEventKind.Suspended);
        (told.ByName, told.Note).ShouldBe(("Paula Preparer", "MD07: The debtor has died"));
        (await issued.MandateAsync(2)).Status.ShouldBe(MandateStatus.Active);
        (await issued.MandateAsync(3)).Status.ShouldBe(MandateStatus.Active);
    }

    [Theory, Databases]
    public async Task Return_AsTheCompanyHasChosen_SuspendsOrNot(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        (await issued.Company.RunAsync<IBankAnswerSettingsAppService, IReadOnlyList<MandateSuspensionDto>>(s => s.GetAsync()))
            .Where(s => s.Suspends).Select(s => s.Reason.Code).Order().ShouldBe(["MD01", "MD07"]);
        await issued.Company.RunAsync<IBankAnswerSettingsAppService>(s => s.SaveAsync(["AC04"]));
        (await IssuedCompany.RefusedAsync(() => issued.Company.RunAsync<IBankAnswerSettingsAppService>(s => s.SaveAsync(["AM04"])))).ShouldBe(SepaErrorCodes.ListParameter);
        await issued.ReturnAsync(AnswerTexts.Detail("E2E-1", null, 1000, "MD01") + AnswerTexts.Detail("E2E-2", null, 2000, "AC04"));
        (await issued.MandateAsync(1)).Status.ShouldBe(MandateStatus.Active);
        (await issued.MandateAsync(2)).Status.ShouldBe(MandateStatus.Suspended);
    }

    [Theory, Databases]
    public async Task CollectAgain_Failed_OnceAndWithoutFindings(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        (await IssuedCompany.RefusedAsync(() => issued.AgainAsync(1))).ShouldBe(SepaErrorCodes.OrderNotFailed);
        await issued.ReturnAsync(AnswerTexts.Detail("E2E-1", null, 1000, "AM04"));
        var again = await issued.AgainAsync(1);
        var former = await issued.OrderAsync(1);
        (again.Status, again.Amount, again.MandateId, again.InvoiceNumber, again.RetryOfId).ShouldBe((OrderStatus.Waiting, 10m, former.MandateId, "F-1", former.Id));
        again.EndToEndId.ShouldNotBe("E2E-1");
        former.RetriedById.ShouldBe(again.Id);
        (await IssuedCompany.RefusedAsync(() => issued.AgainAsync(1))).ShouldBe(SepaErrorCodes.TriedAgain);
        (await IssuedCompany.RefusedAsync(() => issued.AgainAsync(2))).ShouldBe(SepaErrorCodes.OrderNotFailed);
        var second = await issued.Company.CreateRemittanceAsync(issued.Company.Account!.Value);
        second.ErrorCount.ShouldBe(0);
        await issued.ReturnAsync(AnswerTexts.Detail("E2E-1", null, 1000, "AM04"), "SAME");
        (await IssuedCompany.RefusedAsync(() => issued.AgainAsync(1))).ShouldBe(SepaErrorCodes.TriedAgain);
    }

    [Theory, Databases]
    public async Task CollectAgain_TwiceAtOnce_MakesOne(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, 1);
        await issued.ImportAsync(AnswerTexts.Report(issued.MessageId, "RJCT", ""));
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            try
            {
                await issued.AgainAsync(1);
            }
            catch (BusinessException e) when (e.Code == SepaErrorCodes.TriedAgain)
            {
                Interlocked.Increment(ref refused);
            }
        }));
        refused.ShouldBe(2);
    }
}
