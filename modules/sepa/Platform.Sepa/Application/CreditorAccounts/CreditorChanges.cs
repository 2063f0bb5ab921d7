using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Mandates follow their creditor to another identifier, all of them or none.</summary>
internal sealed class CreditorChanges(SepaDbContext db, IAuditLog audit) : IScopedDependency
{
    /// <summary>As long as another account collects under the old identifier, the mandates stay with that one.</summary>
    public async Task FollowAsync(CreditorAccount account, CreditorChange change, CancellationToken cancellationToken)
    {
        db.CreditorChanges.Add(change);
        var (from, to) = (change.FromKey, change.ToKey);
        if (from == to || await db.CreditorAccounts.AnyAsync(a => a.Id != account.Id && a.Status != CreditorAccountStatus.Closed && a.CreditorKey == from, cancellationToken))
            return;
        await RequireNoClashAsync(from, to, cancellationToken);
        var moved = await Mandates(from).ExecuteUpdateAsync(s => s.SetProperty(m => m.CreditorKey, to), cancellationToken);
        await db.ImportBatches.Where(b => b.CreditorKey == from && b.Status == ImportStatus.Staged)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.CreditorKey, to), cancellationToken);
        audit.Add("Sepa.CreditorAccount.MandatesMoved", nameof(CreditorAccount), $"{account.Id}",
            new AuditChange(nameof(account.CreditorIdentifier), change.FromIdentifier, change.ToIdentifier),
            new AuditChange("Count", null, moved.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task RequireNoClashAsync(string from, string to, CancellationToken cancellationToken)
    {
        var taken = Mandates(to);
        var clash = await Mandates(from).Where(m => taken.Any(o => o.ReferenceKey == m.ReferenceKey)).OrderBy(m => m.ReferenceKey).Select(m => m.Reference).FirstOrDefaultAsync(cancellationToken);
        if (clash is not null)
            throw new BusinessException(SepaErrorCodes.CreditorReferencesClash).WithData("reference", clash);
    }

    // Who approves accounts may see no mandate, and all of them move.
    private IQueryable<Mandate> Mandates(string creditorKey) =>
        db.Mandates.IgnoreQueryFilters([PlatformDbContext.CustomerFilterName]).Where(m => m.CreditorKey == creditorKey);
}
