using System.Collections;
using System.Globalization;
using System.Resources;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>The same reason code speaks of the creditor's account in a transfer, and of the debtor's in a direct debit.</summary>
[Trait("Req", "SEP-11")]
public sealed class TransferReasons_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Reason_OfARejectedTransfer_SpeaksOfTheCreditorEverywhere(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        var transfer = await company.RunAsync<ITransferAppService, TransferDto>(s => s.CreateAsync(new CreateTransferDto("Acme GmbH", "DE89370400440532013000", 2m)));
        var issued = await IssuedCompany.IssueAsync(company, account.Id, PaymentScheme.Sct);
        var answer = await company.RunAsync<IBankAnswerAppService, BankAnswerDto>(s => s.ImportAsync(new ImportBankAnswerInput(
            "answer.xml", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(AnswerTexts.Status("RJCT", issued.File!.MessageId, transfer.EndToEndId, "AC04"))))));
        BankReasonDto?[] said =
        [
            (await company.RunAsync<ITransferAppService, TransferDto>(s => s.GetAsync(transfer.Id))).BankReason,
            (await company.RemittancesAsync(s => s.GetLinesAsync(issued.Id, new GetRemittanceLinesInput()))).Items.Single().BankReason,
            (await company.RunAsync<IBankAnswerAppService, Kernel.PagedResult<BankAnswerItemDto>>(s => s.GetItemsAsync(new GetBankAnswerItemsInput(answer.Id)))).Items.Single(i => i.Reason is not null).Reason,
            (await company.RunAsync<IRemittanceNoteAppService, ConfirmationNoteDto>(s => s.GetConfirmationNoteAsync(issued.Id))).Failed.Single().Reason,
        ];
        said.ShouldAllBe(r => r!.Text == "The creditor's account is closed" && r.NextStep!.Contains("new transfer"));
    }

    [Theory]
    [InlineData("en", "debtor", "mandate", "collect")]
    [InlineData("fr", "débiteur", "mandat ", "prélev")]
    public void Texts_OfTransfers_SayWhatToDoAndNothingOfDirectDebits(string language, params string[] elsewhere)
    {
        var culture = language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        var all = new ResourceManager(typeof(SepaResource)).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);
        var reasons = all.Where(t => t.Key.StartsWith("Reason:", StringComparison.Ordinal) && t.Key.Contains(".Transfer", StringComparison.Ordinal)).ToList();
        reasons.Count.ShouldBeGreaterThan(50);
        reasons.Where(t => !t.Key.EndsWith(".Next", StringComparison.Ordinal)).ShouldAllBe(t => all.ContainsKey($"{t.Key}.Next"));
        foreach (var word in elsewhere)
            reasons.ShouldAllBe(t => !t.Value.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
