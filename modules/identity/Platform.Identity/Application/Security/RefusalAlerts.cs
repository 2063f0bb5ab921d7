using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Puts refusals on record, and tells administrators of many of them and of tokens used after their end.</summary>
internal sealed class RefusalAlerts(
    IdentityDbContext context, SecurityAlerts alerts, ITenantStore tenants, ISettingProvider settings, ICurrentTenant tenant, ICurrentUser currentUser, IAuditLog audit) : IScopedDependency
{
    public Task<bool> RecordAsync(Refusal refusal)
    {
        using var place = tenant.Change(refusal.Company ?? Guid.Empty);
        using var person = currentUser.Change(refusal.By);
        var entity = refusal.Act == RefusalActs.Token ? nameof(ApiToken) : null;
        audit.Add(refusal.Act, entity, refusal.EndedTokenId?.ToString(), new AuditChange("What", null, refusal.What));
        return Task.FromResult(true);
    }

    /// <summary>Whether so many were worth telling.</summary>
    public async Task<bool> RaiseIfManyAsync(Refusal refusal, int count, CancellationToken cancellationToken)
    {
        if (count < (await settings.GetAsync(IdentitySettings.RefusalsCount, cancellationToken)).AsInt64())
            return false;
        await RaiseAsync("ManyRefusals", $"{refusal.By.Id:N}", refusal, cancellationToken);
        return true;
    }

    public async Task<bool> RaiseTokenAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        await RaiseAsync("TokenRefused", $"{refusal.EndedTokenId:N}", refusal, cancellationToken);
        return true;
    }

    private async Task RaiseAsync(string kind, string subject, Refusal refusal, CancellationToken cancellationToken)
    {
        var user = await context.Users.AsNoTracking().SingleAsync(u => u.Id == refusal.By.Id, cancellationToken);
        var address = refusal.By.ClientAddress ?? "";
        if (refusal.Company is not { } id)
            await alerts.RaiseAsync(kind, subject, user, address, cancellationToken);
        else if (await tenants.FindByIdAsync(id, cancellationToken) is { } company)
            await alerts.RaiseAsync(kind, subject, company, user, address, cancellationToken);
    }
}
