using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Verification of Payee: a bank's verdict becomes a warning that somebody must acknowledge.</summary>
[Trait("Req", "SEP-05")]
public sealed class PayeeVerification_Tests(PayeeHosts hosts, SepaHosts plain) : IClassFixture<PayeeHosts>
{
    private const string Supplier = "DE89370400440532013000";

    [Theory, Databases]
    public async Task Verify_EachVerdict_IsItsWarning(TestDatabase database)
    {
        var (company, draft) = await DraftAsync(database, "Right", "Close", "Wrong", "Broken");
        (await CodesAsync(company, draft)).ShouldAllBe(l => l.Codes.Contains(SepaErrorCodes.PayeeUnverified));
        var verified = await VerifyAsync(company, draft);
        verified.ShouldBe(new PayeeVerificationDto(true, 1, 1, 1, 1, 0));
        (await CodesAsync(company, draft)).ToDictionary(l => l.Name, l => l.Codes.Single()).ShouldBe(new Dictionary<string, string>
        {
            ["Right"] = "",
            ["Close"] = SepaErrorCodes.PayeeCloseMatch,
            ["Wrong"] = SepaErrorCodes.PayeeNoMatch,
            ["Broken"] = SepaErrorCodes.PayeeUnverified,
        }, ignoreOrder: true);
        (await VerifyAsync(company, draft)).ShouldBe(new PayeeVerificationDto(true, 2, 1, 1, 0, 0), "only what had no verdict is asked for again");
    }

    [Theory, Databases]
    public async Task Submit_WithAWrongPayee_WantsItAcknowledged(TestDatabase database)
    {
        var (company, draft) = await DraftAsync(database, "Wrong");
        await VerifyAsync(company, draft);
        var now = await company.RemittancesAsync(s => s.GetAsync(draft.Id));
        (await RefusedAsync(() => company.RemittancesAsync(s => s.SubmitAsync(now.Id, new RemittanceActInput(now.ConcurrencyStamp))))).ShouldBe(SepaErrorCodes.WarningsNotAcknowledged);
        (await company.SubmitAsync(now)).Status.ShouldBe(RemittanceStatus.Submitted);
        (await RefusedAsync(() => VerifyAsync(company, draft))).ShouldBe(SepaErrorCodes.RemittanceState);
    }

