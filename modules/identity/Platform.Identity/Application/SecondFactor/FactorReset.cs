using Platform.Kernel;

namespace Platform.Identity;

/// <summary>An administrator takes a lost second factor away: told to its owner, and to all who could have been asked.</summary>
internal sealed class FactorReset(
    FactorRemoval removal, SessionEnding ending, SecurityAlerts alerts, Mails mails, ICurrentTenant tenant, ICurrentUser currentUser, IAuditLog audit) : IScopedDependency
{
    public async Task ResetAsync(User user, CancellationToken cancellationToken)
    {
        var company = tenant.Tenant!;
        await removal.RemoveAllAsync(user.Id, cancellationToken);
        await ending.EndAllAsync(user.Id, cancellationToken);
        audit.Add("Identity.SecondFactor.Reset", nameof(User), user.Id.ToString());
        await alerts.RaiseAsync("FactorReset", $"{user.Id:N}", company, user, currentUser.Info.ClientAddress, cancellationToken);
        await mails.QueueAsync(user, "FactorReset", [], [user.Name, currentUser.Info.Name ?? "", company.Name, mails.LinkTo("/account/second-factor")], cancellationToken);
    }
}
