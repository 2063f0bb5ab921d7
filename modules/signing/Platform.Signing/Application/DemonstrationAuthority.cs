using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Signing;

/// <summary>Issues certificates that prove nothing outside this installation, so that signing can be tried.</summary>
internal sealed class DemonstrationAuthority(SigningDbContext context, ISecretStore secrets, ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    private const int KeyBits = 3072;
    private const int SerialBytes = 16;
    private const int AuthorityYears = 10;
    private static readonly SecretName Key = new("signing", "demonstration-authority");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<X509Certificate2?> FindAsync(CancellationToken cancellationToken) =>
        await context.Authorities.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } found ? X509Certificate2.CreateFromPem(found.Certificate) : null;

    /// <summary>A certificate for the name, and what is to be done in the caller's unit of work once the vault has taken its key.</summary>
    public async Task<(KeyedCertificate Issued, Func<Task> Keep)> IssueAsync(X500DistinguishedName name, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        if (await FindAsync(cancellationToken) is { } authority)
        {
            return (await secrets.UseAsync(Key, (secret, _) =>
            {
                using var key = RSA.Create();
                key.ImportPkcs8PrivateKey(secret.Span, out int _);
                return Task.FromResult(Issue(name, authority.CopyWithPrivateKey(key)));
            }, cancellationToken), () => Task.CompletedTask);
        }

        using var fresh = RSA.Create(KeyBits);
        var made = MakeAuthority(fresh);
        var pkcs8 = fresh.ExportPkcs8PrivateKey();
        return (Issue(name, made), () => KeepAsync(made, pkcs8, cancellationToken));
    }

    private async Task KeepAsync(X509Certificate2 authority, byte[] pkcs8, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        await secrets.SetAsync(Key, SecretBuffer.Take(pkcs8), cancellationToken);
        context.Authorities.Add(new SigningAuthority(authority));
        await context.SaveChangesAsync(cancellationToken);
    }

    private X509Certificate2 MakeAuthority(RSA key)
    {
        var request = new CertificateRequest("CN=Platform demonstration authority, OU=Proves nothing", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(Now.AddDays(-1), Now.AddYears(AuthorityYears));
    }

    private KeyedCertificate Issue(X500DistinguishedName name, X509Certificate2 authority)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] &= 0x7F;
        var until = Now.AddYears(1) < authority.NotAfter.ToUniversalTime() ? Now.AddYears(1) : authority.NotAfter.ToUniversalTime();
        using var issued = request.Create(authority, Now.AddMinutes(-5), until, serial);
        return new KeyedCertificate(issued.CopyWithPrivateKey(key), [X509CertificateLoader.LoadCertificate(authority.RawData)]);
    }
}
