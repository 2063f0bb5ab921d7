using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>What banks say of reversals names the collection, and is never taken for one of its own failures.</summary>
[Trait("Req", "SEP-11")]
public sealed class ReversalAnswers_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Status_OfAFileOfReversals_IsTheirsAndNotTheCollections(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database, 3);
        var (remittance, reversals) = await settled.ReverseAsync(1, 2, 3);
        // Banks quote the collection's reference or the reversal's, and the block under its old number or its new one.
        var orders = AnswerTexts.Order("RJCT", "E2E-1", "AC04") + AnswerTexts.Order("ACCP", "E2E-2", null) + AnswerTexts.Order("ACSC", reversals[2].EndToEndId, null);
        await settled.AnswerAsync(remittance, $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{settled.Issued.File!.MessageId}-001</OrgnlPmtInfId>{orders}</OrgnlPmtInfAndSts>");
        var rejected = await settled.ReversalAsync(reversals[0].Id);
        rejected.BankState.ShouldBe(BankState.Rejected);
        rejected.BankReason!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe("AC04"), r => r.NextStep!.ShouldContain("transfer"));
        (await settled.ReversalAsync(reversals[1].Id)).BankState.ShouldBe(BankState.Accepted);
        (await settled.ReversalAsync(reversals[2].Id)).BankState.ShouldBe(BankState.Accepted);
        foreach (var number in new[] { 1, 2, 3 })
            (await settled.CollectionAsync(number)).BankState.ShouldBe(BankState.Settled);
        (await settled.CollectionAsync(1)).Reversal!.IsLive.ShouldBeFalse();
        (await settled.CollectionAsync(2)).Reversal!.IsLive.ShouldBeTrue();
    }

    [Theory, Databases]
    public async Task Status_UnderTheWrongMessageName_IsStillTheReversals(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database, 1);
        var (remittance, reversals) = await settled.ReverseAsync(1);
        await settled.AnswerAsync(remittance, Block(remittance, AnswerTexts.Order("RJCT", "E2E-1", "MS03")), name: "pain.008.001.08");
        (await settled.ReversalAsync(reversals[0].Id)).BankState.ShouldBe(BankState.Rejected);
        (await settled.CollectionAsync(1)).BankState.ShouldBe(BankState.Settled);
    }

    [Theory, Databases]
    public async Task Status_OfAnUnknownFileOfReversals_WaitsForAPerson(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database, 1);
        await settled.ImportAsync(AnswerTexts.Status("RJCT", "ELSEWHERE", "E2E-1", "MS03").Replace("pain.008.001.08", "pain.007.001.08", StringComparison.Ordinal));
        (await settled.CollectionAsync(1)).BankState.ShouldBe(BankState.Settled);
        (await settled.UnmatchedAsync()).ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Status_OfTheWholeFileOrABlock_ReachesItsReversals(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        var (remittance, reversals) = await settled.ReverseAsync(1);
        await settled.AnswerAsync(remittance, "", "ACCP");
        (await settled.ReversalAsync(reversals[0].Id)).BankState.ShouldBe(BankState.Accepted);
        await settled.AnswerAsync(remittance, $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{remittance.File!.MessageId}-001</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts></OrgnlPmtInfAndSts>");
        (await settled.ReversalAsync(reversals[0].Id)).BankState.ShouldBe(BankState.Rejected);
        (await settled.CollectionAsync(1)).BankState.ShouldBe(BankState.Settled);
        (await settled.CollectionAsync(2)).BankState.ShouldBe(BankState.Settled);
    }

    [Theory, Databases]
    public async Task Booking_OfAReversal_SettlesItWhateverTheBankCallsIt(TestDatabase database)
    {
        foreach (var (sub, reason, own) in new[] { ("PRDD", null, false), ("RCDD", "AM05", false), ("ESDD", null, false), ("ESDD", "AM05", false), ("PRDD", (string?)null, true) })
        {
            var settled = await SettledCompany.NewAsync(hosts, database, 1);
            var (_, reversals) = await settled.ReverseAsync(1);
            await settled.BookAsync(sub, 1, reason, reference: own ? reversals[0].EndToEndId : null);
            (await settled.ReversalAsync(reversals[0].Id)).ShouldSatisfyAllConditions(r => r.BankState.ShouldBe(BankState.Settled), r => r.BankStateOn.ShouldBe(new DateOnly(2026, 11, 24)));
            (await settled.CollectionAsync(1)).ShouldSatisfyAllConditions(
                c => c.BankState.ShouldBe(BankState.Settled), c => c.Reversal!.BankState.ShouldBe(BankState.Settled), c => c.ReversibleUntil.ShouldBeNull());
            // The same booking in the statement of the day.
            await settled.BookAsync(sub, 1, reason, reference: own ? reversals[0].EndToEndId : null);
            (await settled.UnmatchedAsync()).ShouldBe(0);
            (await settled.CollectionAsync(1)).BankState.ShouldBe(BankState.Settled);
        }
    }

    [Theory, Databases]
    public async Task Booking_OfAReturnBesideAReversal_IsTheCollections(TestDatabase database)
    {
        foreach (var (sub, reason) in new[] { ("UPDD", "AM05"), ("UPDD", "MD06"), ("ESDD", "AC04") })
        {
            var settled = await SettledCompany.NewAsync(hosts, database, 1);
            var (_, reversals) = await settled.ReverseAsync(1);
            (await settled.BookAsync(sub, 1, reason)).Returned.ShouldBe(1);
            PaymentOrder.IsFailure((await settled.CollectionAsync(1)).BankState).ShouldBeTrue();
            (await settled.ReversalAsync(reversals[0].Id)).BankState.ShouldBe(BankState.Waiting);
        }
    }

    [Theory, Databases]
    public async Task Booking_OfMoneyThatGoesASecondTime_WaitsForAPerson(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database, 1);
        var (_, reversals) = await settled.ReverseAsync(1);
        await settled.BookAsync("PRDD", 1);
        await settled.BookAsync("PRDD", 1, day: "2026-11-26");
        (await settled.UnmatchedAsync()).ShouldBe(1);
        (await settled.ReversalAsync(reversals[0].Id)).BankStateOn.ShouldBe(new DateOnly(2026, 11, 24));
        (await settled.CollectionAsync(1)).BankState.ShouldBe(BankState.Settled);
    }

    [Theory, Databases]
    public async Task Booking_WithoutAReversalOfOurs_ShowsAtTheCollectionAsBefore(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database, 1);
        await settled.BookAsync("PRDD", 1);
        (await settled.CollectionAsync(1)).BankState.ShouldBe(BankState.Returned);
    }

    [Theory, Databases]
    public async Task Booking_OfAWholeFile_SettlesReversalsAndNeverAllCollections(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database);
        var (remittance, reversals) = await settled.ReverseAsync(1);
        await settled.ImportAsync(Batch(settled.Issued.File!.MessageId, "OLD"));
        (await settled.CollectionAsync(1)).BankState.ShouldBe(BankState.Settled);
        (await settled.CollectionAsync(2)).BankState.ShouldBe(BankState.Settled);
        (await settled.UnmatchedAsync()).ShouldBe(1);
        // Under the bank's own code the whole file would else have been taken for returned, or passed over.
        await settled.ImportAsync(Batch(settled.Issued.File!.MessageId, "OWN").Replace("<Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>PRDD</SubFmlyCd></Fmly></Domn>", "<Prtry><Cd>NDDT+109</Cd></Prtry>", StringComparison.Ordinal));
        (await settled.CollectionAsync(2)).BankState.ShouldBe(BankState.Settled);
        (await settled.UnmatchedAsync()).ShouldBe(2);
        await settled.ImportAsync(Batch(remittance.File!.MessageId, "NEW"));
        (await settled.ReversalAsync(reversals[0].Id)).BankState.ShouldBe(BankState.Settled);
        (await settled.CollectionAsync(2)).BankState.ShouldBe(BankState.Settled);
    }

    [Theory, Databases]
    public async Task GiveBack_AfterARejection_IsASecondAttemptAndOneOnly(TestDatabase database)
    {
        var settled = await SettledCompany.NewAsync(hosts, database, 1);
        var (remittance, reversals) = await settled.ReverseAsync(1);
        await settled.AnswerAsync(remittance, Block(remittance, AnswerTexts.Order("RJCT", "E2E-1", "MS03")));
        (await settled.CollectionAsync(1)).ReversibleUntil.ShouldNotBeNull();
        var again = (await settled.GiveBackAsync(1))[0];
        again.RetryOfId.ShouldBe(reversals[0].Id);
        (await SettledCompany.RefusedAsync(() => settled.GiveBackAsync(1))).ShouldBe(SepaErrorCodes.AlreadyReversed);
        // Taken back, it is no attempt: another may follow the failed one.
        await settled.Company.RunAsync<IReversalAppService>(s => s.CancelAsync(again.Id));
        var third = await settled.ReverseAsync(1);
        third.Reversals[0].RetryOfId.ShouldBe(reversals[0].Id);
        // A late word on the first file does not speak of the second.
        await settled.AnswerAsync(remittance, Block(remittance, AnswerTexts.Order("RJCT", "E2E-1", "AC01")));
        (await settled.ReversalAsync(third.Reversals[0].Id)).BankState.ShouldBe(BankState.Waiting);
        await settled.BookAsync("PRDD", 1);
        (await settled.ReversalAsync(third.Reversals[0].Id)).BankState.ShouldBe(BankState.Settled);
        (await settled.ReversalAsync(reversals[0].Id)).BankState.ShouldBe(BankState.Rejected);
    }

    private static string Block(RemittanceDto remittance, string orders) =>
        $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{remittance.File!.MessageId}-001</OrgnlPmtInfId>{orders}</OrgnlPmtInfAndSts>";

    private static string Batch(string messageId, string id) => AnswerTexts.Statement(
        AnswerTexts.Entry(1000, false, $"<Btch><MsgId>{messageId}</MsgId><PmtInfId>{messageId}-001</PmtInfId></Btch>")
            .Replace("<SubFmlyCd>UPDD", "<SubFmlyCd>PRDD", StringComparison.Ordinal),
        id: id);
}
