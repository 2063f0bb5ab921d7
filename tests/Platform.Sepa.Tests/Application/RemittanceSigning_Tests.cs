using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Signing;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-09")]
public sealed class RemittanceSigning_Tests(SepaHosts hosts)
{
    [Theory, Databases]
    public async Task Sign_AnApprovedFile_CoversExactlyItsBytes(TestDatabase database)
    {
        var (company, approved) = await ApprovedAsync(database);
        var certificate = await IssueAsync(company, company.Approver);
        var signature = await SignAsync(company, approved, certificate, company.Approver);
        signature.Sha256.ShouldBe(approved.File!.Sha256);
        (await company.RunAsync<IRemittanceSigningAppService, IReadOnlyList<RemittanceSignatureDto>>(s => s.GetListAsync(approved.Id))).ShouldHaveSingleItem().ShouldBe(signature);
        var file = await company.RunAsync<IRemittanceAppService, byte[]>(async s => await BytesAsync(await s.DownloadAsync(approved.Id)));
        var download = await company.RunAsync<IRemittanceSigningAppService, SignatureDownload>(s => s.DownloadAsync(approved.Id, signature.Id));
        download.FileName.ShouldBe($"{approved.Number}.xml.p7s");
        var report = await VerifyAsync(company, file, download.Content);
        (report.IsIntact, report.WasInTime, report.Trust, report.Subject).ShouldBe((true, true, CertificateTrust.Demonstration, signature.Subject));
        file[^30] ^= 1;
        (await VerifyAsync(company, file, download.Content)).IsIntact.ShouldBeFalse();
    }

    [Theory, Databases]
    public async Task Sign_ByWhoMayNotOrWhatIsNotThatFile_IsRefused(TestDatabase database)
    {
        var (company, submitted) = await SubmittedAsync(database);
        var (own, prepared) = (await IssueAsync(company, company.Approver), await IssueAsync(company, company.Preparer));
        await ShouldBeRefusedAsync(SignAsync(company, submitted, own, company.Approver, new string('0', 64)), SepaErrorCodes.RemittanceNotApproved);
        var approved = await company.ApproveAsync(submitted);
        await ShouldBeRefusedAsync(SignAsync(company, approved, own, company.Approver, new string('0', 64)), SepaErrorCodes.RemittanceChanged);
        await ShouldBeRefusedAsync(SignAsync(company, approved, prepared, company.Preparer), SepaErrorCodes.FourEyes);
        await Should.ThrowAsync<EntityNotFoundException>(() => SignAsync(company, approved, own, company.Second));
        await SignAsync(company, approved, own, company.Approver);
        await ShouldBeRefusedAsync(SignAsync(company, approved, own, company.Approver), SepaErrorCodes.SignedTwice);
    }

    [Theory, Databases]
    public async Task Sign_WithARightThatIsLentOrTooSmall_IsRefused(TestDatabase database)
    {
        var (company, approved) = await ApprovedAsync(database);
        var certificate = await IssueAsync(company, company.Second);
        HashSet<string> rights = [SepaPermissions.Remittances.Default, SepaPermissions.Remittances.Sign];
        SepaHosts.Limit(company.Second, GrantBundle.Unlimited(rights) with { OnBehalfOf = company.Approver.Id, OnBehalfOfName = "Anton" });
        await ShouldBeRefusedAsync(SignAsync(company, approved, certificate, company.Second), SepaErrorCodes.SignatureLent);
        SepaHosts.Limit(company.Second, GrantBundle.Unlimited(rights) with { Limits = new Dictionary<string, ScopeLimit> { [SepaDataScopes.RemittanceAmount] = new(Cents: 100) } });
        await ShouldBeRefusedAsync(SignAsync(company, approved, certificate, company.Second), SepaErrorCodes.AmountAboveLimit);
    }

