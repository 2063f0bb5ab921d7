using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class ApiTokenValidator(
    IdentityDbContext context, OwnTransaction own, RefusalWatch watch, PermissionCatalog catalog, ICurrentUser currentUser, TimeProvider clock) : IApiTokenValidator
{
    public async Task<AuthenticatedToken?> ValidateAsync(string token, CancellationToken cancellationToken = default)
    {
        var (row, user) = await FindAsync(token, cancellationToken);
        if (row is null)
            return Refuse(() => watch.TokenRefused("Unknown"));
        if (!user!.IsActive)
            return Refuse(() => watch.TokenRefused("Inactive", user));
        var now = clock.GetUtcNow().UtcDateTime;
        if (row.RevokedAt is not null || row.ExpiresAt <= now)
            return Refuse(() => watch.EndedTokenRefused(row, user));
        // What its person owes is asked with the record of the use, a minute after the last: a refused use leaves none and is asked again.
        var owes = ApiTokenUse.IsWorthRecording(row, now, currentUser.Info.ClientAddress)
            ? await own.RunAsync<ApiTokenUse, Obligation>(u => u.RecordAsync(row, user, cancellationToken), cancellationToken)
            : Obligation.None;
        return new AuthenticatedToken(row.Id, user.ToPerson(), row.CompanyId, ScopesOf(row), owes);
    }

    private async Task<(ApiToken? Row, User? User)> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > ApiToken.LongestToken || !token.StartsWith(ApiToken.Prefix, StringComparison.Ordinal))
            return default;
        var hash = Secrets.Hash(token);
        var found = await context.ApiTokens.AsNoTracking()
            .Where(t => t.TokenHash == hash)
            .Join(context.Users, t => t.UserId, u => u.Id, (row, user) => new { row, user })
            .SingleOrDefaultAsync(cancellationToken);
        return found is not null && Secrets.Matches(hash, found.row.TokenHash) ? (found.row, found.user) : default;
    }

    private static AuthenticatedToken? Refuse(Action tell)
    {
        tell();
        return null;
    }

    // A token bound to one company is limited as one with scopes is: it must not reach the person's account.
    private IReadOnlyList<string>? ScopesOf(ApiToken token) =>
        token.ScopeList ?? (token.CompanyId is null ? null : [.. catalog.All.Select(p => p.Name)]);
}

internal sealed class ApiTokenUse(IdentityDbContext context, Obligations obligations, ICurrentUser currentUser, ICurrentTenant tenant, IAuditLog audit, TimeProvider clock)
    : IScopedDependency
{
    public static bool IsWorthRecording(ApiToken token, DateTime now, string? address) =>
        token.LastUsedAt is not { } last || now - last >= UserSession.LastSeenPrecision || token.LastUsedAddress != address;

    /// <summary>What the person owes; then the token is of no use. An old login's token carries out what that login owes.</summary>
    public async Task<Obligation> RecordAsync(ApiToken token, User user, CancellationToken cancellationToken)
    {
        var owes = (await obligations.OfAsync(user, withoutProvider: false, cancellationToken)).Owes & ~Obligation.Migration;
        using var host = tenant.Change(null);
        using var person = currentUser.Change(currentUser.Info with { Id = user.Id, Name = user.Name, Email = user.Email, SessionId = token.Id });
        var now = clock.GetUtcNow().UtcDateTime;
        var address = currentUser.Info.ClientAddress;
        if (owes != Obligation.None)
        {
            audit.Add(RefusalActs.Token, nameof(ApiToken), token.Id.ToString(), new AuditChange("What", null, $"Owes {owes}"));
            return owes;
        }

        if (token.LastUsedAt is not { } last || now - last >= TimeSpan.FromHours(1) || token.LastUsedAddress != address)
            audit.Add("Identity.ApiToken.Used", nameof(ApiToken), token.Id.ToString());
        await context.ApiTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(
            s => s.SetProperty(t => t.LastUsedAt, now).SetProperty(t => t.LastUsedAddress, address), cancellationToken);
        return Obligation.None;
    }
}
