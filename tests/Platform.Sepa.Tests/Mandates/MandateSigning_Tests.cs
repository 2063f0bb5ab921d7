using System.Security.Cryptography;
using System.Text;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A debtor signs online: what was shown, once, and with a proof that stays.</summary>
[Trait("Req", "SEP-02")]
public sealed class MandateSigning_Tests(SigningHosts hosts) : IClassFixture<SigningHosts>
{
    [Theory, Databases]
    public async Task Sign_WhatWasShown_ActivatesKeepsAndMailsTheRecord(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var link = await company.AskAsync();
        company.Mails.ShouldHaveSingleItem().Subject.ShouldContain("vous invite à signer");
        var shown = await company.LookAsync(link);
        shown.Form.Debtor.Iban.ShouldBe("FR7616958230040009668127476");
        var signed = await company.SignAsync(link, shown.ContentSha256);
        var mandate = await company.GetAsync();
        (mandate.Status, mandate.SignedOn).ShouldBe((MandateStatus.Active, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));
        mandate.Timeline.Select(e => e.Kind).ShouldBe([MandateEventKind.Created, MandateEventKind.SignatureAsked, MandateEventKind.SignedOnline]);
        var document = (await company.Company.RunAsync<IMandateDocumentAppService, IReadOnlyList<MandateDocumentDto>>(s => s.GetListAsync(company.Mandate))).ShouldHaveSingleItem();
        (document.MediaType, document.AddedByName, document.Sha256).ShouldBe(("text/plain", "Julien Martin", Hash(signed.Record)));
        company.Mails[^1].Text.ShouldContain(signed.Record);
        (await company.Company.RunAsync<IMandateFormAppService, MandateFormDto>(s => s.GetAsync(company.Mandate))).SignedOnlineBy.ShouldBe("Julien Martin");
    }

    [Fact]
    public async Task Record_AboveItsLine_HasTheHashThatItNames()
    {
        var company = await hosts.NewAsync(TestDatabase.Sqlite, m => m with { Scheme = SddScheme.B2b });
        var link = await company.AskAsync();
        var shown = await company.LookAsync(link);
        var parts = (await company.SignAsync(link, shown.ContentSha256, "Julien\u2028Martin", "Saint-Étienne")).Record.Split("----------\n");
        Hash(parts[0]).ShouldBe(shown.ContentSha256);
        parts[0].ShouldSatisfyAllConditions(
            t => t.ShouldContain("FR76 1695 8230 0400 0966 8127 476"), t => t.ShouldContain("Boulangerie Lefèvre"), t => t.ShouldContain("interentreprises"), t => t.ShouldContain("Julien Martin"));
        parts[1].Split('\n').ShouldSatisfyAllConditions(
            l => l.Length.ShouldBe(6), l => l[0].ShouldBe("Signé par : Julien Martin"), l => l[1].ShouldEndWith("Saint-Étienne"), l => l[3].ShouldEndWith(company.Email),
            l => l[4].ShouldEndWith(shown.ContentSha256));
    }

