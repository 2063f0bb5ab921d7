using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-14")]
public sealed class Cash_Tests(SepaHosts hosts)
{
    private static readonly DateOnly Later = new(2026, 12, 15);

    [Theory, Databases]
    public async Task Calendar_OfManyStates_CountsWhatIsToComeOnItsDay(TestDatabase database)
    {
        var company = await NewAsync(database);
        var calendar = await CalendarAsync(company, PeriodLength.Week);
        calendar.Periods.Select(p => p.Period.From).ShouldBe(Enumerable.Range(0, 8).Select(i => new DateOnly(2026, 11, 23).AddDays(7 * i)));
        calendar.Periods[0].Cash.ShouldBe(new CashDto(new OrderTotalDto(1, 40m), new OrderTotalDto(0, 0), new OrderTotalDto(0, 0)));
        calendar.Periods[3].Cash.ShouldBe(new CashDto(new OrderTotalDto(1, 50m), new OrderTotalDto(1, 5m), new OrderTotalDto(0, 0)));
        calendar.WithoutDay.ShouldBe(new CashDto(new OrderTotalDto(1, 60m), new OrderTotalDto(1, 7m), new OrderTotalDto(0, 0)));
        calendar.Periods.Sum(p => p.Cash.In.Count + p.Cash.Out!.Count).ShouldBe(3);
    }

    [Theory, Databases]
    public async Task Calendar_InEveryLength_SaysWhatItsListsSay(TestDatabase database)
    {
        var company = await NewAsync(database);
        foreach (var length in Enum.GetValues<PeriodLength>())
        {
            foreach (var (period, cash) in (await CalendarAsync(company, length)).Periods)
            {
                var collections = new GetCollectionsInput(Status: null, From: period.From, To: period.To, IsExpected: true);
                cash.In.ShouldBe(await company.RunAsync<ICollectionAppService, OrderTotalDto>(s => s.GetTotalAsync(collections)));
                var transfers = new GetTransfersInput(Status: null, From: period.From, To: period.To, IsExpected: true);
                cash.Out.ShouldBe(await company.RunAsync<ITransferAppService, OrderTotalDto>(s => s.GetTotalAsync(transfers)));
            }
        }
    }

    [Theory, Databases]
    public async Task Failures_ByWeek_TellNumbersSharesAndReasons(TestDatabase database)
    {
        var failures = await (await NewAsync(database)).RunAsync<ICashAppService, FailuresDto>(s => s.GetFailuresAsync(new GetPeriodsInput(Count: 4)));
        failures.Periods.Count.ShouldBe(4);
        failures.Periods.Take(3).ShouldAllBe(p => p.Issued.Count == 0 && p.Share == null);
        var week = failures.Periods[3];
        week.Issued.ShouldBe(new OrderTotalDto(4, 100m));
        (week.Rejected, week.Returned, week.Refunded).ShouldBe((new OrderTotalDto(1, 10m), new OrderTotalDto(1, 30m), new OrderTotalDto(0, 0m)));
        week.Share.ShouldBe(0.5m);
        failures.Reasons.Select(r => (r.Reason?.Code, r.Total.Total)).ShouldBe([("AC04", 10m), ("AM04", 30m)]);
        failures.Reasons[0].Reason!.NextStep.ShouldNotBeNullOrEmpty();
    }

