using System.Text;
using System.Xml.Linq;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A company with one mandate under which a collection was issued.</summary>
internal sealed class AmendedCompany(SepaCompany company, Guid account, Guid mandate)
{
    public const string Iban = "FR7616958230040009668127476";
    public const string OtherIban = "FR7630002686660004371176857";

    public SepaCompany Company => company;

    public Guid Account => account;

    public static async Task<AmendedCompany> NewAsync(SepaHosts hosts, TestDatabase database, BankProfileDto? profile = null, bool used = true)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync(a => a with { Profile = profile ?? new BankProfileDto() });
        var amended = new AmendedCompany(company, account.Id, (await company.AddMandateAsync("OLD-1")).Id);
        if (used)
            await amended.IssueAsync();
        return amended;
    }

    public Task<MandateDto> MandateAsync() => company.RunAsync<IMandateAppService, MandateDto>(s => s.GetAsync(mandate));

    public async Task<MandateDto> AmendAsync(string? reference = null, string? iban = null)
    {
        var now = await MandateAsync();
        return await company.RunAsync<IMandateAppService, MandateDto>(s => s.AmendAsync(
            mandate, new AmendMandateDto(reference ?? now.Reference, iban ?? now.DebtorIban, null, now.ConcurrencyStamp)));
    }

    public async Task<MandateDto> EditAsync(Func<SaveMandateDto, SaveMandateDto> change)
    {
        var now = await MandateAsync();
        return await company.RunAsync<IMandateAppService, MandateDto>(s => s.UpdateAsync(mandate, change(new SaveMandateDto(
            now.Reference, null, now.Scheme, now.Type, now.SignedOn, now.DebtorName, now.DebtorIban, ConcurrencyStamp: now.ConcurrencyStamp))));
    }

    /// <summary>Edits the account and has it approved.</summary>
    public async Task ChangeAccountAsync(Func<SaveCreditorAccountDto, SaveCreditorAccountDto> change)
    {
        var now = await company.RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.GetAsync(account));
        var edited = await company.RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.UpdateAsync(
            account, change(Accounts.Valid() with { Profile = now.Profile, ConcurrencyStamp = now.ConcurrencyStamp })));
        await company.RunAsync<ICreditorAccountAppService, CreditorAccountDto>(s => s.ApproveAsync(account, edited.ConcurrencyStamp), company.Approver);
    }

    public Task<CollectionDto> CollectAsync(decimal amount = 10m) => company.AddCollectionAsync(mandate, amount);

    public async Task<RemittanceDto> SubmitAsync(int collections = 1)
    {
        for (var i = 0; i < collections; i++)
            await CollectAsync(10m + i);
        return await company.SubmitAsync(await company.CreateRemittanceAsync(account));
    }

    public async Task<RemittanceDto> IssueAsync(int collections = 1) => await company.ApproveAsync(await SubmitAsync(collections));

    /// <summary>The amendments of a new remittance's file, which is valid against the schemas; the strict one of 2009 knows neither the agent nor addresses.</summary>
    public async Task<IReadOnlyList<string>> SentAsync(Pain008Version version = Pain008Version.V08) => await SentAsync(await IssueAsync(), version);

    public async Task<IReadOnlyList<string>> SentAsync(RemittanceDto remittance, Pain008Version version = Pain008Version.V08) => await company.RemittancesAsync(async s =>
    {
        await using var file = (await s.DownloadAsync(remittance.Id)).Content;
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
        IsoSchema.Validate(copy, IsoSchema.Iso(version)).ShouldBeEmpty();
        if (version == Pain008Version.V08)
            IsoSchema.Validate(copy, IsoSchema.Strict(version)).ShouldBeEmpty();
        copy.Position = 0;
        return XDocument.Load(copy).Descendants().Where(e => e.Name.LocalName == "AmdmntInfDtls").Select(Text).ToList();
    });

    public Task<BankAnswerDto> AnswerAsync(RemittanceDto remittance, string status) => company.RunAsync<IBankAnswerAppService, BankAnswerDto>(s => s.ImportAsync(
        new ImportBankAnswerInput("answer.xml", new MemoryStream(Encoding.UTF8.GetBytes(AnswerTexts.Report(remittance.File!.MessageId, status, "", Guid.CreateVersion7().ToString("N")))))));

    public async Task<IReadOnlyList<MandateEventKind>> TimelineAsync() => [.. (await MandateAsync()).Timeline.Select(e => e.Kind)];

    // "OrgnlMndtId=OLD-1 OrgnlDbtrAcct=SMNDA"
    private static string Text(XElement details) => string.Join(' ', details.Elements().Select(e => $"{e.Name.LocalName}={string.Join('/', e.Descendants().DefaultIfEmpty(e).Where(d => !d.HasElements).Select(d => d.Value))}"));
}
