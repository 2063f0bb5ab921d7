using System.Text;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-12")]
public sealed class History_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Remittances_Filtered_AreThoseThatMatchWithTheirSums(TestDatabase database)
    {
        var (company, first, second) = await TwoAsync(database);
        await ShouldBeAsync(new GetRemittancesInput(), first, second);
        await ShouldBeAsync(new GetRemittancesInput(CreditorAccountId: first.Account.Id), first);
        await ShouldBeAsync(new GetRemittancesInput(Scheme: PaymentScheme.B2b), second);
        await ShouldBeAsync(new GetRemittancesInput(MinAmount: 10m, MaxAmount: 10m), first);
        await ShouldBeAsync(new GetRemittancesInput(MinAmount: 10.01m), second);
        await ShouldBeAsync(new GetRemittancesInput(MaxAmount: -5m));
        await ShouldBeAsync(new GetRemittancesInput(From: new DateOnly(2026, 12, 1)), second);
        await ShouldBeAsync(new GetRemittancesInput(To: new DateOnly(2026, 11, 30)), first);
        await ShouldBeAsync(new GetRemittancesInput(Search: second.Number), second);
        await ShouldBeAsync(new GetRemittancesInput(Search: second.Number, Scheme: PaymentScheme.Core));

        async Task ShouldBeAsync(GetRemittancesInput input, params RemittanceDto[] expected)
        {
            (await company.RemittancesAsync(s => s.GetListAsync(input))).Items.Select(r => r.Id).ShouldBe(expected.Select(r => r.Id), ignoreOrder: true, $"{input}");
            (await company.RemittancesAsync(s => s.GetTotalAsync(input))).ShouldBe(new RemittanceTotalDto(expected.Length, expected.Sum(r => r.Count), expected.Sum(r => r.Total)));
        }
    }

    [Theory, Databases]
    public async Task Remittances_ByStage_AreFoundAtTheStageThatTheListShows(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var company = issued.Company;
        await StagesShouldAgreeAsync(RemittanceStage.Approved);
        var file = (await company.RemittancesAsync(s => s.GetAsync(issued.RemittanceId))).File!;
        await company.RunAsync<IRemittanceHandOverAppService, RemittanceHandOverDto>(
            s => s.HandOverAsync(issued.RemittanceId, new HandOverRemittanceDto(Guid.CreateVersion7(), HandOverChannels.Download, file.Sha256)));
        await StagesShouldAgreeAsync(RemittanceStage.HandedOver);
        await issued.ImportAsync(AnswerTexts.Status("RJCT", issued.MessageId, "E2E-1"));
        await StagesShouldAgreeAsync(RemittanceStage.PartlyAccepted);

        async Task StagesShouldAgreeAsync(RemittanceStage expected)
        {
            foreach (var stage in Enum.GetValues<RemittanceStage>())
            {
                var found = await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput(Stage: stage)));
                found.Items.Select(r => r.Stage).ShouldBe(stage == expected ? [expected] : [], $"{stage}");
            }
        }
    }

    [Theory, Databases]
    public async Task Orders_FilteredOverAllRemittances_AreThoseThatMatchWithTheirSums(TestDatabase database)
    {
        var (company, _, second) = await TwoAsync(database);
        await ShouldBeAsync(new GetCollectionsInput(Status: null), "FIRST", "SECOND", "WAITS");
        await ShouldBeAsync(new GetCollectionsInput(second.Number, Status: null), "SECOND");
        await ShouldBeAsync(new GetCollectionsInput("Durand", Status: null), "SECOND");
        await ShouldBeAsync(new GetCollectionsInput(Status: null, From: new DateOnly(2026, 11, 24), To: new DateOnly(2026, 11, 30)), "FIRST");
        await ShouldBeAsync(new GetCollectionsInput(Status: null, From: new DateOnly(2026, 12, 1)), "SECOND");
        await ShouldBeAsync(new GetCollectionsInput(Status: null, MinAmount: 20m, MaxAmount: 30m), "SECOND", "WAITS");
        await ShouldBeAsync(new GetCollectionsInput(Status: OrderStatus.Issued, MinAmount: 20.001m));

        async Task ShouldBeAsync(GetCollectionsInput input, params string[] expected)
        {
            var found = await company.RunAsync<ICollectionAppService, PagedResult<CollectionDto>>(s => s.GetListAsync(input));
            found.Items.Select(c => c.EndToEndId).ShouldBe(expected, ignoreOrder: true, $"{input}");
            var total = await company.RunAsync<ICollectionAppService, OrderTotalDto>(s => s.GetTotalAsync(input));
            total.ShouldBe(new OrderTotalDto(expected.Length, found.Items.Sum(c => c.Amount)));
        }
    }

    [Theory, Databases]
    public async Task Lists_Exported_HoldWhatMatchesForWhoMayDownload(TestDatabase database)
    {
        var (company, first, second) = await TwoAsync(database);
        var remittances = await CsvAsync(company, (s, output) => s.WriteRemittancesAsync(new GetRemittancesInput(Scheme: PaymentScheme.B2b), output));
        remittances.ShouldHaveSingleItem().ShouldStartWith($"{second.Number};");
        var orders = await CsvAsync(company, (s, output) => s.WriteCollectionsAsync(new GetCollectionsInput(Status: null), output));
        orders.Count.ShouldBe(3);
        orders.ShouldContain(l => l.StartsWith($"{first.Number};") && l.Contains(";FIRST;M-1;Julien Martin;FR7616958230040009668127476;"));
        orders.ShouldContain(l => l.StartsWith(';') && l.Contains(";WAITS;"));
        var reader = SepaCompany.Person("Rita Reader");
        SepaHosts.Limit(reader, GrantBundle.Unlimited([SepaPermissions.Remittances.Default]));
        await Should.ThrowAsync<PermissionDeniedException>(() => CsvAsync(company, (s, output) => s.WriteCollectionsAsync(new GetCollectionsInput(), output), reader));
        await Should.ThrowAsync<PermissionDeniedException>(() => CsvAsync(company, (s, output) => s.WriteRemittancesAsync(new GetRemittancesInput(), output), reader));
    }

    private static async Task<IReadOnlyList<string>> CsvAsync(SepaCompany company, Func<IRemittanceExportAppService, Stream, Task> write, CurrentUserInfo? user = null)
    {
        using var output = new MemoryStream();
        await company.RunAsync<IRemittanceExportAppService>(s => write(s, output), user);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    // An issued CORE remittance of 10.00 in November, one of B2B with 20.00 in December on another account, and 30.00 that wait.
    private async Task<(SepaCompany Company, RemittanceDto First, RemittanceDto Second)> TwoAsync(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var core = await company.AddAccountAsync();
        var mandate = await company.AddMandateAsync("M-1");
        await company.AddCollectionAsync(mandate.Id, 10m, c => c with { EndToEndId = "FIRST" });
        var first = await IssuedCompany.IssueAsync(company, core.Id);
        var b2b = await company.AddAccountAsync(a => a with { Name = "Other", Iban = "FR7630002686660004371176857" });
        var business = await company.AddMandateAsync("M-2", m => m with { Scheme = SddScheme.B2b, DebtorName = "Durand SARL" });
        await company.AddCollectionAsync(business.Id, 20m, c => c with { EndToEndId = "SECOND", RequestedOn = new DateOnly(2026, 12, 15) });
        var second = await IssuedCompany.IssueAsync(company, b2b.Id, PaymentScheme.B2b);
        await company.AddCollectionAsync(mandate.Id, 30m, c => c with { EndToEndId = "WAITS" });
        return (company, first, second);
    }
}
