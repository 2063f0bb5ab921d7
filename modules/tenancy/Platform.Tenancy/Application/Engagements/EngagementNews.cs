using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Tenancy;

/// <summary>Saves what became of an engagement, with its trace in both companies, and tells whom it concerns.</summary>
internal sealed class EngagementNews(
    TenancyDbContext context, ICurrentTenant tenant, IAuditLog audit, ILocalEventBus events, INotificationPublisher notifications, IEmailSender mails,
    IStringLocalizer<TenancyResource> texts, IConfiguration configuration) : IScopedDependency
{
    private const string Key = "Tenancy.Engagement";

    /// <summary>The interceptor tells the current company's trail what changed; this one tells the other's.</summary>
    public async Task SaveAsync(Engagement engagement, string act, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        foreach (var (side, other) in new[] { (engagement.ClientId, engagement.FirmId), (engagement.FirmId, engagement.ClientId) })
        {
            using var current = tenant.Change(side);
            var name = await context.Companies.Where(c => c.Id == other).Select(c => c.Name).SingleAsync(cancellationToken);
            audit.Add($"Tenancy.Engagement.{act}", nameof(Engagement), engagement.Id.ToString(), new AuditChange("Company", null, name), new AuditChange("Scopes", null, engagement.Scopes));
        }

        var firm = await context.Companies.Where(c => c.Id == engagement.FirmId).Select(c => new FirmDto(c.Id, c.Name, c.VatNumber, c.Town, c.Country)).SingleAsync(cancellationToken);
        using var client = tenant.Change(engagement.ClientId);
        await events.PublishAsync(new EngagementChangedEto(engagement.Id, engagement.Kind, engagement.ClientId, firm, engagement.State), cancellationToken);
    }

    /// <summary>Those of a company who hold the permission, and for the firm that was asked also its mailbox.</summary>
    public async Task TellAsync(Engagement engagement, bool theFirm, string text, CancellationToken cancellationToken)
    {
        var (to, about) = theFirm ? (engagement.FirmId, engagement.ClientId) : (engagement.ClientId, engagement.FirmId);
        var name = await context.Companies.Where(c => c.Id == about).Select(c => c.Name).SingleAsync(cancellationToken);
        var permission = theFirm ? TenancyPermissions.Clients.Decide : TenancyPermissions.Engagements.Manage;
        using var current = tenant.Change(to);
        await notifications.PublishToHoldersAsync(permission, new NotificationDto(
            $"Tenancy.Notification.Engagement{text}", new Dictionary<string, object> { ["company"] = name }, text == "Asked" ? NotificationSeverity.Warning : NotificationSeverity.Info,
            theFirm ? "clients" : "settings/engagements", $"{Key}.{engagement.Id:N}"), cancellationToken: cancellationToken);
    }

    public async Task MailAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var firm = await context.Companies.AsNoTracking().SingleAsync(c => c.Id == engagement.FirmId, cancellationToken);
        if (firm.ContactEmail.Length == 0)
            return;
        var client = await context.Companies.Where(c => c.Id == engagement.ClientId).Select(c => c.Name).SingleAsync(cancellationToken);
        var address = $"{configuration["App:BaseUrl"]?.TrimEnd('/')}/t/{firm.Slug}/clients";
        using var current = tenant.Change(firm.Id);
        var mail = ReaderLanguage.Write(CultureInfo.GetCultureInfo(firm.Language), () =>
            new EmailMessage(firm.ContactEmail, texts["Engagement:MailSubject", client], texts["Engagement:MailText", client, firm.Name, address]));
        await mails.QueueAsync(mail, cancellationToken);
    }
}
