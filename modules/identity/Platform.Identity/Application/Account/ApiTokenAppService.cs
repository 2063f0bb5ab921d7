using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class ApiTokenAppService(
    IdentityDbContext context, ITenantStore tenants, PermissionCatalog catalog, IFreshProof proof, ICurrentUser currentUser, TimeProvider clock)
    : IApiTokenAppService
{
    private const int ShownAfterExpiryDays = 30;

    public async Task<IReadOnlyList<ApiTokenDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        var userId = currentUser.RequireFullPerson();
        var oldest = clock.GetUtcNow().UtcDateTime.AddDays(-ShownAfterExpiryDays);
        var rows = await context.ApiTokens.AsNoTracking().Where(t => t.UserId == userId && t.RevokedAt == null && t.ExpiresAt > oldest)
            .OrderByDescending(t => t.CreatedAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(ToDto);
    }

    public async Task<CreatedApiTokenDto> CreateAsync(CreateApiTokenDto input, CancellationToken cancellationToken = default)
    {
        var userId = currentUser.RequireFullPerson();
        await CheckAsync(input, userId, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var scopes = input.Scopes?.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var (row, token) = ApiToken.New(userId, input.Name.Trim(), input.TenantId, scopes, now, input.ValidDays);
        context.ApiTokens.Add(row);
        return new CreatedApiTokenDto(token, ToDto(row));
    }

    public async Task RevokeAsync(Guid id, CancellationToken cancellationToken = default)
    {
        var userId = currentUser.RequireFullPerson();
        var row = await context.ApiTokens.SingleOrDefaultAsync(t => t.Id == id && t.UserId == userId && t.RevokedAt == null, cancellationToken)
            ?? throw new EntityNotFoundException();
        row.RevokedAt = clock.GetUtcNow().UtcDateTime;
    }

    private async Task CheckAsync(CreateApiTokenDto input, Guid userId, CancellationToken cancellationToken)
    {
        var checks = new InputChecks()
            .Text(nameof(input.Name), input.Name, ApiToken.NameLength)
            .When(input.ValidDays is < 1 or > ApiToken.LongestValidDays, nameof(input.ValidDays), IdentityErrorCodes.TokenExpiry, input.ValidDays.ToString(CultureInfo.InvariantCulture));
        foreach (var scope in input.Scopes ?? [])
        {
            checks.When(!catalog.Contains(scope), nameof(input.Scopes), IdentityErrorCodes.PermissionUnknown, scope);
        }

        // What is limited to companies makes nothing that opens others.
        var foreign = input.TenantId is { } company ? !await tenants.IsMemberAsync(userId, company, cancellationToken) : currentUser.Info.Companies is not null;
        checks.When(foreign, nameof(input.TenantId), IdentityErrorCodes.TokenCompany).ThrowIfAny();
        var now = clock.GetUtcNow().UtcDateTime;
        if (await context.ApiTokens.CountAsync(t => t.UserId == userId && t.RevokedAt == null && t.ExpiresAt > now, cancellationToken) >= ApiToken.MostPerUser)
        {
            throw new BusinessException(IdentityErrorCodes.TokenCount).WithData("count", ApiToken.MostPerUser);
        }
    }

    private static ApiTokenDto ToDto(ApiToken token) => new(
        token.Id, token.Name, token.Hint, token.CompanyId, token.ScopeList, token.CreatedAt, token.ExpiresAt, token.LastUsedAt, token.LastUsedAddress);
}
