using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-13")]
public sealed class PreNotificationPlan_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Plan_ApprovedRemittance_GivesEachOrderItsDayOnce(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database);
        var orders = await company.IssueAsync((NotifiedCompany.InTime, "fr"), (NotifiedCompany.InTime, null), (NotifiedCompany.TooLate, null));
        var inTime = await company.GetAsync(orders[0]);
        (inTime.State, inTime.DueOn, inTime.WantedOn, inTime.DaysAhead, inTime.IsLate)
            .ShouldBe((PreNotificationState.Planned, new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 8), 14, false));
        (inTime.Email, inTime.Language, inTime.Amount, inTime.MandateReference).ShouldBe((company.Address(1), "fr", 1230.50m, "P-1"));
        var late = await company.GetAsync(orders[2]);
        (late.State, late.DueOn, late.DaysAhead, late.IsLate).ShouldBe((PreNotificationState.NoAddress, NotifiedCompany.Today, 8, true));
        var again = await company.RunAsync(s => s.PlanAsync(company.Remittance.Id));
        again.Counts.ShouldBe(new Dictionary<PreNotificationState, int> { [PreNotificationState.Planned] = 1, [PreNotificationState.NoAddress] = 2 }, ignoreOrder: true);
        (again.IsEnabled, again.Late).ShouldBe((true, 1));
    }

    [Theory, Databases]
    public async Task Plan_WhereSwitchedOff_MakesNoneUntilSwitchedOn(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database, enabled: false);
        var orders = await company.IssueAsync((NotifiedCompany.InTime, "fr"));
        (await company.RunAsync(s => s.GetSummaryAsync(company.Remittance.Id))).ShouldSatisfyAllConditions(s => s.IsEnabled.ShouldBeFalse(), s => s.Counts.ShouldBeEmpty());
        (await Should.ThrowAsync<BusinessException>(() => company.RunAsync(s => s.PlanAsync(company.Remittance.Id)))).Code.ShouldBe(SepaErrorCodes.PreNotificationsOff);
        await company.SaveAsync(enabled: true, days: 5);
        await company.RunAsync(s => s.PlanAsync(company.Remittance.Id));
        (await company.GetAsync(orders[0])).DueOn.ShouldBe(new DateOnly(2026, 12, 17));
    }

    [Theory, Databases]
    public async Task Settings_NeverTouched_TellNobody(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        (await company.RunAsync<IPreNotificationSettingsAppService, PreNotificationSettingsDto>(s => s.GetAsync())).ShouldBe(new PreNotificationSettingsDto(false, 14, "en", ""));
    }

    [Theory, Databases]
    public async Task Settings_OutOfBounds_AreRefusedByFieldAndCode(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var refused = await Should.ThrowAsync<InputException>(() => company.RunAsync<IPreNotificationSettingsAppService>(
            s => s.SaveAsync(new PreNotificationSettingsDto(true, 61, "xx", new string('c', 201)))));
        refused.Errors.Select(e => (e.Field, e.Code)).ShouldBe(
            [("NoticeDays", SepaErrorCodes.NumberRange), ("Contact", SepaErrorCodes.TextLength), ("Language", SepaErrorCodes.LanguageFormat)]);
    }

    [Theory, Databases]
    [Trait("Req", "SEP-05")]
    public async Task Check_OrderWithinTheDaysOfNotice_WarnsWhereTheCompanyTells(TestDatabase database)
    {
        (await WarningsAsync(enabled: true)).ShouldBe([SepaErrorCodes.PreNotificationLate]);
        (await WarningsAsync(enabled: false)).ShouldBeEmpty();

        async Task<IEnumerable<string>> WarningsAsync(bool enabled)
        {
            var company = (await NotifiedCompany.NewAsync(hosts, database, enabled)).Company;
            var account = await company.AddAccountAsync();
            await company.AddCollectionAsync((await company.AddMandateAsync("W-1")).Id, 10m, c => c with { RequestedOn = NotifiedCompany.InTime });
            await company.AddCollectionAsync((await company.AddMandateAsync("W-2")).Id, 10m, c => c with { RequestedOn = NotifiedCompany.TooLate });
            var draft = await company.CreateRemittanceAsync(account.Id);
            var lines = await company.RemittancesAsync(s => s.GetLinesAsync(draft.Id, new GetRemittanceLinesInput()));
            return lines.Items.SelectMany(l => l.Findings).Select(f => f.Code);
        }
    }

    [Theory, Databases]
    public async Task List_FilteredAndSearched_CountsAndSumsWhatMatches(TestDatabase database)
    {
        var company = await NotifiedCompany.NewAsync(hosts, database);
        await company.IssueAsync((NotifiedCompany.InTime, "fr"), (NotifiedCompany.InTime, null), (NotifiedCompany.TooLate, null));
        (await NamesAsync(new GetPreNotificationsInput(State: PreNotificationState.NoAddress))).ShouldBe(["Debtor 3", "Debtor 2"]);
        (await NamesAsync(new GetPreNotificationsInput(Late: true))).ShouldBe(["Debtor 3"]);
        (await NamesAsync(new GetPreNotificationsInput(Search: "f-2"))).ShouldBe(["Debtor 2"]);
        (await NamesAsync(new GetPreNotificationsInput(RemittanceId: Guid.CreateVersion7()))).ShouldBeEmpty();
        var first = await company.RunAsync(s => s.GetListAsync(new GetPreNotificationsInput(company.Remittance.Id, PageSize: 2)));
        (first.TotalCount, first.Items.Count).ShouldBe((3, 2));
        (await NamesAsync(new GetPreNotificationsInput(Cursor: first.NextCursor))).ShouldBe(["Debtor 1"]);
        (await company.RunAsync(s => s.GetTotalAsync(new GetPreNotificationsInput(State: PreNotificationState.NoAddress)))).ShouldBe(new OrderTotalDto(2, 2464m));

        async Task<IEnumerable<string>> NamesAsync(GetPreNotificationsInput input) => (await company.RunAsync(s => s.GetListAsync(input))).Items.Select(p => p.DebtorName);
    }
}
