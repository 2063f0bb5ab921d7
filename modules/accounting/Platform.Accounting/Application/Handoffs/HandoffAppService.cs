using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class HandoffAppService(
    AccountingDbContext db, HandoffDocuments documents, HandoffMaking making, HandoffQueries queries, HandoffSending sending, HandoffRevoking revoking, HandoffZips zips,
    IPermissionChecker permissions, IAuditLog audit) : IHandoffAppService
{
    public async Task<HandoffPreviewDto> PreviewAsync(HandoffChoice choice, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Handoffs.Send, cancellationToken);
        var chosen = await documents.ChooseAsync(choice, cancellationToken);
        var recipient = await db.Accountants.Where(a => a.EndedAt == null).Select(a => new HandoffRecipientDto(a.Name, a.Email, a.Language)).SingleOrDefaultAsync(cancellationToken);
        var types = await HandoffDocuments.CountAsync(chosen, cancellationToken);
        var (first, last) = (await chosen.MinAsync(d => (DateTime?)d.UploadedAt, cancellationToken), await chosen.MaxAsync(d => (DateTime?)d.UploadedAt, cancellationToken));
        var (usual, most) = await sending.DaysAsync(cancellationToken);
        return new HandoffPreviewDto(recipient, types, first, last, usual, most);
    }

    public async Task<HandoffDto> CreateAsync(CreateHandoffDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Handoffs.Send, cancellationToken);
        return await queries.GetAsync(await making.MakeAsync(input, cancellationToken), cancellationToken);
    }

    public async Task<PagedResult<HandoffListDto>> GetListAsync(GetHandoffsInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Handoffs.Default, cancellationToken);
        return await queries.GetListAsync(input, cancellationToken);
    }

    public async Task<HandoffDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Handoffs.Default, cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task<PagedResult<HandoffItemDto>> GetItemsAsync(Guid id, string? cursor = null, int pageSize = 50, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Handoffs.Default, cancellationToken);
        return await queries.GetItemsAsync(id, cursor, pageSize, cancellationToken);
    }

    public async Task<HandoffDto> ResendAsync(Guid id, int? linkDays = null, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Handoffs.Send, cancellationToken);
        await sending.CheckAsync(linkDays, cancellationToken);
        var handoff = await FindAsync(id, cancellationToken);
        if (handoff.RecipientEmail.Length == 0)
            throw new BusinessException(AccountingErrorCodes.HandoffWithoutAddress);
        handoff.Reopen();
        audit.Add("Accounting.Handoff.Resent", nameof(Handoff), $"{id}", new AuditChange(nameof(handoff.Number), null, $"{handoff.Number}"));
        await sending.SendAsync(handoff, await queries.TypesAsync(id, cancellationToken), await queries.BaseNumberAsync(handoff, cancellationToken), linkDays, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task<HandoffDto> RevokeAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Handoffs.Send, cancellationToken);
        await revoking.RevokeAsync(await FindAsync(id, cancellationToken), cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task<HandoffZip> DownloadAsync(Guid id, HandoffZipRequest request, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Handoffs.Default, cancellationToken);
        var handoff = await zips.GetAsync(id, cancellationToken);
        if (await zips.IsStartAsync(handoff, null, request, cancellationToken))
            await zips.RecordAsync(handoff, null, cancellationToken);
        return await zips.OpenAsync(handoff, cancellationToken);
    }

    private async Task<Handoff> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Handoffs.SingleOrDefaultAsync(h => h.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
}
