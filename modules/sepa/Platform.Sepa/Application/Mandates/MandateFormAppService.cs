using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class MandateFormAppService(SepaDbContext db, PreNotificationWishes wishes, IPermissionChecker permissions) : IMandateFormAppService
{
    public async Task<MandateFormDto> GetAsync(Guid mandateId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Mandates.Default, cancellationToken);
        var mandate = await db.Mandates.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mandateId, cancellationToken) ?? throw new EntityNotFoundException();
        // Approved accounts come first: what waits for approval may not be the creditor's name.
        var creditor = await db.CreditorAccounts.AsNoTracking().Where(a => a.CreditorKey == mandate.CreditorKey && a.Status != CreditorAccountStatus.Closed)
            .OrderByDescending(a => a.Status == CreditorAccountStatus.Approved).ThenBy(a => a.Name).ThenBy(a => a.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw new BusinessException(SepaErrorCodes.MandateCreditorMissing).WithData("reference", mandate.Reference);
        var language = DebtorLanguages.Of(mandate.Language, mandate.Country ?? mandate.DebtorIban[..2], (await wishes.GetAsync(cancellationToken)).Language);
        return new MandateFormDto(
            language.Name, mandate.Reference, mandate.Scheme, mandate.Type, mandate.SignedOn,
            new MandateCreditorDto(creditor.CreditorName, creditor.CreditorIdentifier!, creditor.Address().ToDto()),
            new MandateDebtorDto(mandate.DebtorName, mandate.Address().ToDto(), mandate.DebtorIban, mandate.DebtorBic));
    }
}
