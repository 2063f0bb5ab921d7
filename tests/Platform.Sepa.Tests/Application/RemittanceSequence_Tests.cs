using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>What the file says of the mandate beside the amount: first or recurrent, and a debtor's new account.</summary>
[Trait("Req", "SEP-05")]
[Trait("Req", "SEP-06")]
public sealed class RemittanceSequence_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task SequenceTypes_WhereTheBankWantsFrst_MarkTheFirstOnly(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync(a => a with { Profile = new BankProfileDto(UsesFrst: true) });
        var mandate = await company.AddMandateAsync("M-1");
        await company.AddCollectionAsync(mandate.Id, 10m);
        await company.AddCollectionAsync(mandate.Id, 11m, c => c with { RequestedOn = new DateOnly(2026, 12, 1) });
        var draft = await company.CreateRemittanceAsync(account.Id);
        draft.Blocks.Select(b => (b.SequenceType, b.ExecutionDate)).ShouldBe(
            [(SequenceType.Frst, new DateOnly(2026, 11, 24)), (SequenceType.Rcur, new DateOnly(2026, 12, 1))]);
        await company.ApproveAsync(await company.SubmitAsync(draft));
        await company.AddCollectionAsync(mandate.Id, 12m);
        (await company.CreateRemittanceAsync(account.Id)).Blocks.ShouldHaveSingleItem().SequenceType.ShouldBe(SequenceType.Rcur);
    }

    [Theory, Databases]
    public async Task NewDebtorAccount_AfterACollection_IsSaidInTheNextFile(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var (account, mandate) = ((await company.AddAccountAsync()).Id, (await company.AddMandateAsync("M-1")).Id);
        await company.AddCollectionAsync(mandate, 10m);
        await IssueAsync(company, account);
        var now = await company.RunAsync<IMandateAppService, MandateDto>(s => s.GetAsync(mandate));
        await company.RunAsync<IMandateAppService, MandateDto>(s => s.UpdateAsync(mandate, new SaveMandateDto(
            now.Reference, null, now.Scheme, now.Type, now.SignedOn, now.DebtorName, "FR7630002686660004371176857", ConcurrencyStamp: now.ConcurrencyStamp)));
        await company.AddCollectionAsync(mandate, 11m);
        (await TextAsync(company, await IssueAsync(company, account))).ShouldContain("SMNDA");
        await company.AddCollectionAsync(mandate, 12m);
        (await TextAsync(company, await IssueAsync(company, account))).ShouldNotContain("SMNDA");
    }

    private static async Task<RemittanceDto> IssueAsync(SepaCompany company, Guid account) =>
        await company.ApproveAsync(await company.SubmitAsync(await company.CreateRemittanceAsync(account)));

    private static async Task<string> TextAsync(SepaCompany company, RemittanceDto remittance) => await company.RemittancesAsync(async s =>
    {
        await using var content = (await s.DownloadAsync(remittance.Id)).Content;
        return await new StreamReader(content).ReadToEndAsync();
    });
}
