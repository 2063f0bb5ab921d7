using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Tells administrators of many refusals and of tokens used after their end.</summary>
internal sealed class RefusalAlerts(IdentityDbContext context, SecurityAlerts alerts, ITenantStore tenants, ISettingProvider settings) : IScopedDependency
{
    /// <summary>Whether so many were worth telling.</summary>
    public async Task<bool> RaiseIfManyAsync(Refusal refusal, int count, CancellationToken cancellationToken)
    {
        if (count < (await settings.GetAsync(IdentitySettings.RefusalsCount, cancellationToken)).AsInt64())
            return false;
        await RaiseAsync("ManyRefusals", $"{refusal.UserId:N}", refusal, cancellationToken);
        return true;
    }

    public async Task<bool> RaiseTokenAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        await RaiseAsync("TokenRefused", $"{refusal.TokenId:N}", refusal, cancellationToken);
        return true;
    }

    private async Task RaiseAsync(string kind, string subject, Refusal refusal, CancellationToken cancellationToken)
    {
        var user = await context.Users.AsNoTracking().SingleAsync(u => u.Id == refusal.UserId, cancellationToken);
        if (refusal.Company is not { } id)
            await alerts.RaiseAsync(kind, subject, user, refusal.Address, cancellationToken);
        else if (await tenants.FindByIdAsync(id, cancellationToken) is { } company)
            await alerts.RaiseAsync(kind, subject, company, user, refusal.Address, cancellationToken);
    }
}
