using System.Net;
using System.Net.Http.Json;
using Platform.Kernel;

namespace Platform.Signing.Tests;

[Trait("Req", "SEP-09")]
[Collection(nameof(OneValidator))]
public sealed class Certificate_Tests(SigningHosts hosts) : IDisposable
{
    private readonly OpenSsl _openssl = new();

    public void Dispose() => _openssl.Dispose();

    [Theory, Databases]
    public async Task Upload_OfWhatCannotSign_SaysWhyAndKeepsNothing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var before = (await ListAsync(world)).Count;
        async Task ShouldBeRefusedAsync(byte[] file, string code, string password = OpenSsl.Password) =>
            (await Should.ThrowAsync<InputException>(() => world.UploadAsync(file, password))).Errors.ShouldHaveSingleItem().Code.ShouldBe(code);
        await ShouldBeRefusedAsync([], SigningErrorCodes.FileRequired);
        await ShouldBeRefusedAsync(new byte[70_000], SigningErrorCodes.FileTooLarge);
        await ShouldBeRefusedAsync([1, 2, 3], SigningErrorCodes.Pkcs12Unreadable);
        var good = _openssl.Issue("Marie");
        await ShouldBeRefusedAsync(good, SigningErrorCodes.Pkcs12Unreadable, "another");
        _openssl.Run($"pkcs12 -export -nokeys -in Marie.pem -passout pass:{OpenSsl.Password} -out keyless.p12");
        await ShouldBeRefusedAsync(_openssl.Read("keyless.p12"), SigningErrorCodes.KeyMissing);
        await ShouldBeRefusedAsync(_openssl.Issue("Weak", "rsa:1024"), SigningErrorCodes.KeyWeak);
        await ShouldBeRefusedAsync(_openssl.Issue("Cipher", usage: "keyEncipherment"), SigningErrorCodes.CertificateUsage);
        await ShouldBeRefusedAsync(_openssl.Issue("Old", days: -1), SigningErrorCodes.CertificateExpired);
        (await ListAsync(world)).Count.ShouldBe(before);
        await world.UploadAsync(good);
        await ShouldBeRefusedAsync(good, SigningErrorCodes.CertificateTaken);
    }

    [Theory, Databases]
    public async Task Pages_OfAValidator_IssueShowAndRemove(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        using var browser = await TestBrowser.SignInAsync(world.Host, DemoPeople.Email("victor"));
        using (var issued = await browser.SubmitAsync("/t/lefevre/signing", "form[action*=Demonstration]"))
            issued.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.OpenAsync("/t/lefevre/signing");
        page.QuerySelector("main")!.TextContent.ShouldContain("Victor Marchand");
        var rows = page.QuerySelectorAll("tbody tr").Length;
        (await browser.OpenAsync("/t/lefevre/consents")).QuerySelector("main")!.TextContent.ShouldContain("Victor Marchand");
        using (var removed = await browser.SubmitAsync("/t/lefevre/signing", "form[action*=Remove]"))
            removed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.OpenAsync("/t/lefevre/signing")).QuerySelectorAll("tbody tr").Length.ShouldBe(rows - 1);
        using var file = await browser.GetAsync("/t/lefevre/signing?handler=Authority");
        (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("-----BEGIN CERTIFICATE-----");
    }

    [Fact]
    public async Task Page_WithAFileThatIsNoCertificate_SaysWhy()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        using var browser = await TestBrowser.SignInAsync(world.Host, DemoPeople.Email("victor"));
        using var refused = await browser.UploadAsync("/t/lefevre/signing", "form[enctype]", new Dictionary<string, byte[]> { ["Upload"] = [1, 2, 3] }, ("Password", "wrong"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(refused)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("PKCS#12");
    }

    [Theory, Databases]
    public async Task Api_OfAValidator_TakesAFileAndOtherPeopleNone(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        const string path = "/api/t/lefevre/signing-certificates";
        using var victor = world.Host.CreateClient(DemoPeople.Token("victor"));
        using var added = await victor.PostAsJsonAsync(new Uri(path, UriKind.Relative), new { file = _openssl.Issue("Api"), password = OpenSsl.Password }, TestContext.Current.CancellationToken);
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var removed = await victor.DeleteAsync(added.Headers.Location!, TestContext.Current.CancellationToken);
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var camille = world.Host.CreateClient(DemoPeople.Token("camille"));
        using var refused = await camille.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<IReadOnlyList<SigningCertificateDto>> ListAsync(SigningWorld world) =>
        world.AsAsync<ISigningCertificateAppService, IReadOnlyList<SigningCertificateDto>>(c => c.GetListAsync());
}
