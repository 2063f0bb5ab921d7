using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What mandates say on paper, for whoever may see them.</summary>
internal sealed class MandateFormReader(SepaDbContext db, PreNotificationWishes wishes) : IScopedDependency
{
    public async Task<MandateFormDto> OfAsync(Mandate mandate, CancellationToken cancellationToken)
    {
        // Approved accounts come first: what waits for approval may not be the creditor's name.
        var creditor = await db.CreditorAccounts.AsNoTracking().Where(a => a.CreditorKey == mandate.CreditorKey && a.Status != CreditorAccountStatus.Closed)
            .OrderByDescending(a => a.Status == CreditorAccountStatus.Approved).ThenBy(a => a.Name).ThenBy(a => a.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw new BusinessException(SepaErrorCodes.MandateCreditorMissing).WithData("reference", mandate.Reference);
        var language = DebtorLanguages.Of(mandate.Language, mandate.Country ?? mandate.DebtorIban[..2], (await wishes.GetAsync(cancellationToken)).Language);
        return new MandateFormDto(
            language.Name, mandate.Reference, mandate.Scheme, mandate.Type, mandate.SignedOn,
            new MandateCreditorDto(creditor.CreditorName, creditor.CreditorIdentifier!, creditor.Address().ToDto()),
            new MandateDebtorDto(mandate.DebtorName, mandate.Address().ToDto(), mandate.DebtorIban, mandate.DebtorBic),
            await SignerAsync(mandate, cancellationToken));
    }

    private async Task<string?> SignerAsync(Mandate mandate, CancellationToken cancellationToken) => mandate.SignedOn is null
        ? null
        : await db.MandateEvents.AsNoTracking().Where(e => e.MandateId == mandate.Id && e.Kind == MandateEventKind.SignedOnline)
            .Select(e => e.UserName).SingleOrDefaultAsync(cancellationToken);
}
