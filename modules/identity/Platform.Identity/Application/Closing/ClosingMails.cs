using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Mails to all who may close the company, also to who did: it is the one act that nobody may overlook.</summary>
internal sealed class ClosingMails(IdentityDbContext context, IPermissionHolders holders, LegacyMailboxes mailboxes, Mails mails, ICurrentTenant tenant) : ILocalEventHandler<CompanyClosingEto>
{
    public async Task HandleAsync(CompanyClosingEto eventData, CancellationToken cancellationToken)
    {
        var ids = await holders.GetUserIdsWithPermissionAsync(TenancyPermissions.Company.Close, cancellationToken);
        var link = mails.LinkTo($"/t/{eventData.Slug}/settings/closing");
        foreach (var reader in await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToListAsync(cancellationToken))
        {
            object[] words = eventData.ErasureDue is { } due ? [reader.Name, eventData.Name, due, link] : [reader.Name, eventData.Name, link];
            var boxes = await mailboxes.OfAsync(reader, cancellationToken);
            // No job of a closed company runs.
            using var host = tenant.Change(null);
            foreach (var box in boxes)
                await mails.QueueAsync(box, reader.Language, eventData.ErasureDue is null ? "ClosingTakenBack" : "CompanyClosed", [eventData.Name], words, cancellationToken);
        }
    }
}
