using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Who asks, and in which company: from the request, for the binding of what is asked.</summary>
internal sealed class Asker(ICurrentUser user, ICurrentTenant tenant) : IScopedDependency
{
    /// <exception cref="BusinessException">Vault:NobodyAsks.</exception>
    public (Guid TenantId, Guid UserId, string Name) Require() => (tenant.Id, user.Id) is ({ } company, { } person)
        ? (company, person, user.Info.Name ?? user.Info.Email ?? "–")
        : throw new BusinessException(VaultErrorCodes.NobodyAsks);

    public SecretBinding BindingOf(string provider, string account, string purpose)
    {
        var (tenantId, userId, _) = Require();
        return new SecretBinding(tenantId, userId, provider, account, purpose);
    }

    public SecretBinding BindingOf(ConsentUse use) => BindingOf(use.Provider, use.Account, use.Purpose);
}
