using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What the next collection of a mandate will tell the debtor's bank, as far as it is known without knowing its account.</summary>
internal sealed class MandateAmendments(SepaDbContext db) : IScopedDependency
{
    public async Task<MandateAmendmentDto?> GetAsync(Mandate mandate, CancellationToken cancellationToken)
    {
        if (!mandate.IsUsed || mandate.Type == MandateType.OneOff)
            return null;
        var names = await db.CreditorAccounts.AsNoTracking().Where(a => a.CreditorKey == mandate.CreditorKey && a.Status == CreditorAccountStatus.Approved)
            .Select(a => a.CreditorName).ToListAsync(cancellationToken);
        var amendment = new MandateAmendmentDto(
            Other(mandate.SentReference, mandate.Reference), Other(mandate.SentDebtorIban, mandate.DebtorIban),
            CreditorChange.KeyOf(mandate.SentCreditorIdentifier!) == mandate.CreditorKey ? null : mandate.SentCreditorIdentifier,
            names.Count == 0 || names.Contains(mandate.SentCreditorName!) ? null : mandate.SentCreditorName);
        return amendment == new MandateAmendmentDto(null, null, null, null) ? null : amendment;
    }

    private static string? Other(string? sent, string present) => sent == present ? null : sent;
}
