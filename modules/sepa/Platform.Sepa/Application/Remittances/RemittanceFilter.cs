using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Which remittances a list shows, an export writes and a total counts.</summary>
internal sealed class RemittanceFilter(SepaDbContext db, RemittanceStages stages, Reach reach, ISettingProvider settings, ICurrentUser user) : IScopedDependency
{
    public async Task<IQueryable<Remittance>> OfAsync(GetRemittancesInput input, string permission, CancellationToken cancellationToken)
    {
        var found = await reach.OfAsync(db.Remittances.AsNoTracking(), permission, cancellationToken);
        if (input.Status is { } status)
            found = found.Where(r => r.Status == status);
        if (input.Stage is { } stage)
            found = stages.At(found, stage);
        if (input.ForMe)
            found = await reach.ApprovableAsync(found, cancellationToken);
        if (input.ToHandOver)
            found = stages.ToHandOver(found);
        if (input.ToSign)
            found = await ToSignAsync(found, cancellationToken);
        return InRange(found.Matching(input.Search, word => r => r.SearchText.Contains(word)), input);
    }

    // Where none is required, one is what somebody may want.
    private async Task<IQueryable<Remittance>> ToSignAsync(IQueryable<Remittance> found, CancellationToken cancellationToken)
    {
        var required = (await settings.GetAsync(SepaSettings.RequiredSignatures, cancellationToken)).AsInt64();
        return await reach.SignableAsync(stages.ToSign(found, Math.Max(1, required), user.Id ?? Guid.Empty), cancellationToken);
    }

    private static IQueryable<Remittance> InRange(IQueryable<Remittance> found, GetRemittancesInput input)
    {
        if (input.CreditorAccountId is { } account)
            found = found.Where(r => r.CreditorAccountId == account);
        if (input.Scheme is { } scheme)
            found = found.Where(r => r.Scheme == scheme);
        if (input.From is { } from)
            found = found.Where(r => r.FirstExecutionOn >= from);
        if (input.To is { } to)
            found = found.Where(r => r.FirstExecutionOn <= to);
        var (min, max) = (AmountBounds.AtLeast(input.MinAmount), AmountBounds.AtMost(input.MaxAmount));
        if (min is not null)
            found = found.Where(r => r.TotalCents >= min);
        return max is null ? found : found.Where(r => r.TotalCents <= max);
    }
}
