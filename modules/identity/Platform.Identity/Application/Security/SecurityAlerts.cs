using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Notifications;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Raises alerts: once told, then counted.</summary>
internal sealed class SecurityAlerts(
    IdentityDbContext context, IMembershipService memberships, ITenantStore tenants, IPermissionHolders holders, IEnumerable<INotificationPublisher> publishers, IAddressCountries countries, Mails mails,
    ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>In every company the person works in.</summary>
    public async Task RaiseAsync(string kind, string subject, User user, string? address, CancellationToken cancellationToken)
    {
        foreach (var id in await memberships.GetTenantIdsAsync(user.Id, cancellationToken))
        {
            var company = await tenants.FindByIdAsync(id, cancellationToken);
            if (company is { ClosedAt: null })
                await RaiseAsync(kind, subject, company, user, address, cancellationToken);
        }
    }

    /// <summary>In one company.</summary>
    public async Task RaiseAsync(string kind, string subject, TenantInfo company, User? user, string? address, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(company);
        var since = Now - SecurityAlert.Lasts;
        var known = await context.SecurityAlerts.Where(a => a.Kind == kind && a.Subject == subject && a.LastAt > since)
            .OrderByDescending(a => a.LastAt).FirstOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            known.Count++;
            known.LastAt = Now;
            await context.SaveChangesAsync(cancellationToken);
            return;
        }

        context.SecurityAlerts.Add(new SecurityAlert
        {
            Id = Guid.CreateVersion7(),
            TenantId = company.Id,
            Kind = kind,
            Subject = subject,
            UserId = user?.Id,
            Address = address ?? "",
            FirstAt = Now,
            LastAt = Now,
            Count = 1,
        });
        await context.SaveChangesAsync(cancellationToken);
        await TellAsync(kind, company, user, address ?? "", cancellationToken);
    }

    private async Task TellAsync(string kind, TenantInfo company, User? user, string address, CancellationToken cancellationToken)
    {
        var data = new Dictionary<string, object> { ["name"] = user?.Name ?? "", ["address"] = address };
        var country = countries.Find(address);
        foreach (var publisher in publishers)
        {
            await publisher.PublishToHoldersAsync(
                IdentityPermissions.Users.Manage, new NotificationDto($"Identity.Alert.{kind}", data, NotificationSeverity.Warning, "security/alerts"), cancellationToken: cancellationToken);
        }

        var ids = await holders.GetUserIdsWithPermissionAsync(IdentityPermissions.Users.Manage, cancellationToken);
        foreach (var reader in await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToListAsync(cancellationToken))
            await mails.QueueAsync(reader, $"Alert:{kind}", [company.Name], [reader.Name, user?.Name ?? "", Place(reader), mails.LinkTo($"/t/{company.Slug}/security/alerts")], cancellationToken);

        string Place(User reader) => ReaderLanguage.Write(CultureInfo.GetCultureInfo(reader.Language), () => CountryName.Beside(address, country));
    }
}
