using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Signing;

internal sealed class SigningCertificateAppService(
    SigningDbContext context, DemonstrationAuthority authority, SigningKeys keys, IConsentAppService consents, IOptions<SigningOptions> options,
    IPermissionChecker permissions, IFreshProof proof, ICurrentUser user, ICurrentTenant tenant, TimeProvider clock) : ISigningCertificateAppService
{
    private const int LargestFile = 65_536;

    public bool IssuesDemonstration => options.Value.Demonstration;

    private Guid Me => user.Id ?? throw new PermissionDeniedException(SigningPermissions.Certificates);

    public async Task<IReadOnlyList<SigningCertificateDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SigningPermissions.Certificates, cancellationToken);
        var mine = await context.Certificates.AsNoTracking().Where(c => c.UserId == Me).OrderByDescending(c => c.AddedAt).ToListAsync(cancellationToken);
        var shown = new List<SigningCertificateDto>();
        foreach (var certificate in mine)
            shown.Add(ToDto(certificate, (await consents.GetAsync(certificate.ConsentId, cancellationToken)).State == ConsentState.Active));
        return shown;
    }

    public async Task<SigningCertificateDto> UploadAsync(byte[] pkcs12, string? password, CancellationToken cancellationToken = default)
    {
        await BeginAsync(cancellationToken);
        if (pkcs12.Length is 0 or > LargestFile)
            throw new InputException(new FieldError("file", pkcs12.Length == 0 ? SigningErrorCodes.FileRequired : SigningErrorCodes.FileTooLarge, "64 KiB"));
        using var read = KeyedCertificate.Read(pkcs12, password).Require(clock.GetUtcNow().UtcDateTime);
        return await KeepAsync(read, isDemonstration: false, () => Task.CompletedTask, cancellationToken);
    }

    public async Task<SigningCertificateDto> IssueDemonstrationAsync(CancellationToken cancellationToken = default)
    {
        await BeginAsync(cancellationToken);
        if (!IssuesDemonstration)
            throw new BusinessException(SigningErrorCodes.NoDemonstration);
        var name = new X500DistinguishedNameBuilder();
        name.AddOrganizationName(tenant.Tenant!.Name);
        name.AddCommonName(user.Info.Name!);
        var (issued, keep) = await authority.IssueAsync(name.Build(), cancellationToken);
        using (issued)
            return await KeepAsync(issued, isDemonstration: true, keep, cancellationToken);
    }

    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SigningPermissions.Certificates, cancellationToken);
        var certificate = await context.Certificates.SingleOrDefaultAsync(c => c.Id == id && c.UserId == Me, cancellationToken) ?? throw new EntityNotFoundException();
        await consents.RevokeAsync(certificate.ConsentId, cancellationToken);
        context.Certificates.Remove(certificate);
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<string?> GetAuthorityAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SigningPermissions.Certificates, cancellationToken);
        using var found = await authority.FindAsync(cancellationToken);
        return found?.ExportCertificatePem();
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(SigningPermissions.Certificates, cancellationToken);
        await proof.RequireAsync(cancellationToken);
    }

    // The vault commits on its own: the key first, then the row that names it.
    private async Task<SigningCertificateDto> KeepAsync(KeyedCertificate keyed, bool isDemonstration, Func<Task> keepAuthority, CancellationToken cancellationToken)
    {
        var thumbprint = SigningCertificate.ThumbprintOf(keyed.Certificate);
        if (await context.Certificates.AnyAsync(c => c.UserId == Me && c.Thumbprint == thumbprint, cancellationToken))
            throw new InputException(new FieldError("file", SigningErrorCodes.CertificateTaken, keyed.Certificate.Subject));
        var consent = await keys.KeepAsync(keyed, cancellationToken);
        await keepAuthority();
        var certificate = new SigningCertificate(Me, consent, keyed.Certificate, keyed.Issuers, isDemonstration, clock.GetUtcNow().UtcDateTime);
        context.Certificates.Add(certificate);
        await context.SaveChangesAsync(cancellationToken);
        return ToDto(certificate, hasKey: true);
    }

    private SigningCertificateDto ToDto(SigningCertificate c, bool hasKey) => new(
        c.Id, c.Subject, c.Issuer, c.SerialNumber, c.Thumbprint, c.ValidFrom, c.ValidUntil, c.IsDemonstration, hasKey && c.IsInTime(clock.GetUtcNow().UtcDateTime));
}
