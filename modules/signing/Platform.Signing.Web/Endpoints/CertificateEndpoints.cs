using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Signing.Web;

internal static class CertificateEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var certificates = endpoints.MapTenantApi("signing-certificates", "Signing certificates");
        certificates.MapGet("", ListAsync).WithSummary("One's own signing certificates").RequireAuthorization(SigningPermissions.Certificates);
        certificates.MapPost("", UploadAsync).WithSummary("Takes a PKCS#12 file, base64").RequireAuthorization(SigningPermissions.Certificates);
        certificates.MapPost("demonstration", DemonstrationAsync).WithSummary("Has the demonstration authority issue one").RequireAuthorization(SigningPermissions.Certificates);
        certificates.MapGet("authority", AuthorityAsync).WithSummary("The demonstration authority's certificate, PEM")
            .RequireAuthorization(SigningPermissions.Certificates).Produces(StatusCodes.Status200OK, contentType: "application/x-pem-file");
        certificates.MapDelete("{id:guid}", RemoveAsync).WithSummary("Destroys a private key; what was signed stays verifiable").RequireAuthorization(SigningPermissions.Certificates);
    }

    private static async Task<Ok<IReadOnlyList<SigningCertificateDto>>> ListAsync(ISigningCertificateAppService certificates, CancellationToken cancellationToken) =>
        TypedResults.Ok(await certificates.GetListAsync(cancellationToken));

    private static async Task<Created<SigningCertificateDto>> UploadAsync(
        Pkcs12Input input, ISigningCertificateAppService certificates, HttpRequest request, CancellationToken cancellationToken)
    {
        var added = await certificates.UploadAsync(input.File ?? [], input.Password, cancellationToken);
        return TypedResults.Created($"{request.Path}/{added.Id}", added);
    }

    private static async Task<Created<SigningCertificateDto>> DemonstrationAsync(
        ISigningCertificateAppService certificates, HttpRequest request, CancellationToken cancellationToken)
    {
        var added = await certificates.IssueDemonstrationAsync(cancellationToken);
        return TypedResults.Created($"{request.Path}/{added.Id}", added);
    }

    private static async Task<ContentHttpResult> AuthorityAsync(ISigningCertificateAppService certificates, CancellationToken cancellationToken) =>
        TypedResults.Text(await certificates.GetAuthorityAsync(cancellationToken) ?? throw new EntityNotFoundException(), "application/x-pem-file");

    private static async Task<NoContent> RemoveAsync(Guid id, ISigningCertificateAppService certificates, CancellationToken cancellationToken)
    {
        await certificates.RemoveAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A PKCS#12 file.</summary>
internal sealed record Pkcs12Input(byte[]? File, string? Password);
