using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Reading, preparing and submitting. What turns a remittance into money stands in <see cref="RemittanceIssuing"/>.</summary>
internal sealed class RemittanceAppService(
    SepaDbContext db,
    RemittanceQueries queries,
    RemittancePreparation preparation,
    RemittanceIssuing issuing,
    IPermissionChecker permissions,
    IFreshProof proof) : IRemittanceAppService
{
    public async Task<PagedResult<RemittanceListDto>> GetListAsync(GetRemittancesInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        return await queries.GetListAsync(input, cancellationToken);
    }

    public async Task<RemittanceTotalDto> GetTotalAsync(GetRemittancesInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        return await queries.GetTotalAsync(input, cancellationToken);
    }

    public async Task<RemittanceDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task<PagedResult<RemittanceLineDto>> GetLinesAsync(
        Guid id, GetRemittanceLinesInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        return await queries.GetLinesAsync(id, input, cancellationToken);
    }

    public async Task<RemittancePreviewDto> PreviewAsync(
        Guid creditorAccountId, PaymentScheme scheme, OrderSelectionDto selection, CancellationToken cancellationToken = default)
    {
        await CheckCreateAsync(scheme, cancellationToken);
        return await preparation.PreviewAsync(creditorAccountId, scheme, selection, cancellationToken);
    }

    public async Task<RemittanceDto> CreateAsync(CreateRemittanceDto input, CancellationToken cancellationToken = default)
    {
        await CheckCreateAsync(input.Scheme, cancellationToken);
        if (!await db.Remittances.AnyAsync(r => r.Id == input.Id, cancellationToken))
            await preparation.CreateAsync(input, cancellationToken);
        return await queries.GetAsync(input.Id, cancellationToken);
    }

    public Task<RemittanceDto> CheckAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default) =>
        PrepareAsync(id, input, r => preparation.CheckAsync(r, cancellationToken), cancellationToken);

    public Task<RemittanceDto> RemoveLineAsync(Guid id, Guid orderId, RemittanceActInput input, CancellationToken cancellationToken = default) =>
        PrepareAsync(id, input, r => preparation.RemoveAsync(r, orderId, cancellationToken), cancellationToken);

    public Task<RemittanceDto> RemoveLinesWithErrorsAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default) =>
        PrepareAsync(id, input, r => preparation.RemoveWithErrorsAsync(r, cancellationToken), cancellationToken);

    public Task<RemittanceDto> AcknowledgeWarningsAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default) =>
        PrepareAsync(id, input, preparation.AcknowledgeAsync, cancellationToken);

    public Task<RemittanceDto> SubmitAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default) =>
        PrepareAsync(id, input, r => preparation.SubmitAsync(r, cancellationToken), cancellationToken);

    public Task<RemittanceDto> WithdrawAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default) =>
        PrepareAsync(id, input, r => preparation.WithdrawAsync(r, cancellationToken), cancellationToken);

    public Task<RemittanceDto> CancelAsync(Guid id, RemittanceActInput input, CancellationToken cancellationToken = default) =>
        PrepareAsync(id, input, r => preparation.CancelAsync(r, cancellationToken), cancellationToken);

    public async Task<RemittanceDto> ApproveAsync(Guid id, ApproveRemittanceDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Approve, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await issuing.ApproveAsync(await preparation.LockAsync(id, SepaPermissions.Remittances.Approve, cancellationToken), input.ContentHash, cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task<RemittanceDto> RejectAsync(Guid id, RejectRemittanceDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Approve, cancellationToken);
        await issuing.RejectAsync(await preparation.LockAsync(id, SepaPermissions.Remittances.Approve, cancellationToken), Reasons.Read(input.Reason), cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task<RemittanceDownload> DownloadAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Download, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        return await issuing.DownloadAsync(id, cancellationToken);
    }

    private async Task CheckCreateAsync(PaymentScheme scheme, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Create, cancellationToken);
        if (scheme.IsTransfer())
            await permissions.CheckAsync(SepaPermissions.Transfers.Create, cancellationToken);
        if (scheme.IsReversal())
            await permissions.CheckAsync(SepaPermissions.Reversals.Create, cancellationToken);
    }

    private async Task<RemittanceDto> PrepareAsync(
        Guid id, RemittanceActInput input, Func<Remittance, Task> act, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Create, cancellationToken);
        var remittance = await preparation.LockAsync(id, SepaPermissions.Remittances.Create, cancellationToken);
        remittance.Require(input.ConcurrencyStamp);
        await act(remittance);
        await db.SaveChangesAsync(cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }
}