    [Theory, Databases]
    public async Task Sign_TwiceAtOnce_IsThereOnce(TestDatabase database)
    {
        var (company, approved) = await ApprovedAsync(database);
        var certificate = await IssueAsync(company, company.Approver);
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAsync(() => SignAsync(company, approved, certificate, company.Approver))));
        tries.Count(t => t).ShouldBe(1);
        (await company.RunAsync<IRemittanceSigningAppService, IReadOnlyList<RemittanceSignatureDto>>(s => s.GetListAsync(approved.Id))).Count.ShouldBe(1);
    }

    private async Task<(SepaCompany Company, RemittanceDto Submitted)> SubmittedAsync(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var account = await company.AddAccountAsync();
        await company.AddCollectionAsync((await company.AddMandateAsync("M-1")).Id, 12.30m);
        return (company, await company.SubmitAsync(await company.CreateRemittanceAsync(account.Id)));
    }

    [Theory, Databases]
    [Trait("Req", "SEP-14")]
    public async Task List_ToSign_ShowsWhatWaitsForTheSignatureOfWhoAsks(TestDatabase database)
    {
        var (company, submitted) = await SubmittedAsync(database);
        (await ToSignAsync(company, company.Approver)).ShouldBeEmpty("nothing is signed before it is approved");
        var approved = await company.ApproveAsync(submitted);
        (await ToSignAsync(company, company.Approver)).ShouldBe([approved.Id]);
        (await ToSignAsync(company, company.Preparer)).ShouldBeEmpty("who prepared it signs nothing of it");
        Limit(company, cents: 100);
        (await ToSignAsync(company, company.Second)).ShouldBeEmpty("the amount is above what they may");
        await SignAsync(company, approved, await IssueAsync(company, company.Approver), company.Approver);
        (await ToSignAsync(company, company.Approver)).ShouldBeEmpty();
    }

    private static void Limit(SepaCompany company, long cents)
    {
        HashSet<string> rights = [SepaPermissions.Remittances.Default, SepaPermissions.Remittances.Sign];
        SepaHosts.Limit(company.Second, GrantBundle.Unlimited(rights) with { Limits = new Dictionary<string, ScopeLimit> { [SepaDataScopes.RemittanceAmount] = new(Cents: cents) } });
    }

    private static async Task<IEnumerable<Guid>> ToSignAsync(SepaCompany company, CurrentUserInfo person) =>
        (await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput(ToSign: true)), person)).Items.Select(r => r.Id);

    private async Task<(SepaCompany Company, RemittanceDto Approved)> ApprovedAsync(TestDatabase database)
    {
        var (company, submitted) = await SubmittedAsync(database);
        return (company, await company.ApproveAsync(submitted));
    }

    private static async Task<Guid> IssueAsync(SepaCompany company, CurrentUserInfo person) =>
        (await company.RunAsync<ISigningCertificateAppService, SigningCertificateDto>(c => c.IssueDemonstrationAsync(), person)).Id;

    private static Task<RemittanceSignatureDto> SignAsync(SepaCompany company, RemittanceDto remittance, Guid certificate, CurrentUserInfo person, string? sha256 = null) =>
        company.RunAsync<IRemittanceSigningAppService, RemittanceSignatureDto>(s => s.SignAsync(remittance.Id, new SignRemittanceDto(certificate, sha256 ?? remittance.File!.Sha256)), person);

    private static Task<SignatureReport> VerifyAsync(SepaCompany company, byte[] file, byte[] signature) =>
        company.RunAsync<ISignatureVerifier, SignatureReport>(v => v.VerifyAsync(new MemoryStream(file), signature));

    private static async Task ShouldBeRefusedAsync(Task act, string code) => (await Should.ThrowAsync<BusinessException>(() => act)).Code.ShouldBe(code);

    private static async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception e) when (e is BusinessException or DbUpdateException)
        {
            return false;
        }
    }

    private static async Task<byte[]> BytesAsync(RemittanceDownload download)
    {
        await using var content = download.Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
