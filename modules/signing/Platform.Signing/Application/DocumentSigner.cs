using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Org.BouncyCastle.Cms;
using Platform.Kernel;

namespace Platform.Signing;

internal sealed class DocumentSigner(SigningDbContext context, SigningKeys keys, TimeStampAuthority stamps, ICurrentUser user, TimeProvider clock) : IDocumentSigner
{
    public async Task<DocumentSignature> SignAsync(Guid certificateId, Stream content, CancellationToken cancellationToken = default)
    {
        var certificate = await context.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == certificateId && c.UserId == user.Id, cancellationToken)
            ?? throw new EntityNotFoundException();
        var now = clock.GetUtcNow().UtcDateTime;
        if (!certificate.IsInTime(now))
            throw new BusinessException(SigningErrorCodes.CertificateExpired).WithData("value", $"{certificate.ValidFrom:d}–{certificate.ValidUntil:d}");
        var hashed = new HashedContent(content);
        var signed = await keys.UseAsync(certificate, secret => Sign(certificate, hashed, secret.Span, now), cancellationToken);
        DateTime? stampedAt = null;
        if (stamps.IsConfigured)
            (signed, stampedAt) = await stamps.StampAsync(signed, cancellationToken);
        return new DocumentSignature(signed.GetEncoded("DER"), hashed.Hash(), now, certificate.Subject, certificate.Thumbprint, stampedAt);
    }

    private static CmsSignedData Sign(SigningCertificate certificate, HashedContent content, ReadOnlySpan<byte> pkcs8, DateTime now)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(certificate.Chain);
        using var key = KeySignatureFactory.Import(pkcs8, chain[0].GetKeyAlgorithm());
        return DetachedSignature.Make(content, [.. chain], key, now);
    }
}
