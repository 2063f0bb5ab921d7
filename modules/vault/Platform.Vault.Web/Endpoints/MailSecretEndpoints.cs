using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.AspNetCore;

namespace Platform.Vault.Web;

internal static class MailSecretEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var mail = endpoints.MapTenantApi("vault/mail-password", "Vault");
        mail.MapGet("", FindAsync).WithSummary("When the mail server's password was set and used; 204 while the configured one counts").RequireAuthorization(VaultPermissions.Keys);
        mail.MapPut("", SetAsync).WithSummary("Keeps the mail server's password").RequireAuthorization(VaultPermissions.Keys);
        mail.MapDelete("", RemoveAsync).WithSummary("Destroys it; the configured one counts again").RequireAuthorization(VaultPermissions.Keys);
    }

    private static async Task<Results<Ok<SecretInfo>, NoContent>> FindAsync(IMailSecretAppService mail, CancellationToken cancellationToken) =>
        await mail.FindAsync(cancellationToken) is { } found ? TypedResults.Ok(found) : TypedResults.NoContent();

    private static async Task<NoContent> SetAsync(MailPasswordInput input, IMailSecretAppService mail, CancellationToken cancellationToken)
    {
        await mail.SetAsync(SecretBuffer.Take(Encoding.UTF8.GetBytes(input.Password ?? "")), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> RemoveAsync(IMailSecretAppService mail, CancellationToken cancellationToken)
    {
        await mail.RemoveAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}

internal sealed record MailPasswordInput(string? Password)
{
    /// <summary>Never the content.</summary>
    public override string ToString() => "***";
}
