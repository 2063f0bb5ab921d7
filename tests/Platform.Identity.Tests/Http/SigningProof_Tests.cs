using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;
using Platform.Signing;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>A bank file is signed minutes after the signer's second factor, and not otherwise.</summary>
[Trait("Req", "SEP-09")]
[Trait("Req", "IDN-13")]
public sealed partial class SigningProof_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string Certificates = "/t/lefevre/signing";

    [Theory, Databases]
    public async Task Sign_WithAFreshFactor_LeavesASignatureThatAnybodyCanVerify(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, browser) = await ValidatorAsync(world);
        using var validator = browser;
        var (app, _) = await App.SetUpAsync(world, validator);
        await PostAsync(validator, Certificates, "Demonstration");
        var remittance = await IssuedAsync(world, person);
        var page = $"/t/lefevre/remittances/{remittance.Id}";
        var fields = await FieldsAsync(validator, page);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        (await PostAsync(validator, page, "Sign", fields)).Headers.Location!.ToString().ShouldStartWith("/account/confirm");
        using (var confirmed = await validator.PostAsync("/account/confirm", "/account/confirm", ("Proof", app.Code())))
            confirmed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await PostAsync(validator, page, "Sign", fields)).Headers.Location!.ToString().ShouldBe(page);
        var (signed, file, signature) = await FilesAsync(world, validator, page, remittance.Id);
        signed.ShouldContain(person.Name);
        var report = await world.Host.RunAsync(null, null, s => s.GetRequiredService<ISignatureVerifier>().VerifyAsync(new MemoryStream(file), signature));
        (report.IsIntact, report.Trust, report.Sha256).ShouldBe((true, CertificateTrust.Demonstration, remittance.File!.Sha256));
    }

    [Theory, Databases]
    public async Task Sign_ByWhoHasNoSecondFactor_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, browser) = await ValidatorAsync(world);
        using var validator = browser;
        await PostAsync(validator, Certificates, "Demonstration");
        var page = $"/t/lefevre/remittances/{(await IssuedAsync(world, person)).Id}";
        var refused = await PostAsync(validator, page, "Sign", await FieldsAsync(validator, page));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Confirm with your second factor first.");
    }

    private static async Task<(Person Person, Browser Browser)> ValidatorAsync(World world)
    {
        var person = await world.PersonAsync();
        await world.JoinAsync(person, await world.Host.CompanyAsync("lefevre"), StandardRoles.Validator);
        var browser = new Browser(world);
        (await browser.SignInAsync(person.Email, Person.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return (person, browser);
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, string page, string handler, params (string, string)[] fields) =>
        browser.PostAsync(page, $"{page}?handler={handler}", fields);

    private static async Task<(string, string)[]> FieldsAsync(Browser browser, string page)
    {
        var text = await browser.ReadAsync(page);
        return [("CertificateId", CertificateOption().Match(text).Groups[1].Value), ("Sha256", HashField().Match(text).Groups[1].Value)];
    }

    private static async Task<RemittanceDto> IssuedAsync(World world, Person person)
    {
        var company = await world.Host.CompanyAsync("lefevre");
        var listed = await world.AsAsync<IRemittanceAppService, PagedResult<RemittanceListDto>>(company, person, r => r.GetListAsync(new GetRemittancesInput(RemittanceStatus.Approved)));
        return await world.AsAsync<IRemittanceAppService, RemittanceDto>(company, person, r => r.GetAsync(listed.Items[0].Id));
    }

    private static async Task<(string Page, byte[] File, byte[] Signature)> FilesAsync(World world, Browser browser, string page, Guid remittance)
    {
        var text = await browser.ReadAsync(page);
        using var signature = await browser.GetAsync(SignatureLink().Matches(text)[^1].Groups[1].Value);
        signature.Content.Headers.ContentType!.MediaType.ShouldBe("application/pkcs7-signature");
        using var token = world.Host.CreateClient(DemoPeople.Token("victor"));
        var file = await token.GetByteArrayAsync(new Uri($"/api/t/lefevre/remittances/{remittance}/file", UriKind.Relative), TestContext.Current.CancellationToken);
        return (text, file, await signature.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("<option value=\"([0-9a-f-]{36})\"")]
    private static partial Regex CertificateOption();

    [GeneratedRegex("name=\"Sha256\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex HashField();

    [GeneratedRegex("href=\"([^\"]*/signatures/[^\"]*)\"")]
    private static partial Regex SignatureLink();
}
