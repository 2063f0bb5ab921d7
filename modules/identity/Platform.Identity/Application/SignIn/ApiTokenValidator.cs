using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class ApiTokenValidator(
    IdentityDbContext context, OwnTransaction own, RefusalWatch watch, PermissionCatalog catalog, ICurrentUser currentUser, TimeProvider clock) : IApiTokenValidator
{
    public async Task<AuthenticatedToken?> ValidateAsync(string token, CancellationToken cancellationToken = default)
    {
        if (token.Length > ApiToken.LongestToken || !token.StartsWith(ApiToken.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var hash = Secrets.Hash(token);
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await context.ApiTokens.AsNoTracking()
            .Where(t => t.TokenHash == hash)
            .Join(context.Users.Where(u => u.IsActive), t => t.UserId, u => u.Id, (row, user) => new { row, user })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !Secrets.Matches(hash, found.row.TokenHash))
        {
            return null;
        }

        if (found.row.RevokedAt is not null || found.row.ExpiresAt <= now)
        {
            watch.TokenRefused(found.row);
            return null;
        }

        if (ApiTokenUse.IsWorthRecording(found.row, now, currentUser.Info.ClientAddress))
        {
            await own.RunAsync<ApiTokenUse, bool>(u => u.RecordAsync(found.row, found.user, cancellationToken), cancellationToken);
        }

        return new AuthenticatedToken(found.row.Id, found.user.ToPerson(), found.row.CompanyId, ScopesOf(found.row));
    }

    // A token bound to one company is limited as one with scopes is: it must not reach the person's account.
    private IReadOnlyList<string>? ScopesOf(ApiToken token) =>
        token.ScopeList ?? (token.CompanyId is null ? null : [.. catalog.All.Select(p => p.Name)]);
}

internal sealed class ApiTokenUse(IdentityDbContext context, ICurrentUser currentUser, ICurrentTenant tenant, IAuditLog audit, TimeProvider clock)
    : IScopedDependency
{
    public static bool IsWorthRecording(ApiToken token, DateTime now, string? address) =>
        token.LastUsedAt is not { } last || now - last >= UserSession.LastSeenPrecision || token.LastUsedAddress != address;

    public async Task<bool> RecordAsync(ApiToken token, User user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var address = currentUser.Info.ClientAddress;
        if (token.LastUsedAt is not { } last || now - last >= TimeSpan.FromHours(1) || token.LastUsedAddress != address)
        {
            using var host = tenant.Change(null);
            using var person = currentUser.Change(currentUser.Info with { Id = user.Id, Name = user.Name, Email = user.Email, SessionId = token.Id });
            audit.Add("Identity.ApiToken.Used", nameof(ApiToken), token.Id.ToString());
        }

        await context.ApiTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(
            s => s.SetProperty(t => t.LastUsedAt, now).SetProperty(t => t.LastUsedAddress, address), cancellationToken);
        return true;
    }
}
