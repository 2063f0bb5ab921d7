using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

public sealed class RemittanceLists_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    [Trait("Req", "SEP-03")]
    public async Task GetLines_OfAnImport_KeepTheOrderOfItsFile(TestDatabase database)
    {
        var (company, account, _) = await NewAsync(database);
        var rows = Enumerable.Range(1, 400).Select(i => $"E-{i:0000}").ToList();
        var import = await company.StageAsync(
            ImportKind.Collections, "mandate_reference;amount;end_to_end_id\n" + string.Concat(rows.Select(r => $"M-1;1.00;{r}\n")));
        await company.ConfirmAsync(import.Id);
        var draft = await company.CreateRemittanceAsync(account);
        var lines = await company.RemittancesAsync(s => s.GetLinesAsync(draft.Id, new GetRemittanceLinesInput(PageSize: 400)));
        lines.Items.Select(l => l.EndToEndId).ShouldBe(rows);
    }

    [Theory, Databases]
    [Trait("Req", "SEP-08")]
    public async Task GetList_ForMe_LeavesOutWhatIPreparedOrApproved(TestDatabase database)
    {
        var (company, account, mandate) = await NewAsync(database, a => a with { SecondApprovalAbove = 5m });
        await company.AddCollectionAsync(mandate, 10m);
        var submitted = await company.SubmitAsync(await company.CreateRemittanceAsync(account));
        (await ForAsync(company.Preparer)).ShouldBeEmpty();
        (await ForAsync(company.Approver)).ShouldBe([submitted.Id]);
        await company.ApproveAsync(submitted);
        (await ForAsync(company.Approver)).ShouldBeEmpty();
        (await ForAsync(company.Second)).ShouldBe([submitted.Id]);

        async Task<IEnumerable<Guid>> ForAsync(CurrentUserInfo person) =>
            (await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput(ForMe: true)), person)).Items.Select(r => r.Id);
    }

    private async Task<(SepaCompany Company, Guid Account, Guid Mandate)> NewAsync(
        TestDatabase database, Func<SaveCreditorAccountDto, SaveCreditorAccountDto>? change = null)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync(change);
        return (company, account.Id, (await company.AddMandateAsync("M-1")).Id);
    }
}