    [Theory, Databases]
    public async Task Failures_BeforeTheirDay_AreSeenAtOnce(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, orders: 1, change: c => c with { RequestedOn = new DateOnly(2026, 12, 8) });
        await issued.ImportAsync(AnswerTexts.Status("RJCT", issued.MessageId, "E2E-1", "AC04"));
        var failures = await issued.Company.RunAsync<ICashAppService, FailuresDto>(s => s.GetFailuresAsync(new GetPeriodsInput(Count: 4)));
        failures.Periods[3].ShouldSatisfyAllConditions(p => p.Period.From.ShouldBe(new DateOnly(2026, 12, 7)), p => p.Rejected.Total.ShouldBe(10m));
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Figures_ForWhoSeesLess_TellLess(TestDatabase database)
    {
        var company = await NewAsync(database);
        SepaHosts.Limit(company.Second, GrantBundle.Unlimited([SepaPermissions.Remittances.Default]));
        (await CalendarAsync(company, PeriodLength.Week, company.Second)).Periods.ShouldAllBe(p => p.Cash.Out == null && p.Cash.Reversed == null);
        var elsewhere = new Dictionary<string, ScopeLimit> { [SepaDataScopes.CreditorAccounts] = new(new HashSet<Guid> { Guid.CreateVersion7() }) };
        SepaHosts.Limit(company.Second, new GrantBundle(new HashSet<string> { SepaPermissions.Remittances.Default }, elsewhere));
        (await CalendarAsync(company, PeriodLength.Week, company.Second)).Periods[0].Cash.In.Count.ShouldBe(0);
        (await company.RunAsync<ICashAppService, FailuresDto>(s => s.GetFailuresAsync(new GetPeriodsInput()), company.Second)).Reasons.ShouldBeEmpty();
        SepaHosts.Limit(company.Second, GrantBundle.Unlimited([SepaPermissions.Mandates.Default]));
        await Should.ThrowAsync<PermissionDeniedException>(() => CalendarAsync(company, PeriodLength.Week, company.Second));
    }

    [Fact]
    public void Periods_OfEveryDay_FollowEachOtherAndHoldIt()
    {
        for (var day = new DateOnly(2023, 12, 1); day.Year < 2026; day = day.AddDays(1))
        {
            foreach (var length in Enum.GetValues<PeriodLength>())
            {
                foreach (var (periods, holding) in ((Periods, int)[])[(Periods.FromOn(new(length, 7), day), 0), (Periods.UpTo(new(length, 7), day), 6)])
                {
                    periods.All[holding].ShouldSatisfyAllConditions(p => p.From.ShouldBeLessThanOrEqualTo(day), p => p.To.ShouldBeGreaterThanOrEqualTo(day));
                    periods.All.Zip(periods.All.Skip(1)).ShouldAllBe(pair => pair.First.To.AddDays(1) == pair.Second.From);
                }
            }
        }
    }

    private static Task<CashCalendarDto> CalendarAsync(SepaCompany company, PeriodLength length, CurrentUserInfo? person = null) =>
        company.RunAsync<ICashAppService, CashCalendarDto>(s => s.GetCalendarAsync(new GetPeriodsInput(length)), person);

    // Of 10, 20, 30 and 40 euros that are due this week one is rejected, one settled and one returned; more waits, with a day and without.
    private async Task<SepaCompany> NewAsync(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, orders: 4);
        await issued.ImportAsync(AnswerTexts.Status("RJCT", issued.MessageId, "E2E-1", "AC04"));
        await issued.ImportAsync(AnswerTexts.Status("ACSC", issued.MessageId, "E2E-2", null).Replace("PSR-1", "PSR-2", StringComparison.Ordinal));
        await issued.ReturnAsync(AnswerTexts.Detail("E2E-3", "M-3", 3000, "AM04"));
        var mandate = (await issued.MandateAsync(4)).Id;
        await issued.Company.AddCollectionAsync(mandate, 50m, c => c with { RequestedOn = Later });
        await issued.Company.AddCollectionAsync(mandate, 60m);
        var cancelled = await issued.Company.AddCollectionAsync(mandate, 70m, c => c with { RequestedOn = Later });
        await issued.Company.RunAsync<ICollectionAppService>(s => s.CancelAsync(cancelled.Id));
        await AddAsync(new CreateTransferDto("Acme GmbH", "DE89370400440532013000", 5m, RequestedOn: Later));
        await AddAsync(new CreateTransferDto("Acme GmbH", "DE89370400440532013000", 7m));
        return issued.Company;

        Task AddAsync(CreateTransferDto transfer) => issued.Company.RunAsync<ITransferAppService, TransferDto>(s => s.CreateAsync(transfer));
    }
}
