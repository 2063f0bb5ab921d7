using System.Text;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Cms;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Signing.Tests;

[Trait("Req", "SEP-09")]
[Collection(nameof(OneValidator))]
public sealed class Signature_Tests(SigningHosts hosts) : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("<Document>" + new string('x', 300_000) + "</Document>");
    private readonly OpenSsl _openssl = new();

    public void Dispose() => _openssl.Dispose();

    [Theory]
    [InlineData(TestDatabase.Sqlite, "rsa:2048")]
    [InlineData(TestDatabase.Sqlite, "ec")]
    [InlineData(TestDatabase.PostgreSql, "rsa:3072")]
    public async Task Sign_WithAnUploadedCertificate_IsVerifiedByOpensslAndOneChangedByteIsNot(TestDatabase database, string key)
    {
        var world = await hosts.GetAsync(database);
        var certificate = await world.UploadAsync(_openssl.Issue("Marie", key));
        var signature = await world.SignAsync(certificate.Id, Content);
        signature.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Content)));
        _openssl.Verifies(Content, signature.Cms).ShouldBeTrue();
        var report = await world.VerifyAsync(Content, signature.Cms);
        (report.IsIntact, report.NamesCertificate, report.WasInTime, report.Trust, report.StampedAt).ShouldBe((true, true, true, CertificateTrust.Unknown, null));
        (report.Subject, report.Thumbprint, report.Sha256).ShouldBe((certificate.Subject, certificate.Thumbprint, signature.Sha256));
        var changed = (byte[])Content.Clone();
        changed[^20] ^= 1;
        _openssl.Verifies(changed, signature.Cms).ShouldBeFalse();
        (await world.VerifyAsync(changed, signature.Cms)).IsIntact.ShouldBeFalse();
    }

    [Theory, Databases]
    public async Task Sign_WithADemonstrationCertificate_HoldsAgainstTheInstallationsAuthorityOnly(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var certificate = await world.AsAsync<ISigningCertificateAppService, SigningCertificateDto>(c => c.IssueDemonstrationAsync());
        await world.AsAsync<ISigningCertificateAppService, SigningCertificateDto>(c => c.IssueDemonstrationAsync());
        var signature = await world.SignAsync(certificate.Id, Content);
        var authority = await world.AsAsync<ISigningCertificateAppService, string?>(c => c.GetAuthorityAsync());
        _openssl.Write("authority.pem", Encoding.ASCII.GetBytes(authority!));
        _openssl.Verifies(Content, signature.Cms, "authority.pem").ShouldBeTrue();
        _openssl.Verifies(Content, signature.Cms).ShouldBeFalse();
        (await world.VerifyAsync(Content, signature.Cms)).Trust.ShouldBe(CertificateTrust.Demonstration);
    }

    [Fact]
    public async Task Page_OfASignatureNobodyVouchesFor_WarnsAndOfAChangedFileRefuses()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        var certificate = await world.UploadAsync(_openssl.Issue("Marie"));
        var signature = (await world.SignAsync(certificate.Id, Content)).Cms;
        using var browser = await TestBrowser.SignInAsync(world.Host, DemoPeople.Email("camille"));
        async Task<string> VerdictAsync(byte[] content)
        {
            using var answer = await browser.UploadAsync("/verify", "form[enctype]", new Dictionary<string, byte[]> { ["Document"] = content, ["Signature"] = signature });
            return (await TestBrowser.ReadAsync(answer)).QuerySelector(".p-alert")!.TextContent;
        }

        (await VerdictAsync(Content)).ShouldContain("nobody vouches");
        (await VerdictAsync([.. Content, 10])).ShouldContain("does not hold");
    }

    [Theory, Databases]
    public async Task Sign_WithATimeStampAuthority_IsStampedForThisSignature(TestDatabase database)
    {
        var world = await hosts.GetAsync(database, stamps: true);
        var certificate = await world.UploadAsync(_openssl.Issue("Marie"));
        var signature = await world.SignAsync(certificate.Id, Content);
        _openssl.Verifies(Content, signature.Cms).ShouldBeTrue();
        var signer = new CmsSignedData(signature.Cms).GetSignerInfos().GetSigners().Single();
        var token = signer.UnsignedAttributes[PkcsObjectIdentifiers.IdAASignatureTimeStampToken].AttrValues[0].ToAsn1Object().GetDerEncoded();
        hosts.Authority.Verifies(token, signer.GetSignature()).ShouldBeTrue();
        hosts.Authority.Verifies(token, [.. signer.GetSignature().Reverse()]).ShouldBeFalse();
        var report = await world.VerifyAsync(Content, signature.Cms);
        (report.IsIntact, report.IsStampIntact, report.StampedAt).ShouldBe((true, true, signature.StampedAt));
        report.StampAuthority!.ShouldContain("CN=tsa");
    }

    [Fact]
    public async Task Sign_AuthorityThatAnswersAnotherQuestion_SignsNothing()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite, stamps: true);
        var certificate = await world.UploadAsync(_openssl.Issue("Marie"));
        await world.SignAsync(certificate.Id, Content);
        try
        {
            foreach (var answer in new[] { Encoding.ASCII.GetBytes("no"), new byte[100_000] })
            {
                hosts.Authority.Instead = answer;
                (await Should.ThrowAsync<BusinessException>(() => world.SignAsync(certificate.Id, Content))).Code.ShouldBe(SigningErrorCodes.TimeStampFailed);
            }
        }
        finally
        {
            hosts.Authority.Instead = null;
        }
    }

    [Fact]
    public async Task Verify_StampOfAnotherSignature_IsSaid()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite, stamps: true);
        var certificate = await world.UploadAsync(_openssl.Issue("Marie"));
        var (one, other) = (await world.SignAsync(certificate.Id, Content), await world.SignAsync(certificate.Id, Encoding.UTF8.GetBytes("other")));
        var token = new CmsSignedData(other.Cms).GetSignerInfos().GetSigners().Single().UnsignedAttributes[PkcsObjectIdentifiers.IdAASignatureTimeStampToken].AttrValues[0];
        var signed = new CmsSignedData(one.Cms);
        var mixed = DetachedSignature.WithUnsigned(signed, signed.GetSignerInfos().GetSigners().Single(), PkcsObjectIdentifiers.IdAASignatureTimeStampToken, token);
        var report = await world.VerifyAsync(Content, mixed.GetEncoded());
        (report.IsIntact, report.IsStampIntact).ShouldBe((true, false));
    }

    [Fact]
    public async Task Verify_WhatOpensslSigned_Holds()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        _openssl.Issue("Paul");
        _openssl.Write("content", Content);
        _openssl.Run("cms -sign -cades -binary -in content -signer Paul.pem -inkey Paul.key -md sha256 -outform DER -out paul.p7s");
        _openssl.Run("cms -sign -cades -binary -in content -signer Paul.pem -inkey Paul.key -md sha256 -outform PEM -out paul.pem");
        foreach (var file in new[] { "paul.p7s", "paul.pem" })
        {
            var report = await world.VerifyAsync(Content, _openssl.Read(file));
            (report.IsIntact, report.NamesCertificate, report.WasInTime).ShouldBe((true, true, true), file);
        }
    }

    [Fact]
    public async Task Verify_WhatIsNoSuchSignature_IsRefusedInWords()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        _openssl.Issue("Paul");
        _openssl.Write("content", Content);
        _openssl.Run("cms -sign -cades -binary -nodetach -in content -signer Paul.pem -inkey Paul.key -md sha256 -outform DER -out inside.p7s");
        _openssl.Run("cms -sign -binary -in content -signer Paul.pem -inkey Paul.key -md sha1 -outform DER -out weak.p7s");
        var good = (await world.SignAsync((await world.UploadAsync(_openssl.Issue("Marie"))).Id, Content)).Cms;
        foreach (var bytes in new byte[][] { [], [0x30], Encoding.ASCII.GetBytes("-----BEGIN CMS-----\n!!\n-----END CMS-----"), good[..^300], _openssl.Read("inside.p7s"), _openssl.Read("weak.p7s"), _openssl.Read("Paul.pem") })
            (await Should.ThrowAsync<BusinessException>(() => world.VerifyAsync(Content, bytes))).Code.ShouldBe(SigningErrorCodes.SignatureUnreadable);
    }

    [Theory, Databases]
    public async Task Sign_WithoutAFreshFactorBySomebodyElseOrWithADestroyedKey_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var certificate = await world.UploadAsync(_openssl.Issue("Marie"));
        await Should.ThrowAsync<EntityNotFoundException>(async () => await world.SignAsync(certificate.Id, Content, await world.Host.PersonAsync("amelie")));
        SigningWorld.IsFactorFresh.Value = false;
        (await Should.ThrowAsync<BusinessException>(() => world.AsAsync<IDocumentSigner, DocumentSignature>(s => s.SignAsync(certificate.Id, new MemoryStream(Content)))))
            .Code.ShouldBe(VaultErrorCodes.FreshFactorRequired);
        var consents = await world.AsAsync<IConsentAppService, PagedResult<ConsentDto>>(c => c.GetListAsync(new GetConsentsInput(Provider: "signing", State: ConsentState.Active)));
        var consent = consents.Items.First(c => c.Account == certificate.Thumbprint);
        await world.AsAsync<IConsentAppService, ConsentDto>(c => c.RevokeAsync(consent.Id));
        (await world.AsAsync<ISigningCertificateAppService, IReadOnlyList<SigningCertificateDto>>(c => c.GetListAsync())).Single(c => c.Id == certificate.Id).IsUsable.ShouldBeFalse();
        (await Should.ThrowAsync<BusinessException>(() => world.SignAsync(certificate.Id, Content))).Code.ShouldBe(VaultErrorCodes.ConsentRevoked);
    }
}
