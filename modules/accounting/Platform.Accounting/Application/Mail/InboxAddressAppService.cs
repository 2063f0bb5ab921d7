using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class InboxAddressAppService(
    AccountingDbContext db, InboundMailOptions options, ICurrentTenant tenant, ITenantStore tenants, IPermissionChecker permissions, IUnitOfWork unitOfWork, TimeProvider clock)
    : IInboxAddressAppService
{
    private const int LatestMails = 20;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<InboxAddressDto> GetAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.MailIn.Default, cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public async Task<InboxAddressDto> RenewAsync(CancellationToken cancellationToken = default)
    {
        await CheckEditAsync(cancellationToken);
        if (!options.IsOn)
            throw new BusinessException(AccountingErrorCodes.MailInUnavailable);
        await unitOfWork.BeginAsync(cancellationToken);
        await EndAsync(cancellationToken);
        db.InboxAddresses.Add(new InboxAddress(Now));
        await db.SaveChangesAsync(cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    public async Task TurnOffAsync(CancellationToken cancellationToken = default)
    {
        await CheckEditAsync(cancellationToken);
        await EndAsync(cancellationToken);
    }

    public async Task AllowAsync(AllowSenderInput input, CancellationToken cancellationToken = default)
    {
        await CheckEditAsync(cancellationToken);
        var sender = AllowedSender.Of(input.Sender, Now);
        await unitOfWork.BeginAsync(cancellationToken);
        if (await db.AllowedSenders.AnyAsync(s => s.Sender == sender.Sender, cancellationToken))
            return;
        if (await db.AllowedSenders.CountAsync(cancellationToken) >= MailInLimits.MaxSenders)
            throw new InputException(new FieldError("Sender", AccountingErrorCodes.SendersMany));
        db.AllowedSenders.Add(sender);
        await db.RefusedSenders.Where(r => r.Sender == sender.Sender || r.Sender.EndsWith(sender.Sender)).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task DisallowAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckEditAsync(cancellationToken);
        db.AllowedSenders.Remove(await db.AllowedSenders.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new EntityNotFoundException());
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task CheckEditAsync(CancellationToken cancellationToken) => permissions.CheckAsync(AccountingPermissions.MailIn.Edit, cancellationToken);

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        (await db.InboxAddresses.SingleOrDefaultAsync(a => a.EndedAt == null, cancellationToken))?.End(Now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<InboxAddressDto> ReadAsync(CancellationToken cancellationToken)
    {
        var current = await db.InboxAddresses.AsNoTracking().SingleOrDefaultAsync(a => a.EndedAt == null, cancellationToken);
        var allowed = await db.AllowedSenders.OrderBy(s => s.Sender).Select(s => new AllowedSenderDto(s.Id, s.Sender, s.Since)).ToListAsync(cancellationToken);
        var refused = await db.RefusedSenders.OrderByDescending(s => s.LastAt).Select(s => new RefusedSenderDto(s.Sender, s.Times, s.LastAt)).ToListAsync(cancellationToken);
        var received = await db.ReceivedMails.OrderByDescending(m => m.ReceivedAt).ThenByDescending(m => m.Id).Take(LatestMails)
            .Select(m => new ReceivedMailDto(m.Sender, m.Subject, m.Documents, m.ReceivedAt)).ToListAsync(cancellationToken);
        return new InboxAddressDto(options.IsOn, await WriteAsync(current, cancellationToken), current?.Since, options.MaxMessageBytes, allowed, refused, received);
    }

    private async Task<string?> WriteAsync(InboxAddress? address, CancellationToken cancellationToken)
    {
        if (address is null || !options.IsOn)
            return null;
        var slug = (tenant.Tenant ?? await tenants.FindByIdAsync(tenant.Id ?? Guid.Empty, cancellationToken) ?? throw new EntityNotFoundException()).Slug;
        return $"{InboxAddress.Write(slug, address.Token)}@{options.Domain}";
    }
}