    [Theory, Databases]
    public async Task Sign_Twice_WorksOnce(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var link = await company.AskAsync();
        var shown = await company.LookAsync(link);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await company.SignAsync(link, shown.ContentSha256);
                return true;
            }
            catch (Exception e) when (e is not ShouldAssertException)
            {
                return false;
            }
        }));
        both.Count(signed => signed).ShouldBe(1);
        await Should.ThrowAsync<DeadLinkException>(() => company.SignAsync(link, shown.ContentSha256));
        (await company.GetAsync()).Timeline.Count(e => e.Kind == MandateEventKind.SignedOnline).ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Sign_WhatChangedMeanwhile_IsRefusedAndTheLinkStays(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var link = await company.AskAsync();
        var shown = await company.LookAsync(link);
        await company.EditAsync(m => m with { DebtorIban = AmendedCompany.OtherIban });
        (await RefusedAsync(() => company.SignAsync(link, shown.ContentSha256))).ShouldBe(SepaErrorCodes.MandateChangedMeanwhile);
        (await company.GetAsync()).Status.ShouldBe(MandateStatus.Draft);
        await company.SignAsync(link, (await company.LookAsync(link)).ContentSha256);
        (await company.GetAsync()).Status.ShouldBe(MandateStatus.Active);
    }

    [Theory, Databases]
    public async Task Sign_WithoutNamePlaceOrConsent_NamesEachAndTheLinkStays(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var link = await company.AskAsync();
        var hash = (await company.LookAsync(link)).ContentSha256;
        var refused = await Should.ThrowAsync<InputException>(() => company.SignAsync(link, hash, " ", new string('x', 71), agreed: false));
        refused.Errors.Select(e => (e.Field, e.Code)).ShouldBe([("SignerName", SepaErrorCodes.Required), ("Place", SepaErrorCodes.TextLength), ("IsAgreed", SepaErrorCodes.ConsentMissing)]);
        await company.SignAsync(link, hash);
    }

    [Theory, Databases]
    public async Task Look_AfterTheMandateMovedOn_IsRefused(TestDatabase database)
    {
        var (moved, activated) = (await hosts.NewAsync(database), await hosts.NewAsync(database));
        var (first, other) = (await moved.AskAsync(), await activated.AskAsync());
        await moved.EditAsync(m => m with { Email = "new@example.org" });
        (await RefusedAsync(() => moved.LookAsync(first))).ShouldBe(SepaErrorCodes.MandateNotToSign);
        await activated.EditAsync(m => m with { SignedOn = new DateOnly(2026, 1, 2) });
        (await RefusedAsync(() => activated.LookAsync(other))).ShouldBe(SepaErrorCodes.MandateNotToSign);
        await Should.ThrowAsync<DeadLinkException>(() => activated.LookAsync(other[..^4] + "AAAA"));
    }

    [Theory, Databases]
    public async Task Ask_Again_EndsTheFormerLink(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var former = await company.AskAsync();
        var link = await company.AskAsync();
        await Should.ThrowAsync<DeadLinkException>(() => company.LookAsync(former));
        (await company.LookAsync(link)).Form.Language.ShouldBe("fr-FR");
    }

    [Theory, Databases]
    public async Task Ask_WithoutAddressOrForAnActiveMandate_IsRefused(TestDatabase database)
    {
        var (silent, signed) = (await hosts.NewAsync(database, m => m with { Email = "x@example.org" }), await hosts.NewAsync(database, m => m with { SignedOn = new DateOnly(2026, 1, 2) }));
        await silent.EditAsync(m => m with { Email = null });
        (await RefusedAsync(silent.AskAsync)).ShouldBe(SepaErrorCodes.MandateWithoutEmail);
        (await RefusedAsync(signed.AskAsync)).ShouldBe(SepaErrorCodes.MandateState);
    }

    [Theory, Databases]
    public async Task Remove_TheRecord_IsRefused(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var link = await company.AskAsync();
        await company.SignAsync(link, (await company.LookAsync(link)).ContentSha256);
        var record = (await company.Company.RunAsync<IMandateDocumentAppService, IReadOnlyList<MandateDocumentDto>>(s => s.GetListAsync(company.Mandate)))[0];
        (await RefusedAsync(async () =>
        {
            await company.Company.RunAsync<IMandateDocumentAppService>(s => s.RemoveAsync(company.Mandate, record.Id));
            return 0;
        })).ShouldBe(SepaErrorCodes.MandateRecordKept);
    }

    [Theory, Databases]
    public async Task Page_OfTheLink_ShowsTheMandateAndSignsIt(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        using (var clerk = await TestBrowser.SignInAsync(company.Company.Host, "camille@lefevre.example"))
        using (await clerk.SubmitAsync($"/t/lefevre/mandates/{company.Mandate}", "form[action*=Ask]")) { }
        var path = $"/sepa/sign-mandate/{company.Link}";
        using var debtor = TestBrowser.Stranger(company.Company.Host);
        (await debtor.OpenAsync(path)).QuerySelector(".s-mandate")!.TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain("Mandat de prélèvement SEPA"), t => t.Replace('\u00a0', ' ').ShouldContain("FR76 1695 8230"), t => t.ShouldNotMatch(@"\b[A-Z]\w+:[A-Z]\w+\b"));
        using var refused = await debtor.SubmitAsync(path, "main form", ("SignerName", ""));
        (await TestBrowser.ReadAsync(refused)).GetElementById("IsAgreed-error")!.TextContent.ShouldContain("Tick this box");
        using var signed = await debtor.SubmitAsync(path, "main form", ("SignerName", "Eve <b>"), ("Place", "Lyon"), ("IsAgreed", "true"));
        (await TestBrowser.ReadAsync(signed)).QuerySelector("main")!.TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("The mandate is signed"), t => t.ShouldContain("Signé par : Eve <b>"));
        using var again = await debtor.GetAsync(path);
        again.StatusCode.ShouldBe(System.Net.HttpStatusCode.Gone);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<string> RefusedAsync<T>(Func<Task<T>> act) => (await Should.ThrowAsync<BusinessException>(act)).Code;
}
