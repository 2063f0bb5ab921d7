using Platform.Audit;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-13")]
public sealed class PreNotificationSending_Tests(SepaHosts hosts)
{
    private static readonly DateOnly Due = new(2026, 12, 8);

    [Theory, Databases]
    public async Task Send_OnItsDay_MailsOnceInTheDebtorsLanguage(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database);
        var orders = await company.IssueAsync((NotifiedCompany.InTime, "fr"), (NotifiedCompany.InTime, "de"), (NotifiedCompany.InTime, null));
        await company.SendAsync(Due.AddDays(-1));
        company.MailsTo(1).ShouldBeEmpty();
        await company.SendAsync(Due);
        await company.SendAsync(Due);
        var french = company.MailsTo(1).ShouldHaveSingleItem();
        french.Subject.ShouldBe("Prélèvement de Boulangerie Lefèvre : 1\u202f230,50 € le 22 décembre 2026");
        foreach (var word in new[] { "Bonjour Debtor 1", "FR76 •••• 7476", "P-1", "FR72ZZZ123456", "F-1", "04 72 00 00 00" })
            french.Text.ShouldContain(word);
        french.Text.ShouldNotContain("16958230040009668127476");
        company.MailsTo(2).ShouldHaveSingleItem().Subject.ShouldBe("Direct debit by Boulangerie Lefèvre: €1,231.50 on 22 December 2026");
        (await company.GetAsync(orders[0])).State.ShouldBe(PreNotificationState.Sending);
        await company.AnswerAsync(french, null);
        var told = await company.GetAsync(orders[0]);
        (told.State, told.ToldOn, told.DaysAhead).ShouldBe((PreNotificationState.Sent, NotifiedCompany.Today, 29));
        (await company.GetAsync(orders[2])).State.ShouldBe(PreNotificationState.NoAddress);
    }

    [Theory, Databases]
    public async Task Send_TwoJobsAtOnce_MailOnce(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database);
        var orders = await company.IssueAsync((NotifiedCompany.InTime, "fr"));
        var jobs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAsync(() => company.SendAsync(Due))));
        jobs.ShouldContain(true);
        company.MailsTo(1).Count.ShouldBe(1);
        (await company.GetAsync(orders[0])).State.ShouldBe(PreNotificationState.Sending);
    }

    [Theory, Databases]
    public async Task Send_OrderThatTheBankRejected_IsWithdrawn(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database);
        var orders = await company.IssueAsync((NotifiedCompany.InTime, "fr"), (NotifiedCompany.InTime, "fr"));
        var rejected = (await company.GetAsync(orders[0])).EndToEndId;
        var answer = AnswerTexts.Status("RJCT", $"{Guid.CreateVersion7():N}"[..30], rejected, "AC04");
        await company.Company.RunAsync<IBankAnswerAppService, BankAnswerDto>(s => s.ImportAsync(new ImportBankAnswerInput("a.xml", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(answer)))));
        await company.SendAsync(Due);
        company.MailsTo(1).ShouldBeEmpty();
        company.MailsTo(2).Count.ShouldBe(1);
        (await company.GetAsync(orders[0])).State.ShouldBe(PreNotificationState.Withdrawn);
    }

    [Theory, Databases]
    public async Task Send_MoreThanABatch_GoesOnUntilEverybodyIsWrittenTo(TestDatabase database)
    {
        const int Orders = PreNotificationSending.BatchSize * 2 + 10;
        var company = await NotifiedCompany.NewAsync(hosts, database);
        await company.IssueFilesAsync(
            [.. Enumerable.Range(1, Orders).Select(i => $"V-{i};2026-01-15;Debtor {i};FR7616958230040009668127476;{company.Address(1)}")],
            [.. Enumerable.Range(1, Orders).Select(i => $"V-{i};10.00;2026-12-22")]);
        var more = new List<bool>();
        for (var batch = 0; batch < 3; batch++)
            more.Add(await company.Company.RunAsync<PreNotificationSending, bool>(s => s.SendAsync(company.Remittance.Id, Due, TestContext.Current.CancellationToken)));
        more.ShouldBe([true, true, false]);
        company.MailsTo(1).Select(m => m.Reference).Distinct().Count().ShouldBe(Orders);
    }

    [Theory, Databases]
    public async Task Send_SwitchedOffMeanwhile_MailsNobody(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database);
        var orders = await company.IssueAsync((NotifiedCompany.InTime, "fr"));
        await company.SaveAsync(enabled: false);
        await company.SendAsync(Due);
        company.MailsTo(1).ShouldBeEmpty();
        (await company.GetAsync(orders[0])).State.ShouldBe(PreNotificationState.Withdrawn);
    }

    [Theory, Databases]
    public async Task Refused_ByTheMailServer_ShowsItsReplyAndIsSentAgainToACorrectedAddress(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database);
        var order = (await company.IssueAsync((NotifiedCompany.InTime, "fr")))[0];
        await company.SendAsync(Due);
        var first = company.MailsTo(1)[0];
        await company.AnswerAsync(first, "550 5.1.1 No such mailbox");
        var failed = await company.GetAsync(order);
        (failed.State, failed.Reply, failed.ToldOn).ShouldBe((PreNotificationState.Failed, "550 5.1.1 No such mailbox", null));
        var wrong = await Should.ThrowAsync<InputException>(() => company.RunAsync(s => s.SendAsync(order, new SendPreNotificationDto("nobody at home"))));
        wrong.Errors.Single().Code.ShouldBe(SepaErrorCodes.EmailFormat);
        (await company.RunAsync(s => s.SendAsync(order, new SendPreNotificationDto(company.Address(2))))).State.ShouldBe(PreNotificationState.Sending);
        await company.AnswerAsync(first, null);
        (await company.GetAsync(order)).State.ShouldBe(PreNotificationState.Sending, "the first mail counts no more");
        await company.AnswerAsync(company.MailsTo(2).Single(), null);
        (await company.GetAsync(order)).ShouldSatisfyAllConditions(p => p.State.ShouldBe(PreNotificationState.Sent), p => p.Reply.ShouldBeNull(), p => p.Email.ShouldBe(company.Address(2)));
        (await ActsAsync(company, order)).ShouldBe(["Sepa.PreNotification.Sent", "Sepa.PreNotification.SentAgain", "Sepa.PreNotification.Failed"], ignoreOrder: true);
    }

    [Theory, Databases]
    public async Task ToldOtherwise_ByTelephone_SendsNoMailAndIsOnRecord(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database);
        var orders = await company.IssueAsync((NotifiedCompany.InTime, "fr"), (NotifiedCompany.InTime, null));
        var future = await Should.ThrowAsync<InputException>(() => company.ToldAsync(new ToldOtherwiseDto(orders, PreNotificationWay.Phone, NotifiedCompany.Today.AddDays(1))));
        future.Errors.Single().Code.ShouldBe(SepaErrorCodes.ToldInFuture);
        (await Should.ThrowAsync<InputException>(() => company.ToldAsync(new ToldOtherwiseDto([], null)))).Errors.Select(e => e.Code).ShouldBe([SepaErrorCodes.ListParameter, SepaErrorCodes.Required]);
        await company.ToldAsync(new ToldOtherwiseDto(orders, PreNotificationWay.Phone));
        await company.SendAsync(Due);
        company.MailsTo(1).ShouldBeEmpty();
        var told = await company.GetAsync(orders[0]);
        (told.State, told.Way, told.ToldOn).ShouldBe((PreNotificationState.ToldOtherwise, PreNotificationWay.Phone, NotifiedCompany.Today));
        (await Should.ThrowAsync<BusinessException>(() => company.ToldAsync(new ToldOtherwiseDto([orders[0]], PreNotificationWay.Letter)))).Code.ShouldBe(SepaErrorCodes.PreNotificationState);
        (await ActsAsync(company, orders[0])).ShouldBe(["Sepa.PreNotification.ToldOtherwise"]);
    }

    [Theory, Databases]
    public async Task ToldOtherwise_WhileAMailIsOnItsWay_CountsInsteadOfIt(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database);
        var order = (await company.IssueAsync((NotifiedCompany.InTime, "fr")))[0];
        await company.SendAsync(Due);
        await company.ToldAsync(new ToldOtherwiseDto([order], PreNotificationWay.InPerson));
        await company.AnswerAsync(company.MailsTo(1).Single(), "550 5.1.1 No such mailbox");
        (await company.GetAsync(order)).State.ShouldBe(PreNotificationState.ToldOtherwise);
    }

    [Theory, Databases]
    public async Task Letters_ToThoseWithoutAddress_AreInTheirLanguageWithTheirAddress(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database);
        await company.IssueAsync((NotifiedCompany.InTime, "fr"), (NotifiedCompany.InTime, null));
        var letter = (await company.RunAsync(s => s.GetLettersAsync(company.Remittance.Id))).ShouldHaveSingleItem();
        (letter.DebtorName, letter.Language).ShouldBe(("Debtor 2", "en"));
        letter.DebtorAddress.ShouldBe(["31 Rue Boileau", "69006 Lyon", "FR"]);
        letter.Text.ShouldContain("€1,231.50");
        await company.ToldAsync(new ToldOtherwiseDto([letter.Id], PreNotificationWay.Letter));
        (await company.RunAsync(s => s.GetLettersAsync())).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Acts_WithoutTheRightOrInAnotherCompany_AreRefused(TestDatabase database)
    {
        var (company, other) = (await NotifiedCompany.NewAsync(hosts, database), await NotifiedCompany.NewAsync(hosts, database));
        var order = (await company.IssueAsync((NotifiedCompany.InTime, null)))[0];
        var address = new SendPreNotificationDto(company.Address(9));
        await Should.ThrowAsync<EntityNotFoundException>(() => other.RunAsync(s => s.SendAsync(order, address)));
        await Should.ThrowAsync<EntityNotFoundException>(() => other.ToldAsync(new ToldOtherwiseDto([order], PreNotificationWay.Letter)));
        await Should.ThrowAsync<EntityNotFoundException>(() => other.RunAsync(s => s.PlanAsync(company.Remittance.Id)));
        var reader = company.Company.Second;
        SepaHosts.Limit(reader, GrantBundle.Unlimited([SepaPermissions.Remittances.Default]));
        (await company.RunAsync(s => s.GetAsync(order), reader)).State.ShouldBe(PreNotificationState.NoAddress);
        await Should.ThrowAsync<PermissionDeniedException>(() => company.RunAsync(s => s.SendAsync(order, address), reader));
        await Should.ThrowAsync<PermissionDeniedException>(() => company.RunAsync(s => s.PlanAsync(company.Remittance.Id), reader));
        company.MailsTo(9).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> ActsAsync(NotifiedCompany company, Guid order) =>
        (await company.Company.RunAsync<IAuditAppService, PagedResult<AuditEntryDto>>(s => s.GetListAsync(new AuditFilterDto { EntityId = $"{order}" })))
            .Items.Select(e => e.Action).Where(a => a.StartsWith("Sepa.PreNotification.", StringComparison.Ordinal));

    // Of several at once those that come second find the row changed: the pipeline tries them again.
    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            return false;
        }
    }
}
