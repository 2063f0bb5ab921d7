using System.Text;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Mail goes out with the password kept here; without one, with the configured one. While the vault is sealed mail waits in its jobs.</summary>
internal sealed class VaultMailPassword(ISecretStore secrets, ICurrentTenant tenant, IConfiguration configuration) : IMailPassword, IScopedDependency
{
    public static readonly SecretName Name = new("mail", "smtp-password");

    public async Task UseAsync(Func<string?, Task> send, CancellationToken cancellationToken = default)
    {
        using var inHost = tenant.Change(null);
        if (await secrets.FindAsync(Name, cancellationToken) is null)
        {
            await send(configuration["Mail:Password"]);
            return;
        }

        // The mail client takes nothing but text: a copy that lives as long as the sending.
        await secrets.UseAsync(Name, async (password, _) =>
        {
            await send(Encoding.UTF8.GetString(password.Span));
            return true;
        }, cancellationToken);
    }
}

internal sealed class MailSecretAppService(ISecretStore secrets, ICurrentTenant tenant, IPermissionChecker permissions, IFreshProof proof) : IMailSecretAppService
{
    private const int Longest = 1_000;

    public async Task<SecretInfo?> FindAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(VaultPermissions.Keys, cancellationToken);
        using var inHost = tenant.Change(null);
        return await secrets.FindAsync(VaultMailPassword.Name, cancellationToken);
    }

    public async Task SetAsync(SecretBuffer password, CancellationToken cancellationToken = default)
    {
        using (password)
        {
            await permissions.CheckAsync(VaultPermissions.Keys, cancellationToken);
            if (password.Length is 0 or > Longest)
                throw new InputException(new FieldError("password", VaultErrorCodes.SecretLength));
            await proof.RequireAsync(cancellationToken);
            using var inHost = tenant.Change(null);
            await secrets.SetAsync(VaultMailPassword.Name, password, cancellationToken);
        }
    }

    public async Task RemoveAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(VaultPermissions.Keys, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        using var inHost = tenant.Change(null);
        await secrets.RemoveAsync(VaultMailPassword.Name, cancellationToken);
    }
}
