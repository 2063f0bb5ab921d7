using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Platform.Audit;
using Platform.Kernel;
using Platform.Signing;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "AUD-06")]
public sealed class OrderProof_Tests(SepaHosts hosts) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("platform-proof-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, Databases]
    public async Task Proof_OfASignedAndAnsweredOrder_StandsAlone(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database);
        var remittance = await issued.Company.RemittancesAsync(s => s.GetAsync(issued.RemittanceId));
        await SignAndHandOverAsync(issued.Company, remittance);
        await issued.ImportAsync(AnswerTexts.Status("RJCT", issued.MessageId, "E2E-1", "AC04"));
        await issued.ImportAsync(AnswerTexts.Status("ACSC", issued.MessageId, "E2E-2", null).Replace("PSR-1", "PSR-2", StringComparison.Ordinal));
        var order = await issued.OrderAsync(1);
        var name = await UnpackAsync(issued.Company, remittance.Id, order.Id);
        name.ShouldBe($"{remittance.Number}-E2E-1.zip");
        Files().ShouldBe(
            [
                "LISEZMOI.fr.txt", "README.en.txt", "SHA256SUMS", $"{remittance.Number}.xml", $"{remittance.Number}.xml.p7s", "bank-answer-1.xml", "bank-answers.json", "hand-over.json",
                "manifest.json", "order.json", "remittance.json", "signatures.json",
            ],
            ignoreOrder: true);
        ManifestIsExact();
        (await RunAsync("sha256sum", "-c --strict SHA256SUMS")).ShouldBe(0);
        Json("order.json").ShouldSatisfyAllConditions(
            o => Text(o, "endToEndId").ShouldBe("E2E-1"), o => o.GetProperty("amount").GetDecimal().ShouldBe(10m), o => Text(o, "mandateReference").ShouldBe("M-1"),
            o => Text(o, "bankState").ShouldBe("Rejected"), o => Text(o.GetProperty("bankReason"), "code").ShouldBe("AC04"));
        Text(Json("remittance.json").GetProperty("approvals")[0], "name").ShouldBe(issued.Company.Approver.Name);
        Json("bank-answers.json")[0].GetProperty("items").EnumerateArray().Select(i => Text(i, "endToEndId")).ShouldBe(["E2E-1"]);
    }

    [Theory, Databases]
    [Trait("Req", "SEP-09")]
    public async Task Signature_InAProof_IsVerifiedByOpensslAsTheProofSays(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, orders: 1);
        var remittance = await issued.Company.RemittancesAsync(s => s.GetAsync(issued.RemittanceId));
        await SignAndHandOverAsync(issued.Company, remittance);
        await UnpackAsync(issued.Company, remittance.Id, (await issued.OrderAsync(1)).Id);
        var said = File.ReadAllLines(PathOf("README.en.txt")).Single(l => l.Contains("openssl cms", StringComparison.Ordinal)).Trim();
        // Nobody vouches for the demonstration authority: whatever certificate the signature holds is trusted here.
        (await OpensslAsync($"pkcs7 -inform DER -in {remittance.Number}.xml.p7s -print_certs -out authority.pem")).ShouldBe(0);
        var command = $"{said["openssl ".Length..]} -partial_chain";
        (await OpensslAsync(command)).ShouldBe(0);
        var file = PathOf($"{remittance.Number}.xml");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[^30] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        (await OpensslAsync(command)).ShouldNotBe(0);
    }

    [Theory, Databases]
    public async Task Proof_OfWhatIsNotIssuedOrNotReached_IsRefused(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, orders: 1);
        var (company, order) = (issued.Company, await issued.OrderAsync(1));
        await Should.ThrowAsync<EntityNotFoundException>(() => UnpackAsync(company, issued.RemittanceId, Guid.CreateVersion7()));
        await Should.ThrowAsync<EntityNotFoundException>(() => UnpackAsync(company, Guid.CreateVersion7(), order.Id));
        var stranger = await IssuedCompany.NewAsync(hosts, database, orders: 1);
        await Should.ThrowAsync<EntityNotFoundException>(() => UnpackAsync(stranger.Company, issued.RemittanceId, order.Id));
        SepaHosts.Limit(company.Second, GrantBundle.Unlimited([SepaPermissions.Remittances.Default]));
        await Should.ThrowAsync<PermissionDeniedException>(() => UnpackAsync(company, issued.RemittanceId, order.Id, company.Second));
        await company.RunAsync<ITransferAppService, TransferDto>(s => s.CreateAsync(new CreateTransferDto("Acme GmbH", "DE89370400440532013000", 2m)));
        var draft = await company.CreateRemittanceAsync(company.Account!.Value, PaymentScheme.Sct);
        var waiting = (await company.RemittancesAsync(s => s.GetLinesAsync(draft.Id, new GetRemittanceLinesInput()))).Items.Single();
        (await Should.ThrowAsync<BusinessException>(() => UnpackAsync(company, draft.Id, waiting.Id))).Code.ShouldBe(SepaErrorCodes.RemittanceNotApproved);
    }

    [Theory, Databases]
    public async Task Proof_Made_IsOnRecord(TestDatabase database)
    {
        var issued = await IssuedCompany.NewAsync(hosts, database, orders: 1);
        await UnpackAsync(issued.Company, issued.RemittanceId, (await issued.OrderAsync(1)).Id);
        File.ReadAllText(PathOf("LISEZMOI.fr.txt")).ShouldContain("Personne n’a signé");
        var trail = await issued.Company.RunAsync<IAuditAppService, PagedResult<AuditEntryDto>>(
            s => s.GetListAsync(new AuditFilterDto { EntityId = $"{issued.RemittanceId}", Action = "Sepa.Remittance.OrderProved" }));
        trail.Items.ShouldHaveSingleItem();
    }

    private static async Task SignAndHandOverAsync(SepaCompany company, RemittanceDto remittance)
    {
        var sha256 = remittance.File!.Sha256;
        var certificate = await company.RunAsync<ISigningCertificateAppService, SigningCertificateDto>(c => c.IssueDemonstrationAsync(), company.Approver);
        await company.RunAsync<IRemittanceSigningAppService, RemittanceSignatureDto>(s => s.SignAsync(remittance.Id, new SignRemittanceDto(certificate.Id, sha256)), company.Approver);
        await company.RunAsync<IRemittanceHandOverAppService, RemittanceHandOverDto>(
            s => s.HandOverAsync(remittance.Id, new HandOverRemittanceDto(Guid.CreateVersion7(), HandOverChannels.Download, sha256)));
    }

    private async Task<string> UnpackAsync(SepaCompany company, Guid remittanceId, Guid orderId, CurrentUserInfo? person = null)
    {
        using var output = new MemoryStream();
        var name = await company.RunAsync<IOrderProofAppService, string>(s => s.WriteAsync(remittanceId, orderId, output), person);
        output.Position = 0;
        await ZipFile.ExtractToDirectoryAsync(output, _folder.FullName, overwriteFiles: true, TestContext.Current.CancellationToken);
        return name;
    }

    private IEnumerable<string> Files() => _folder.GetFiles().Select(f => f.Name);

    private void ManifestIsExact()
    {
        var listed = Json("manifest.json").GetProperty("files").EnumerateArray().ToDictionary(f => Text(f, "name"), f => (Text(f, "sha256"), f.GetProperty("size").GetInt64()));
        var there = Files().Where(f => f is not ("manifest.json" or "SHA256SUMS")).ToDictionary(
            f => f, f => (Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(f)))), new FileInfo(PathOf(f)).Length));
        listed.ShouldBe(there, ignoreOrder: true);
    }

    private Task<int> OpensslAsync(string arguments) => RunAsync("openssl", arguments);

    private async Task<int> RunAsync(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.FullName, RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllBytes(PathOf(name))).RootElement.Clone();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
