using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class RemittanceHandOverAppService(
    SepaDbContext db, RemittancePreparation preparation, RemittanceIssuing issuing, RemittanceSignatures signatures, Reach reach,
    IEnumerable<IRemittanceOrders> kinds, IEnumerable<IBankConnector> connectors, IBackgroundJobManager jobs, ISettingProvider settings, IPermissionChecker permissions, IFreshProof proof,
    ICurrentUser user, ICurrentTenant tenant, IAuditLog audit, TimeProvider clock) : IRemittanceHandOverAppService
{
    public IReadOnlyList<string> Channels => [HandOverChannels.Download, .. connectors.Where(c => c.IsAvailable).Select(c => c.Name)];

    public async Task<int> GetRequiredSignaturesAsync(CancellationToken cancellationToken = default) =>
        (int)(await settings.GetAsync(SepaSettings.RequiredSignatures, cancellationToken)).AsInt64();

    public async Task<RemittanceHandOverDto?> FindAsync(Guid remittanceId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        var reachable = await reach.OfAsync(db.Remittances, SepaPermissions.Remittances.Default, cancellationToken);
        if (!await reachable.AnyAsync(r => r.Id == remittanceId, cancellationToken))
            throw new EntityNotFoundException();
        return (await db.HandOvers.AsNoTracking().SingleOrDefaultAsync(h => h.Id == remittanceId, cancellationToken))?.ToDto();
    }

    public async Task<RemittanceHandOverDto> HandOverAsync(Guid remittanceId, HandOverRemittanceDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.HandOver, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        RequireValid(input);
        var remittance = await preparation.LockAsync(remittanceId, SepaPermissions.Remittances.HandOver, cancellationToken);
        if (await db.HandOvers.SingleOrDefaultAsync(h => h.Id == remittanceId, cancellationToken) is { } former)
            return former.Wish == input.Id && former.UserId == user.Id ? former.ToDto() : throw Twice(remittance, former);
        var signed = await RequireReadyAsync(remittance, input.Sha256, cancellationToken);
        await kinds.Of(remittance.Scheme).RequireLeavableAsync(
            remittance, await preparation.GetAccountAsync(remittance.CreditorAccountId, cancellationToken), cancellationToken);
        // Nothing leaves whose bytes are not those that were approved, whatever way it takes.
        await (await issuing.OpenAsync(remittance, cancellationToken)).DisposeAsync();
        return (await AddAsync(remittance, input, signed, cancellationToken)).ToDto();
    }

    public async Task<RemittancePackage> OpenPackageAsync(Guid remittanceId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Download, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        var download = await issuing.DownloadAsync(remittanceId, cancellationToken);
        return new RemittancePackage(download, await signatures.FilesAsync(remittanceId, download.File.FileName, cancellationToken));
    }

    private void RequireValid(HandOverRemittanceDto input)
    {
        if (input.Id == Guid.Empty)
            throw new InputException(new FieldError(nameof(input.Id), SepaErrorCodes.Required));
        if (!Channels.Contains(input.Channel))
            throw new InputException(new FieldError(nameof(input.Channel), SepaErrorCodes.HandOverChannel, Shorten.To100(input.Channel ?? "")));
    }

    /// <returns>How many signed it.</returns>
    private async Task<int> RequireReadyAsync(Remittance remittance, string seen, CancellationToken cancellationToken)
    {
        if (remittance.File() is not { } file)
            throw new BusinessException(SepaErrorCodes.RemittanceNotApproved).WithData("number", remittance.Number);
        if (seen != file.Sha256)
            throw new BusinessException(SepaErrorCodes.RemittanceChanged).WithData("number", remittance.Number);
        if (remittance.Outcome is not null)
            throw new BusinessException(SepaErrorCodes.BankHasAnswered).WithData("number", remittance.Number);
        var (required, count) = (await GetRequiredSignaturesAsync(cancellationToken), await signatures.CountAsync(remittance.Id, cancellationToken));
        return count >= required
            ? count
            : throw new BusinessException(SepaErrorCodes.RemittanceNotSigned).WithData("number", remittance.Number).WithData("count", count).WithData("required", required);
    }

    private async Task<RemittanceHandOver> AddAsync(Remittance remittance, HandOverRemittanceDto input, int signed, CancellationToken cancellationToken)
    {
        var added = db.HandOvers.Add(new RemittanceHandOver(remittance, input.Id, input.Channel, Actor.Of(user), signed, clock.GetUtcNow().UtcDateTime)).Entity;
        audit.Add("Sepa.Remittance.HandedOver", nameof(Remittance), $"{remittance.Id}",
            new AuditChange("Channel", null, input.Channel), new AuditChange("Sha256", null, remittance.FileSha256),
            new AuditChange("Signatures", null, signed.ToString(CultureInfo.InvariantCulture)));
        if (added.State == HandOverState.Waiting)
            await jobs.EnqueueAsync(new StageHandOverArgs(remittance.Id, tenant.Tenant!.Slug), cancellationToken: cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return added;
    }

    private static BusinessException Twice(Remittance remittance, RemittanceHandOver former) => new BusinessException(SepaErrorCodes.HandedOverAlready)
        .WithData("number", remittance.Number).WithData("person", former.UserName ?? "–");
}