    [Theory, Databases]
    public async Task Verify_AfterTheAcknowledgement_EndsItWhereTheVerdictsAreNew(TestDatabase database)
    {
        var (company, draft) = await DraftAsync(database, "Wrong");
        await company.RemittancesAsync(s => s.AcknowledgeWarningsAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        await VerifyAsync(company, draft);
        (await company.RemittancesAsync(s => s.GetAsync(draft.Id))).Warnings.ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Verify_TwoTransfersToOnePayee_AsksOnce(TestDatabase database)
    {
        var name = $"Twice {Guid.CreateVersion7():N}"[..30];
        var (company, draft) = await DraftAsync(database, name, name);
        (await VerifyAsync(company, draft)).Matches.ShouldBe(2);
        ((PayeeHosts.Bank)company.Host.Services.GetRequiredService<IPayeeVerifier>()).Asked[name].ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Check_AfterAWeek_TakesTheVerdictForOld(TestDatabase database)
    {
        var (company, draft) = await DraftAsync(database, "Right");
        (await VerifyAsync(company, draft)).Matches.ShouldBe(1);
        ((TestClock)company.Host.Services.GetRequiredService<TimeProvider>()).Advance(TimeSpan.FromDays(PayeeLimits.ValidDays + 1));
        var now = await company.RemittancesAsync(s => s.GetAsync(draft.Id));
        await company.RemittancesAsync(s => s.CheckAsync(draft.Id, new RemittanceActInput(now.ConcurrencyStamp)));
        (await CodesAsync(company, draft)).Single().Codes.ShouldBe([SepaErrorCodes.PayeeUnverified]);
        (await VerifyAsync(company, draft)).Matches.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Verify_AStaleDraft_IsRefused(TestDatabase database)
    {
        var (company, draft) = await DraftAsync(database, "Right");
        await company.RemittancesAsync(s => s.CheckAsync(draft.Id, new RemittanceActInput(draft.ConcurrencyStamp)));
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => company.RunAsync<IPayeeVerificationAppService, PayeeVerificationDto>(s => s.VerifyAsync(draft.Id, Guid.CreateVersion7())));
        (await company.RunAsync<IPayeeVerificationAppService, PayeeVerificationDto>(s => s.GetAsync(draft.Id))).Open.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Verify_WhereNobodyVerifies_SaysSoAndWarnsOfNothing(TestDatabase database)
    {
        var company = await plain.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        await AddAsync(company, "Right");
        var draft = await company.CreateRemittanceAsync(account.Id, PaymentScheme.Sct);
        (await RefusedAsync(() => VerifyAsync(company, draft))).ShouldBe(SepaErrorCodes.NoPayeeVerifier);
        (await CodesAsync(company, draft)).ShouldAllBe(l => l.Codes.Single() == "");
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 5m);
        var collecting = await company.CreateRemittanceAsync(account.Id);
        (await RefusedAsync(() => VerifyAsync(company, collecting))).ShouldBe(SepaErrorCodes.NotATransfer);
        await Should.ThrowAsync<EntityNotFoundException>(() => plainOther(database, draft.Id));

        async Task plainOther(TestDatabase where, Guid id) =>
            await (await plain.NewCompanyAsync(where)).RunAsync<IPayeeVerificationAppService, PayeeVerificationDto>(s => s.GetAsync(id));
    }

    [Theory, Databases]
    public async Task Page_OfADraft_VerifiesAndTells(TestDatabase database)
    {
        var (company, draft) = await DraftAsync(database, "Wrong");
        using var browser = await TestBrowser.SignInAsync(company.Host, "camille@lefevre.example");
        var path = $"/t/lefevre/remittances/{draft.Id}";
        using (await browser.SubmitAsync(path, "form[action*=Verify]")) { }
        var page = await browser.OpenAsync(path);
        page.QuerySelector("[aria-labelledby=payees-title]")!.TextContent.ShouldNotMatch(@"\b[A-Z]\w+:[A-Z]\w+\b");
        page.QuerySelector("form[action*=Verify]").ShouldBeNull("all have a verdict");
        page.QuerySelector("#remittance-lines")!.TextContent.ShouldContain("not Wrong’s");
    }

    private async Task<(SepaCompany Company, RemittanceDto Draft)> DraftAsync(TestDatabase database, params string[] payees)
    {
        var (company, account) = await hosts.NewAsync(database);
        var orders = new List<Guid>();
        foreach (var payee in payees)
            orders.Add((await AddAsync(company, payee)).Id);
        return (company, await company.CreateRemittanceAsync(account, PaymentScheme.Sct, new OrderSelectionDto(OrderIds: orders)));
    }

    private static Task<TransferDto> AddAsync(SepaCompany company, string payee) =>
        company.RunAsync<ITransferAppService, TransferDto>(s => s.CreateAsync(new CreateTransferDto(payee, Supplier, Random.Shared.Next(100, 100_000) / 100m)));

    private static async Task<PayeeVerificationDto> VerifyAsync(SepaCompany company, RemittanceDto draft)
    {
        var now = await company.RemittancesAsync(s => s.GetAsync(draft.Id));
        return await company.RunAsync<IPayeeVerificationAppService, PayeeVerificationDto>(s => s.VerifyAsync(draft.Id, now.ConcurrencyStamp));
    }

    /// <summary>The payee's codes of each order, other rules' left out; "" for none.</summary>
    private static async Task<List<(string Name, List<string> Codes)>> CodesAsync(SepaCompany company, RemittanceDto draft) =>
        [.. (await company.RemittancesAsync(s => s.GetLinesAsync(draft.Id, new GetRemittanceLinesInput()))).Items
            .Select(l => (l.PartyName!, l.Findings.Select(f => f.Code).Where(c => c.StartsWith("Sepa:Payee")).DefaultIfEmpty("").ToList()))];

    private static async Task<string> RefusedAsync<T>(Func<Task<T>> act) => (await Should.ThrowAsync<BusinessException>(act)).Code;
}
